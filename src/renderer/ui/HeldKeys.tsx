import { useEffectEvent, useLayoutEffect } from 'react'
import { windowText } from '../../catalogue/window/window'
import { holdKeys } from './focus/heldKeys'

/**
 * Has the keyboard while it is shown: in place of a part that takes the keyboard once it is loaded.
 * @param listens - The part listens to the keys of the whole window: it gets each key from the moment it is shown,
 *   and what was typed before is dropped.
 */
export function HeldKeys({ onEscape, listens = false }: { readonly onEscape: () => void; readonly listens?: boolean }) {
  const leave = useEffectEvent(onEscape)
  useLayoutEffect(() => holdKeys(windowText('shared.opening'), () => leave(), listens), [listens])
  return null
}
