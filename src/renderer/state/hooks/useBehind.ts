import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { StoryHook } from './useStory'

/** Marks lists as busy while they are older than the words in the sheet. Written past React, since it changes with every run of typing. */
export function useBehind<E extends HTMLElement>(story: StoryHook | null): RefObject<E | null> {
  const lists = useRef<E>(null)
  const behind = story?.session.behind
  useLayoutEffect(() => {
    const show = (): void => lists.current?.setAttribute('aria-busy', String(behind?.get() ?? false))
    show()
    return behind?.watch(show)
  }, [behind])
  return lists
}
