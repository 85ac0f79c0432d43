import { deskText } from '../../../catalogue/story/desk'
import type { SourceTraces, StoryTraces } from './sourceRequests'

/** Where a story has the name, and where it may have left, in one line. */
export const storyTracesInWords = ({ places, left }: StoryTraces): string =>
  [...places, ...(left.length === 0 ? [] : [deskText('traces.left', { places: [...new Set(left)].join(', ') })])].join(
    '; ',
  )

/** Where a protected name still is, and what can be done. `source`: as it is shown. */
export function tracesInWords(
  { stories, library, unread, elsewhere }: SourceTraces,
  source: string,
): readonly string[] {
  const found = [
    ...stories.map((story) => `${story.story}  ${story.title}: ${storyTracesInWords(story)}`),
    ...(library.length === 0 ? [] : [deskText('traces.library', { places: library.join(', ') })]),
  ]
  return [
    ...(elsewhere ? [deskText('traces.elsewhere', { source })] : []),
    ...(found.length === 0 ? [deskText(elsewhere ? 'traces.noneKnown' : 'traces.none', { source })] : found),
    ...(unread.length === 0 ? [] : [deskText('traces.unread', { count: unread.length })]),
    ...(found.length === 0 ? [] : [deskText('traces.what')]),
    deskText('traces.where'),
  ]
}
