import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useStory } from '../state'
import type { BulkStory } from '../state/stores/stories/bulkWork'
import { useWindowServices } from '../state/windowServices'

/** The selected stories of the library; else the open one. */
export function useStoriesAtHand(): readonly BulkStory[] {
  const { selection } = useWindowServices().newsroom
  const chosen = useStore(selection.store, (state) => state.chosen)
  const id = useStory((story) => story.id)
  const headline = useStory(({ copy }) => copy.find(({ role }) => role === 'headline')?.text.trim() ?? '')
  return useMemo(() => {
    if (chosen.size > 0) return [...chosen].map(([one, words]) => ({ id: one, headline: words }))
    return id === null ? [] : [{ id, headline: headline ?? '' }]
  }, [chosen, id, headline])
}
