import { windowText } from '../../../catalogue/window/window'
import { useNewsroom } from './useNewsroom'

/**
 * Returns why the open story cannot be changed: the library is read-only, or a newer Stet wrote the story. Undefined if
 * it can be changed.
 */
export function useStoryReadOnly(): string | undefined {
  return useNewsroom(
    ({ readOnly, session }) => readOnly ?? (session?.guarded ? windowText('story.newerStet') : undefined),
  )
}
