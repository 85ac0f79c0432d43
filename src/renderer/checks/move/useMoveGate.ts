import { useCallback, useEffect, useState } from 'react'
import type { Verdict } from '../../../story/assessment/finding'
import type { Move } from '../../../story/ledger/stages'
import type { StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'

/** What the gate said: its verdict, or why it could not be asked. */
export interface GateAnswer {
  readonly verdict?: Verdict
  readonly problem?: string
}

type Door = Move['door']

/**
 * Asks the gate about a door, and again whenever the words or the ledger of the story change. The answer is undefined
 * until the gate has answered for this door. The function takes a newer verdict, which a refused move brings.
 */
export function useMoveGate(
  story: StoryPart<'id' | 'story' | 'copy'>,
  door: Door | undefined,
): readonly [GateAnswer | undefined, (verdict: Verdict) => void] {
  const { act } = useWindowServices().newsroom
  const [asked, setAsked] = useState<GateAnswer & { readonly door: Door }>()
  useEffect(() => {
    if (!door) return
    let gone = false
    void act('story.gate', { story: story.id, door }).then((outcome) => {
      if (!gone) setAsked(outcome.ok ? { door, verdict: outcome.value } : { door, problem: outcome.message })
    })
    return () => {
      gone = true
    }
    // The story's objects change with its words and its ledger. Asking again then keeps the verdict true.
  }, [act, door, story.id, story.copy, story.story.ledger])
  const take = useCallback((verdict: Verdict) => setAsked(door && { door, verdict }), [door])
  return [asked?.door === door ? asked : undefined, take]
}
