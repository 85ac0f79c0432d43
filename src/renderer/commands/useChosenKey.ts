import { useEffect, useEffectEvent } from 'react'
import { acceleratorOf } from '../../ipc/keymap'
import { commandBoard } from '../state/commands/commands'

const HELD = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process'])

/** What was pressed: an accelerator, 'unusable' for keys that none is made of, or nothing, with Escape or Tab. */
export type PressedKey = { readonly accelerator: string } | 'unusable' | 'nothing'

/** Hears the next keys, before any command and any panel does, while `asked`. */
export function useChosenKey(asked: boolean, hear: (pressed: PressedKey) => void): void {
  const heard = useEffectEvent((event: KeyboardEvent): void => {
    if (HELD.has(event.key)) return event.preventDefault()
    // Tab goes on its way: nobody is held here.
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return hear('nothing')
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.repeat) return
    if (event.key === 'Escape') return hear('nothing')
    const isMac = commandBoard.platform === 'darwin'
    const accelerator = (isMac ? event.ctrlKey : event.metaKey)
      ? undefined
      : acceleratorOf({
          code: event.code,
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
