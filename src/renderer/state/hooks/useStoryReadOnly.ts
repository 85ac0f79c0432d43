import { windowText } from '../../../catalogue/window/window'
import { isOver } from '../../../story/ledger/leaving/afterKill'
import { useNewsroom } from './useNewsroom'
import { useStory } from './useStory'

/**
 * Returns why nothing at all can be done with the open story: the library is read-only, or a newer Stet wrote the
 * story. Undefined if it can be moved, sent and duplicated.
 */
export function useStoryLocked(): string | undefined {
  return useNewsroom(
    ({ readOnly, session }) => readOnly ?? (session?.guarded ? windowText('story.newerStet') : undefined),
  )
}

/** The same, and why its words, facts and fields cannot be changed: it is killed, or spiked and not restored. */
export function useStoryReadOnly(): string | undefined {
  const locked = useStoryLocked()
  const stage = useStory(({ story }) => story.ledger.standing.stage)
  return locked ?? (stage !== null && isOver(stage) ? windowText(`story.${stage}`) : undefined)
}
