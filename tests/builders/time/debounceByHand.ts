import type { StoryDebouncer } from '../../../src/newsroom/replica/debounceStory'

/** A debouncer that runs only when `now` is called. */
export function debounceByHand(): StoryDebouncer & { readonly now: () => void } {
  const waiting = new Map<string, () => void>()
  return {
    schedule: (story, run) => void waiting.set(story, run),
    cancel: (story) => void waiting.delete(story),
    cancelAll: () => waiting.clear(),
    now() {
      const runs = [...waiting.values()]
      waiting.clear()
      for (const run of runs) run()
    },
  }
}
