import type { StoryGroupId } from '../../../../story/requests/requests'
import { offsetOf, rowAt, type ShownStories } from '../../../state/stores/stories/storyList'
import { lineOfStory, type ListLayout, type ListLine } from './listLayout'

/** The one tab stop of the list: a story, followed by its id while it moves, or the heading of a group. */
export type ActiveLine =
  | { readonly kind: 'story'; readonly offset: number; readonly id: string | undefined }
  | { readonly kind: 'heading'; readonly id: StoryGroupId }

/** Where the active line is in what is shown now. A story that left the list gives its place to the next one. */
export function followActive(active: ActiveLine | null, shown: ShownStories): ActiveLine | null {
  if (!active || shown.total === 0) return null
  if (active.kind === 'heading') return shown.groups.some(({ id }) => id === active.id) ? active : null
  const at = active.id === undefined ? undefined : offsetOf(shown, active.id)
  const offset = at ?? Math.min(active.offset, shown.total - 1)
  const row = rowAt(shown, offset)
  const id = at === undefined && row ? row.id : active.id
  return offset === active.offset && id === active.id ? active : { kind: 'story', offset, id }
}

export const lineOfActive = (layout: ListLayout, active: ActiveLine | null): number | undefined =>
  active?.kind === 'story'
    ? lineOfStory(layout, active.offset)
    : layout.groups.find(({ id }) => id === active?.id)?.line

export const activeAt = (line: ListLine, shown: ShownStories): ActiveLine =>
  line.kind === 'heading'
    ? { kind: 'heading', id: line.group.id }
    : { kind: 'story', offset: line.offset, id: rowAt(shown, line.offset)?.id }
