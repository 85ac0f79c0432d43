import { useEffect, useRef } from 'react'
import type { Stage } from '../../story/ledger/stages'
import { pick, useNotice, useStory } from '../state'
import { useWindowServices } from '../state/windowServices'

/**
 * Moves the open story at once. Ignores further keys and clicks until the window shows the new stage: they were meant
 * for the same move.
 */
export function usePlainMove(): (to: Stage) => void {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const story = useStory(pick('id', 'story'))
  const standing = story
    ? `${story.id} ${story.story.ledger.standing.version} ${story.story.ledger.standing.stage}`
    : undefined
  const shown = useRef(standing)
  const underWay = useRef<{ readonly from: string | undefined; done: boolean }>(undefined)
  useEffect(() => {
    shown.current = standing
    if (underWay.current?.done) underWay.current = undefined
  }, [standing])

  return (to) => {
    if (!story || underWay.current) return
    const move = { from: standing, done: false }
    underWay.current = move
    void act('story.move', { story: story.id, to }).then((outcome) => {
      move.done = true
      if (!outcome.ok || shown.current !== move.from) underWay.current = undefined
      check(outcome)
    })
  }
}
