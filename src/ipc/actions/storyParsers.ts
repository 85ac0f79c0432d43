/** Parsers of the requests about stories: making, listing, fields, moves, findings, deleting. */
import * as z from 'zod/mini'
import { FIELD_NAMES, type FieldName } from '../../story/ledger/fields'
import { STORY_SORTS } from '../../story/requests/library/listRequests'
import { LANGUAGES } from '../../catalogue/language'
import { DOORS, STAGES, VERSION_KINDS } from '../../story/ledger/stages'
import type { StoryRequests } from '../../story/requests/storyRequests'
import type { ListRequests } from '../../story/requests/library/listRequests'
import type { ArchiveRequests } from '../../story/requests/library/archiveRequests'
import type { DeletionRequests } from '../../story/requests/library/deletionRequests'
import {
  archiving,
  maybe,
  text,
  whole,
  list,
  id,
  reason,
  sha256,
  seen,
  nothing,
  storyOnly,
  type Parsers,
} from './parsedValues'

/** The key of a finding: the words that it is about, and their sentence. */
const findingKey = text(100_000)

export const STORY_PARSERS: Parsers<StoryRequests & ListRequests & ArchiveRequests & DeletionRequests> = {
  'story.create': () => z.strictObject({}),
  'story.sample': () => z.strictObject({ language: z.enum(LANGUAGES) }),
  'story.alert': () => z.strictObject({ headline: text(1000), slug: text(200) }),
  'story.list': () =>
    z.strictObject({
      stage: maybe(z.enum(STAGES)),
      sort: maybe(z.enum(STORY_SORTS)),
      called: maybe(text(1000)),
      headlines: maybe(list(text(1_000_000), 1000)),
      offset: maybe(whole(0, 10_000_000)),
      limit: maybe(whole(0, 10_000_000)),
    }),
  'story.show': () => storyOnly,
  'story.duplicate': () => storyOnly,
  'story.sinceSigned': () => storyOnly,
  'story.setField': () =>
    z.strictObject({
      story: id,
      field: z.enum(FIELD_NAMES as readonly [FieldName, ...FieldName[]]),
      value: z.json(),
      seen: maybe(seen),
      preview: maybe(z.boolean()),
    }),
  'story.strikeByline': () => z.strictObject({ story: id, name: text(200), reason }),
  'story.movePen': () => z.strictObject({ story: id, to: maybe(text(200)), reason: maybe(reason) }),
  'story.move': () =>
    z.strictObject({
      story: id,
      to: z.enum(STAGES),
      kind: maybe(z.enum(VERSION_KINDS)),
      reason: maybe(reason),
      override: maybe(reason),
      seen: maybe(sha256),
      preview: maybe(z.boolean()),
    }),
  'story.acceptLoss': () => z.strictObject({ story: id, losses: list(text(5000), 10_000, 1), reason }),
  'story.gate': () => z.strictObject({ story: id, door: z.enum(DOORS) }),
  'story.history': () => storyOnly,
  'story.search': () =>
    z.strictObject({
      query: text(1000),
      limit: maybe(whole(0, 10_000)),
      sort: maybe(z.enum(['best', 'newest'])),
      whole: maybe(z.boolean()),
      partly: maybe(z.boolean()),
    }),
  'desk.queue': () => z.strictObject({ limit: maybe(whole(0, 10_000_000)), perKind: maybe(whole(0, 10_000_000)) }),
  'finding.override': () => z.strictObject({ story: id, rule: id, key: findingKey, seen, reason }),
  'finding.dismiss': () => z.strictObject({ story: id, rule: id, key: findingKey, seen, reason: maybe(reason) }),
  'finding.dismissTogether': () =>
    z.strictObject({ story: id, findings: list(z.strictObject({ rule: id, key: findingKey, seen }), 10_000, 1) }),
  'finding.undismiss': () =>
    z.strictObject({ story: id, findings: list(z.strictObject({ rule: id, key: findingKey }), 10_000, 1) }),
  'story.page': () =>
    z.strictObject({
      query: maybe(text(1000)),
      sort: maybe(z.enum(STORY_SORTS)),
      whole: maybe(z.boolean()),
      offset: whole(0, 10_000_000),
      limit: whole(0, 500),
      find: maybe(id),
      flat: maybe(z.boolean()),
    }),
  'story.archivable': () => z.strictObject({ before: text(40, 1) }),
  'story.archive': () => z.strictObject({ ...archiving, to: text(5000, 1) }),
  'story.deletion': () => z.strictObject({ stories: list(id, 100_000, 1), only: maybe(z.enum(['stories', 'files'])) }),
  'story.delete': () => storyOnly,
  'story.takeBack': () => z.strictObject({ story: id, from: maybe(text(5000, 1)) }),
  'story.thereAgain': () => nothing,
}
