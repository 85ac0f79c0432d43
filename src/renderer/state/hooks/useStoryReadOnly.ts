import { useRoom } from '../room'
import { useValue } from '../stores/value'

/** Why nothing of the open story can be changed here: nothing of the library can, or a newer Stet wrote the story. Undefined when it can be. */
export function useStoryReadOnly(): string | undefined {
  const { newsroom } = useRoom()
  const { readOnly } = useValue(newsroom.facts)
  const session = useValue(newsroom.session)
  return readOnly ?? (session?.guarded ? NEWER : undefined)
}

const NEWER = 'A newer Stet wrote this story: it is shown here, and changed, moved or exported there.'
