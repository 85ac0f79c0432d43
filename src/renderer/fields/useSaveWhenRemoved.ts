import { useLayoutEffect, useRef } from 'react'
import { PLACES } from '../state/focusPlaces'
import { placesCalled } from '../ui/focus/focusService'
import type { FieldName } from '../../story/ledger/fields'

/**
 * Saves a field that is removed from the page while the keyboard is in it, as when its panel folds. The browser tells
 * no blur of it.
 */
export function useSaveWhenRemoved(field: FieldName, save: () => unknown): void {
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  useLayoutEffect(
    () => () => {
      if (placesCalled(PLACES.field(field)).some((place) => place.contains(document.activeElement))) latest.current()
    },
    [field],
  )
}
