import { offsetOf, rowAt, type ShownStories } from '../../../state/stores/stories/storyList'
import { lineOfStory, type ListLayout } from './listLayout'
import { topOf } from './lineHeights'

interface Drawing {
  readonly shown: ShownStories
  readonly layout: ListLayout
}

/**
 * CSS pixels by which the earlier rows have moved, to scroll with them. The rows decide by majority: one that
 * changed may have left for another place. `offsets`: the rows on the screen before.
 */
export function scrollShift(before: Drawing, after: Drawing, offsets: readonly number[]): number {
  const votes = new Map<number, number>()
  for (const offset of offsets) {
    const id = rowAt(before.shown, offset)?.id
    const at = id === undefined ? undefined : offsetOf(after.shown, id)
    const was = lineOfStory(before.layout, offset)
    const is = at === undefined ? undefined : lineOfStory(after.layout, at)
    if (was === undefined || is === undefined) continue
    const shift = topOf(after.layout, is) - topOf(before.layout, was)
    votes.set(shift, (votes.get(shift) ?? 0) + 1)
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1])
  return winner?.[0] ?? 0
}
