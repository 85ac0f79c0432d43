import { useEffect } from 'react'
import { COMMANDS, type Command, type CommandId } from '../../ipc/commands'
import { announceSelection } from '../../editor/selectionInStep'
import { runCommand } from '../state'

const ROWS: readonly (Command & { readonly id: CommandId })[] = COMMANDS
const CODES: Readonly<Record<string, string>> = { '=': 'Equal', '-': 'Minus', '.': 'Period', ',': 'Comma' }

interface Chord { readonly code: string; readonly mod: boolean; readonly shift: boolean; readonly alt: boolean; readonly id: CommandId }

/** By physical key, so that shortcuts work on every layout. */
const chordOf = (id: CommandId, accelerator: string): Chord => {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const code = CODES[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key)
  return { id, code, mod: parts.includes('CmdOrCtrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') }
}

const CHORDS: readonly Chord[] = ROWS.flatMap((row) => (row.keys === undefined ? [] : [chordOf(row.id, row.keys)]))
/** Commands that the sheet's own keymap carries out when the keyboard is there; here they are heard after it. */
const SHEET_KEYS: ReadonlySet<CommandId> = new Set<CommandId>([
  'edit.undo', 'edit.redo', 'format.bold', 'format.italic', 'format.paragraph', 'format.subhead', 'format.quote', 'format.bulletList', 'format.orderedList', 'fact.tag'
])
/** Keys that mean something of their own inside a field. */
const FIELD_KEYS: ReadonlySet<CommandId> = new Set<CommandId>(['edit.undo', 'edit.redo', 'format.bold', 'format.italic'])

/**
 * The shortcuts of all commands, heard by the window itself: what the sheet's keymap has handled comes here marked as
 * done. The menu shows the same keys and leaves them to the window.
 */
export function useShortcuts(platform: string): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent, ofSheet: boolean): void => {
      if (event.defaultPrevented || event.isComposing) return
      const mod = platform === 'darwin' ? event.metaKey : event.ctrlKey
      const other = platform === 'darwin' ? event.ctrlKey : event.metaKey
      if (other) return
      const chord = CHORDS.find(({ code, mod: wanted, shift, alt }) => code === event.code && wanted === mod && shift === event.shiftKey && alt === event.altKey)
      if (!chord || SHEET_KEYS.has(chord.id) !== ofSheet) return
      const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea')
      if (inField && (FIELD_KEYS.has(chord.id) || chord.code === 'Enter')) return
      announceSelection(document)
      if (runCommand(chord.id)) {
        event.preventDefault()
        if (!ofSheet) event.stopPropagation()
      }
    }
    // ProseMirror marks every Enter as done, whatever is held with it: what is not the sheet's is heard before it.
    const early = (event: KeyboardEvent): void => hear(event, false)
    const late = (event: KeyboardEvent): void => hear(event, true)
    window.addEventListener('keydown', early, true)
    window.addEventListener('keydown', late)
    return () => {
      window.removeEventListener('keydown', early, true)
      window.removeEventListener('keydown', late)
    }
  }, [platform])
}
