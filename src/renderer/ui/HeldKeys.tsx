import { useEffectEvent, useLayoutEffect } from 'react'
import { windowText } from '../../catalogue/window/window'
import { holdKeys } from './focus/heldKeys'

/** Has the keyboard while it is shown: in place of a part that takes the keyboard once it is loaded. */
export function HeldKeys({ onEscape }: { readonly onEscape: () => void }) {
  const leave = useEffectEvent(onEscape)
  useLayoutEffect(() => holdKeys(windowText('shared.opening'), () => leave()), [])
  return null
}
