import type { PublishedStory } from '../../../projection/published/publishedStory'
import { utcMinute } from '../../../story/text/instant'

/** The embargo still runs at `now`. Always false for the public projection, which knows no embargo: the gate holds those. */
export function isEmbargoed(story: PublishedStory, now: string): boolean {
  return runsAt(story.fields.wire?.embargo ?? '', now)
}

/** RFC 3339; '' never runs. */
export const runsAt = (until: string, now: string): boolean => until !== '' && Date.parse(until) > Date.parse(now)

/** First line of a wire text: the moment as the desk wrote it, and in UTC. */
export function embargoNote(story: PublishedStory): string {
  const until = story.fields.wire?.embargo ?? ''
  return `EMBARGOED until ${until} (${utcMinute(until)}). Not for publication before then.`
}
