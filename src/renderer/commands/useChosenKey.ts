import { useEffect, useEffectEvent } from 'react'
import { acceleratorOf, codeOfKey } from '../../ipc/keymap'
import { commandBoard } from '../state/commands/commands'

const HELD = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process'])

/** The pressed key: an accelerator, 'unusable' for keys that cannot form one, or 'nothing' for Escape and Tab. */
export type PressedKey = { readonly accelerator: string } | 'unusable' | 'nothing'

/** Listens for the next keys before commands and panels do, while `asked`. */
export function useChosenKey(asked: boolean, hear: (pressed: PressedKey) => void): void {
  const heard = useEffectEvent((event: KeyboardEvent): void => {
    if (HELD.has(event.key)) return event.preventDefault()
    // Tab keeps its meaning: the field must not trap the keyboard.
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return hear('nothing')
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.repeat) return
    if (event.key === 'Escape') return hear('nothing')
    const isMac = commandBoard.platform === 'darwin'
    const accelerator = (isMac ? event.ctrlKey : event.metaKey)
      ? undefined
      : acceleratorOf({
          code: codeOfKey(event),
          mod: isMac ? event.metaKey : event.ctrlKey,
          shift: event.shiftKey,
          alt: event.altKey,
        })
    hear(accelerator === undefined ? 'unusable' : { accelerator })
  })
  useEffect(() => {
    if (!asked) return
    const listen = (event: KeyboardEvent): void => heard(event)
    commandBoard.choosingKey = true
    window.addEventListener('keydown', listen, true)
    return () => {
      commandBoard.choosingKey = false
      window.removeEventListener('keydown', listen, true)
    }
  }, [asked])
}
