import { useNewsroom } from './useNewsroom'

/** Why nothing of the open story can be changed here: nothing of the library can, or a newer Stet wrote the story. Undefined when it can be. */
export function useStoryReadOnly(): string | undefined {
  return useNewsroom(({ readOnly, session }) => readOnly ?? (session?.guarded ? NEWER : undefined))
}

const NEWER = 'A newer Stet wrote this story: it is shown here, and changed, moved or exported there.'
