import { useLayoutEffect } from 'react'
import { useNewsroom } from '../state'

/** Tells the style sheets how this person wants the window to look. */
export function useLook(): void {
  const { size = 'normal', width = 'normal', underlines = 'all' } = useNewsroom(({ look }) => look)
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['copySize'] = size
    dataset['copyWidth'] = width
    dataset['underlines'] = underlines
  }, [size, width, underlines])
}
