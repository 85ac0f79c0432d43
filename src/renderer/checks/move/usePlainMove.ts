import { useEffect, useRef } from 'react'
import { windowText } from '../../../catalogue/window/window'
import { STAGE_WORDS, type Stage } from '../../../story/ledger/stages'
import { pick, useNotice, useStory } from '../../state'
import { useWindowServices } from '../../state/windowServices'

/**
 * Moves the open story at once. Ignores further keys and clicks until the window shows the new stage: they were meant
 * for the same move.
 */
export function usePlainMove(): (to: Stage) => void {
  const { act } = useWindowServices().newsroom
  const { check, say } = useNotice()
  const story = useStory(pick('id', 'story', 'clear', 'judged'))
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
      const moved = check(outcome)
      // Nothing blocks such a move, so its issues are told: a story must not leave a desk with a forgotten TK in it.
      if (moved)
        say(
          windowText('plainMove.done', {
            stage: STAGE_WORDS[moved.stage],
            issues: story.judged ? story.clear.blocks.length : 0,
          }),
        )
    })
  }
}
