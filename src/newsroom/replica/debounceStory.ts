/** Debounces the work that follows the changes of a story. */
export interface StoryDebouncer {
  /** Calls `run` after a quiet time. A new call for the same story starts the quiet time again. */
  schedule(story: string, run: () => void): void
  cancel(story: string): void
  cancelAll(): void
}

/** Debounces `run` per story: after 400 ms of quiet, at the latest after 4 s. */
export function debounceStory(quiet = 400, longest = 4000): StoryDebouncer {
  const waiting = new Map<string, { timer: NodeJS.Timeout; since: number }>()
  const cancel = (story: string) => {
    clearTimeout(waiting.get(story)?.timer)
    waiting.delete(story)
  }
  return {
    schedule(story, run) {
      const since = waiting.get(story)?.since ?? performance.now()
      cancel(story)
      const delay = Math.max(0, Math.min(quiet, since + longest - performance.now()))
      const timer = setTimeout(() => {
        waiting.delete(story)
        run()
      }, delay)
      // A pending run must not keep the command line alive: closing the newsroom writes everything anyway.
      timer.unref()
      waiting.set(story, { timer, since })
    },
    cancel,
    cancelAll() {
      for (const story of [...waiting.keys()]) cancel(story)
    },
  }
}
