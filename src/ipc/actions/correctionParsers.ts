/** Parsers of the requests about corrections and kills. */
import * as z from 'zod/mini'
import type { CorrectionRequests } from '../../story/requests/correctionRequests'
import { maybe, text, id, reason, nth, storyOnly, type Parsers } from './parsedValues'

export const CORRECTION_PARSERS: Parsers<CorrectionRequests> = {
  'correction.show': () => z.strictObject({ story: id, version: maybe(nth) }),
  'correction.note': () =>
    z.strictObject({
      story: id,
      was: maybe(reason),
      is: maybe(reason),
      since: maybe(nth),
      cause: maybe(reason),
      publicText: maybe(reason),
    }),
  'correction.told': () =>
    z.strictObject({
      story: id,
      version: maybe(nth),
      destination: text(5000),
      entry: maybe(nth),
      how: maybe(text(500)),
      undo: maybe(z.boolean()),
    }),
  'kill.show': () => storyOnly,
  'kill.told': () =>
    z.strictObject({
      story: id,
      destination: text(5000),
      entry: maybe(nth),
      how: maybe(text(500)),
      undo: maybe(z.boolean()),
    }),
}
