/** Puts off a look at a story until its changes have settled. */
export interface Settle {
  /** Runs `look` after a quiet while; asking again for the same story starts the while anew. */
  soon(story: string, look: () => void): void
  cancel(story: string): void
  cancelAll(): void
}

/** Looks 400 ms after the last change, but at least every 4 s while changes keep coming. */
export function systemSettle(quiet = 400, longest = 4000): Settle {
  const waiting = new Map<string, { timer: NodeJS.Timeout; since: number }>()
  const cancel = (story: string) => {
    clearTimeout(waiting.get(story)?.timer)
    waiting.delete(story)
  }
  return {
    soon(story, look) {
      const since = waiting.get(story)?.since ?? performance.now()
      cancel(story)
      const delay = Math.max(0, Math.min(quiet, since + longest - performance.now()))
      const timer = setTimeout(() => {
        waiting.delete(story)
        look()
      }, delay)
      // A pending look must not keep the command line from ending; closing the newsroom settles everything anyway.
      timer.unref()
      waiting.set(story, { timer, since })
    },
    cancel,
    cancelAll() {
      for (const story of [...waiting.keys()]) cancel(story)
    },
  }
}

/** For tests: looks only when told to. */
export function settleByHand(): Settle & { readonly now: () => void } {
  const waiting = new Map<string, () => void>()
  return {
    soon: (story, look) => void waiting.set(story, look),
    cancel: (story) => void waiting.delete(story),
    cancelAll: () => waiting.clear(),
    now() {
      const looks = [...waiting.values()]
      waiting.clear()
      for (const look of looks) look()
    },
  }
}
