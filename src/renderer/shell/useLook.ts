import { useLayoutEffect } from 'react'
import { useNewsroom } from '../state'

/** Tells the style sheets how this person wants the window to look. */
export function useLook(): void {
  const { width = 'normal', underlines = 'all' } = useNewsroom(({ look }) => look)
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['copyWidth'] = width
    dataset['underlines'] = underlines
  }, [width, underlines])
}
