import { useLayoutEffect, useRef } from 'react'
import { placesCalled } from '../../ui/focus/focusService'

/**
 * Saves a field that is removed from the page while the keyboard is in it, as when its panel folds. The browser tells
 * no blur of it. `name`: the name of its place.
 */
export function useSaveWhenRemoved(name: string, save: () => unknown): void {
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  useLayoutEffect(
    () => () => {
      if (placesCalled(name).some((place) => place.contains(document.activeElement))) latest.current()
    },
    [name],
  )
}
