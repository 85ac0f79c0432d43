import { useEffect, useState } from 'react'
import type { SinceHandedOver, SinceItem } from '../../../story/requests/exchange/sinceRequests'
import { useNotice } from '../../state'
import { useWindowServices } from '../../state/windowServices'

export interface Since {
  /** Undefined while it is read, and when it cannot be. */
  readonly since: SinceHandedOver | undefined
  /** What the person has not kept or put back yet. */
  readonly items: readonly SinceItem[]
  readonly isRead: boolean
  /** Why it cannot be read. */
  readonly problem: string | undefined
  /** Takes out the thing that was put back, and reads again what came back. */
  readonly readWithout: (key: string) => Promise<void>
  /** Takes these out of the list for good. False: that could not be kept, and the person was told. */
  readonly markSeen: (keys: readonly string[]) => Promise<boolean>
}

/** What came back since the story was handed over, read again when its history has more `entries`. */
export function useSince(story: string, entries: number): Since {
  const { act, call } = useWindowServices().newsroom
  const { check } = useNotice()
  const [since, setSince] = useState<SinceHandedOver>()
  const [seen, setSeen] = useState<ReadonlySet<string>>()
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    let gone = false
    void act('story.sinceHandedOver', { story }).then((outcome) => {
      if (gone) return
      if (outcome.ok) setSince(outcome.value)
      setProblem(outcome.ok ? undefined : outcome.message)
    })
    void call('seenSince', { story }).then((outcome) => {
      if (!gone) setSeen(new Set(outcome.ok ? outcome.value.keys : []))
    })
    return () => {
      gone = true
    }
  }, [act, call, story, entries])

  return {
    since,
    items: since?.items.filter(({ key }) => seen?.has(key) === false) ?? [],
    isRead: since !== undefined && seen !== undefined,
    problem,
    readWithout: async (key) => {
      const now = check(await act('story.sinceHandedOver', { story }))
      // A suggestion leaves the words as they are.
      const done = check(await call('seenSince', { story, more: [key] }))
      if (now) setSince(now)
      if (done) setSeen(new Set(done.keys))
    },
    markSeen: async (keys) => {
      const done = check(await call('seenSince', { story, more: keys }))
      if (done) setSeen(new Set(done.keys))
      return done !== undefined
    },
  }
}
