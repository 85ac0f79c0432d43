/** Parsers of the requests about import, export, hand-over and merging. */
import * as z from 'zod/mini'
import { LARGEST_BUNDLE, LARGEST_FILE } from '../../story/text/format/largestFile'
import { EXPORT_FORMATS } from '../../story/requests/requests'
import type { ExchangeRequests } from '../../story/requests/exchange/exchangeRequests'
import type { MergeRequests } from '../../story/requests/exchange/mergeRequests'
import type { SinceRequests } from '../../story/requests/exchange/sinceRequests'
import type { ApartRequests } from '../../story/requests/exchange/apartRequests'
import {
  maybe,
  text,
  list,
  id,
  name,
  reason,
  nth,
  bytes,
  sha256,
  seen,
  exportRequest,
  nothing,
  storyOnly,
  exportChoices,
  type Parsers,
} from './parsedValues'

const exportProfile = z.strictObject({
  name: text(200),
  format: z.enum(EXPORT_FORMATS),
  choices: z.strictObject(exportChoices),
  draft: maybe(z.literal(true)),
  folder: text(4096, 1),
  pattern: maybe(text(1000)),
})
const file = z.strictObject({ name, bytes: bytes(LARGEST_FILE), job: maybe(id) })

export const EXCHANGE_PARSERS: Parsers<ExchangeRequests & MergeRequests & SinceRequests & ApartRequests> = {
  'story.import': () => file,
  'story.previewImport': () => file,
  'story.stopImport': () => z.strictObject({ job: id }),
  'story.export': () => exportRequest,
  'story.previewExport': () => exportRequest,
  'story.exportName': () => exportRequest,
  'story.exportAgain': () =>
    z.strictObject({ story: id, entry: nth, saveAs: maybe(text(1000)), destination: maybe(text(5000)) }),
  'story.handOver': () =>
    z.strictObject({
      stories: list(id, 500, 1),
      withoutFiles: maybe(z.boolean()),
      for: maybe(list(text(200, 1), 20)),
      shares: maybe(list(id, 10_000)),
      pen: maybe(text(200, 1)),
      saveAs: maybe(text(1000)),
      destination: maybe(text(5000)),
    }),
  'story.handOverName': () => z.strictObject({ stories: list(id, 500, 1), for: maybe(list(text(200, 1), 20)) }),
  'story.exportFailed': () => z.strictObject({ story: id, entry: nth, reason }),
  'story.exportHistory': () => z.strictObject({ story: id, fact: maybe(id), saveAs: maybe(text(1000)) }),
  'profile.list': () => nothing,
  'profile.save': () => z.strictObject({ profile: exportProfile, was: maybe(name) }),
  'profile.remove': () => z.strictObject({ name }),
  'story.previewMerge': () => z.strictObject({ name: text(1000), bytes: bytes(LARGEST_BUNDLE) }),
  'story.merge': () => z.strictObject({ name: text(1000), bytes: bytes(LARGEST_BUNDLE), only: maybe(list(id, 500)) }),
  'story.undoMerge': () => z.strictObject({ story: id, bundle: maybe(text(64)) }),
  'story.sinceHandedOver': () => storyOnly,
  'story.putBackSince': () =>
    z.strictObject({
      story: id,
      item: id,
      there: maybe(z.boolean()),
      suggest: maybe(z.boolean()),
      mark: maybe(id),
    }),
  'story.apart': () => z.strictObject({ story: id, all: maybe(z.boolean()) }),
  'story.decideApart': () =>
    z.strictObject({
      story: id,
      verdict: z.enum(['taken', 'dropped']),
      entries: list(z.strictObject({ hash: sha256, seen: maybe(seen) }), 500, 1),
      reason: maybe(reason),
    }),
}
