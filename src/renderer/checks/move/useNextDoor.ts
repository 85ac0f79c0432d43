import { useEffect, useMemo, useState } from 'react'
import type { Verdict } from '../../../story/assessment/finding'
import { findingName } from '../../../story/ledger/events/gateEvent'
import { legalMoves, type Door, type Move } from '../../../story/ledger/stages'
import type { StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'

/** Doors that ask for the findings of clearing, or for none. */
export const SAME_AS_CLEAR: ReadonlySet<Door> = new Set<Door>(['file', 'sendBack', 'spike', 'clear'])

export interface NextDoorAnswer extends DoorAnswer {
  readonly move: Move
}

/** The most likely next move, and what its door asks for beyond clearing. Undefined: the story can go nowhere. */
export function useNextDoor(story: StoryPart<'id' | 'story' | 'copy' | 'clear'>): NextDoorAnswer | undefined {
  const { clear } = story
  const move = legalMoves(story.story.ledger.standing, story.story.fields.kind)[0]
  const { verdict, problem } = useDoorVerdict(story, move && !SAME_AS_CLEAR.has(move.door) ? move.door : undefined)
  const known = useMemo(() => new Set([...clear.blocks, ...clear.warns].map(findingName)), [clear])
  return move && { move, verdict: verdict && without(verdict, known), problem }
}

interface DoorAnswer {
  readonly verdict?: Verdict | undefined
  readonly problem?: string | undefined
}

/** Asks the owner's gate for a door whose rules need more than this window knows. */
function useDoorVerdict(story: StoryPart<'id' | 'story' | 'copy'>, door: Door | undefined): DoorAnswer {
  const { act } = useWindowServices().newsroom
  const [answer, setAnswer] = useState<DoorAnswer & { readonly door?: Door }>({})
  const { id, copy } = story
  const { ledger } = story.story
  useEffect(() => {
    if (!door) return
    let gone = false
    void act('story.gate', { story: id, door }).then((outcome) => {
      if (!gone) setAnswer(outcome.ok ? { door, verdict: outcome.value } : { door, problem: outcome.message })
    })
    return () => {
      gone = true
    }
  }, [act, door, id, copy, ledger])
  return answer.door === door ? answer : {}
}

const without = (verdict: Verdict, known: ReadonlySet<string>): Verdict => ({
  ...verdict,
  blocks: verdict.blocks.filter((finding) => !known.has(findingName(finding))),
  warns: verdict.warns.filter((finding) => !known.has(findingName(finding))),
})
