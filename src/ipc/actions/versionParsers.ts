/** Parsers of the requests about snapshots and the recovery tray. */
import * as z from 'zod/mini'
import { LARGEST_FILE } from '../../story/text/format/largestFile'
import type { VersionRequests } from '../../story/requests/versionRequests'
import { maybe, id, name, nth, bytes, storyOnly, type Parsers } from './parsedValues'

export const VERSION_PARSERS: Parsers<VersionRequests> = {
  'version.list': () => storyOnly,
  'version.show': () => z.strictObject({ story: id, n: nth }),
  'version.keep': () => z.strictObject({ story: id, name }),
  'version.compare': () => z.strictObject({ story: id, from: nth, to: maybe(nth) }),
  'version.restore': () =>
    z.strictObject({
      story: id,
      n: nth,
      fields: maybe(z.union([z.boolean(), z.literal('leaving')])),
      mark: maybe(id),
    }),
  'story.bringBack': () => z.strictObject({ bytes: bytes(LARGEST_FILE) }),
  'tray.list': () => storyOnly,
  'tray.putBack': () => z.strictObject({ story: id, ref: name, mark: maybe(id) }),
  'tray.letGo': () => z.strictObject({ story: id, ref: name }),
}
