import { useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import type { CommandId } from '../../../ipc/commands'
import { COMMANDS } from '../../../ipc/commands'
import { chordOf, codeOfKey, keyOf, type Chord, type KeyChanges } from '../../../ipc/keymap'
import { announceSelection } from '../../../editor/view/selectionInStep'
import { runCommand } from '../../state'
import { commandBoard } from '../../state/commands/commands'
import { forgetEnters, isLeftOverEnter, isSecondEnter } from '../../ui/focus/leftOverEnter'

/**
 * Commands that the sheet's own keymap runs while the sheet has the keyboard. The window listens for them after the
 * sheet.
 */
const SHEET_KEYS: ReadonlySet<CommandId> = new Set<CommandId>([
  'edit.undo',
  'edit.redo',
  'format.bold',
  'format.italic',
  'format.paragraph',
  'format.subhead',
  'format.quote',
  'format.bulletList',
  'format.orderedList',
  'fact.tag',
])
/** Commands whose keys have another meaning inside a text field. */
const FIELD_KEYS: ReadonlySet<CommandId> = new Set<CommandId>([
  'edit.undo',
  'edit.redo',
  'format.bold',
  'format.italic',
])

/** Fields with an undo of their own. A tick box or a button has none. */
const TEXT_FIELD = 'input:not([type=checkbox], [type=radio]), textarea'

/** What takes Enter for itself: a form sends, and behind a dialog nothing happens. */
const TAKES_ENTER = 'form, [role=dialog], [role=alertdialog]'

/** What a held key does again and again. Any other command runs once: a held Ctrl+N would make a heap of stories. */
const MAY_REPEAT = /^edit\.(un|re)do$|^view\.zoom|\.(next|previous)$/

type Heard = Chord & {
  readonly id: CommandId
  /** True if the sheet's keymap has the key: the window listens after the sheet. */
  readonly ofSheet: boolean
}

const heardNow = (changes: KeyChanges): readonly Heard[] =>
  COMMANDS.flatMap(({ id }) => {
    const key = keyOf(id, changes)
    return key === undefined ? [] : [{ ...chordOf(key), id, ofSheet: SHEET_KEYS.has(id) && changes[id] === undefined }]
  })

/** Keys in the sheet's keymap whose commands now have other keys. */
const freedOfSheet = (changes: KeyChanges): readonly Chord[] =>
  COMMANDS.flatMap(({ id, keys }) =>
    SHEET_KEYS.has(id) && changes[id] !== undefined && keys !== undefined ? [chordOf(keys)] : [],
  )

/**
 * Listens for the shortcuts of all commands. Ignores events that the sheet's keymap has handled. The menu shows the
 * same keys but does not register them.
 */
export function useShortcuts(platform: string): void {
  const changes = useStore(commandBoard.store, ({ keys }) => keys)
  useLayoutEffect(() => {
    const chords = heardNow(changes)
    const freed = freedOfSheet(changes)
    const hear = (event: KeyboardEvent, ofSheet: boolean): void => {
      if (event.defaultPrevented || event.isComposing || commandBoard.choosingKey) return
      const mod = platform === 'darwin' ? event.metaKey : event.ctrlKey
      const other = platform === 'darwin' ? event.ctrlKey : event.metaKey
      if (other) return
      const pressed = codeOfKey(event)
      const isThis = ({ code, mod: wanted, shift, alt }: Chord): boolean =>
        code === pressed && wanted === mod && shift === event.shiftKey && alt === event.altKey
      const chord = chords.find(isThis)
      const target = event.target instanceof HTMLElement ? event.target : undefined
      const inSheet = (): boolean => target?.isContentEditable === true
      if (!ofSheet && (isLeftOverEnter(event, inSheet, mod) || (!chord && freed.some(isThis) && inSheet()))) {
        event.preventDefault()
        event.stopPropagation()
      }
      if (!chord || chord.ofSheet !== ofSheet) return
      if (target?.matches(TEXT_FIELD) && (FIELD_KEYS.has(chord.id) || chord.code === 'Enter')) return
      if (target?.closest(TAKES_ENTER) && chord.code === 'Enter') return
      announceSelection(document)
      // Ctrl+Enter pressed twice would send a comment and file the story, or file it and take it into review.
      const isAgain = event.repeat || (chord.code === 'Enter' && isSecondEnter())
      if ((isAgain && !MAY_REPEAT.test(chord.id)) || runCommand(chord.id)) {
        event.preventDefault()
        if (!ofSheet) event.stopPropagation()
      }
    }
    // ProseMirror prevents the default of every Enter, with any modifier. Commands outside the sheet are therefore
    // heard before it.
    forgetEnters()
    const early = (event: KeyboardEvent): void => {
      // It ends what an input method composes. Heard on, it would also close the field or the dialog around it.
      if (event.isComposing && event.key === 'Escape') event.stopPropagation()
      hear(event, false)
    }
    const late = (event: KeyboardEvent): void => hear(event, true)
    window.addEventListener('keydown', early, true)
    window.addEventListener('keydown', late)
    // Two presses of Enter with a click between them are no double press.
    window.addEventListener('pointerdown', forgetEnters, true)
    return () => {
      window.removeEventListener('keydown', early, true)
      window.removeEventListener('keydown', late)
      window.removeEventListener('pointerdown', forgetEnters, true)
    }
  }, [platform, changes])
}
