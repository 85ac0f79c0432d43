import { windowText } from '../../../catalogue/window'
import { useNewsroom } from './useNewsroom'

/** Why nothing of the open story can be changed here: nothing of the library can, or a newer Stet wrote the story. Undefined when it can be. */
export function useStoryReadOnly(): string | undefined {
  return useNewsroom(
    ({ readOnly, session }) => readOnly ?? (session?.guarded ? windowText('story.newerStet') : undefined),
  )
}
