import { useCallback, useEffect, useRef } from 'react'
import { offsetOf, type ShownStories } from '../../state/stores/stories/storyList'
import type { BulkStory } from '../../state/stores/stories/bulkWork'
import { useWindowServices } from '../../state/windowServices'
import type { ActiveLine } from './layout/activeLine'

interface ListSelection {
  /** Adds a story to the selection, or takes it out. */
  readonly selectOne: (story: BulkStory) => void
  /** Selects from where the selection began, else from the active story, to an offset. */
  readonly selectTo: (offset: number) => void
}

/** Selects stories of the list. The functions stay the same, so that rows are not drawn again for them. */
export function useListSelection(now: {
  readonly shown: ShownStories
  readonly active: ActiveLine | null
}): ListSelection {
  const { selection } = useWindowServices().newsroom
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  const selectTo = useCallback(
    (offset: number): void => {
      const { shown, active } = latest.current
      if (selection.anchor === undefined && active?.kind === 'story' && active.id !== undefined)
        selection.anchorAt(active.id)
      const began = selection.anchor === undefined ? undefined : offsetOf(shown, selection.anchor)
      void selection.range(began ?? (active?.kind === 'story' ? active.offset : offset), offset)
    },
    [selection],
  )
  return { selectOne: selection.toggle, selectTo }
}
