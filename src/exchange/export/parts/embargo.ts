import { exportsText } from '../../../catalogue/rooms/exports'
import type { PublishedStory } from '../../../projection/published/publishedStory'
import { utcMinute } from '../../../story/text/format/instant'
import { languageOf } from './language'

/**
 * Tells whether the embargo runs at `now`. Always false for the public projection, which has no embargo: the gate
 * holds those stories.
 */
export function isEmbargoed(story: PublishedStory, now: string): boolean {
  return runsAt(story.fields.wire?.embargo ?? '', now)
}

/** @param until RFC 3339, or '' for no embargo. */
export const runsAt = (until: string, now: string): boolean => until !== '' && Date.parse(until) > Date.parse(now)

/** Returns the first line of a wire text: the instant as the desk wrote it, and in UTC. */
export function embargoNote(story: PublishedStory): string {
  const until = story.fields.wire?.embargo ?? ''
  return exportsText('note.embargo', { until, utc: utcMinute(until) }, languageOf(story))
}
