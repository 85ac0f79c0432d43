import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useNewsroom } from './useNewsroom'

/**
 * Marks lists as busy while they are older than the words in the sheet. Written past React: it changes with every run
 * of typing.
 */
export function useStaleFlag<E extends HTMLElement>(): RefObject<E | null> {
  const session = useNewsroom((newsroom) => newsroom.session)
  const lists = useRef<E>(null)
  useLayoutEffect(() => {
    const show = (): void => lists.current?.setAttribute('aria-busy', String(session?.store.getState().stale ?? false))
    show()
    return session?.store.subscribe(show)
  }, [session])
  return lists
}
