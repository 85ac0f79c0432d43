/** The keys of the commands as this person has them: the table's own, and what was changed. Pure, for the window and for main's menu. */
import { COMMANDS, type Command, type CommandId } from './commands'

/** Accelerators that differ from the table; '' where a command has lost its key. */
export type KeyChanges = Readonly<Partial<Record<CommandId, string>>>

export const COMMAND_ROWS: readonly (Command & { readonly id: CommandId })[] = COMMANDS

const NAMED = ['Enter', ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`)]
/** A key on the keyboard (KeyboardEvent.code) for what an accelerator calls it; letters, digits and named keys call themselves. */
const CODES: Readonly<Record<string, string>> = {
  '=': 'Equal', '-': 'Minus', '.': 'Period', ',': 'Comma', ';': 'Semicolon', "'": 'Quote', '/': 'Slash', '\\': 'Backslash', '[': 'BracketLeft', ']': 'BracketRight', '`': 'Backquote'
}

export interface Chord { readonly code: string; readonly mod: boolean; readonly shift: boolean; readonly alt: boolean }

/** By physical key, so that shortcuts work on every layout. */
export function chordOf(accelerator: string): Chord {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const code = CODES[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key)
  return { code, mod: parts.includes('CmdOrCtrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') }
}

/** The accelerator of a chord; undefined for a key that none can be made of. */
export function acceleratorOf({ code, mod, shift, alt }: Chord): string | undefined {
  const key = /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? Object.keys(CODES).find((name) => CODES[name] === code) ?? (NAMED.includes(code) ? code : undefined)
  return key && [...(mod ? ['CmdOrCtrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), key].join('+')
}

const sameChord = (a: string, b: string): boolean => JSON.stringify(chordOf(a)) === JSON.stringify(chordOf(b))

/** Keys that belong to writing, to the window or to the system, whatever the table says. */
const RESERVED: Readonly<Record<string, string>> = {
  'CmdOrCtrl+A': 'selecting everything', 'CmdOrCtrl+C': 'copying', 'CmdOrCtrl+X': 'cutting', 'CmdOrCtrl+V': 'pasting', 'CmdOrCtrl+Shift+V': 'pasting without formats', 'CmdOrCtrl+Y': 'redoing',
  'CmdOrCtrl+Q': 'leaving Stet', 'CmdOrCtrl+W': 'closing the window', 'CmdOrCtrl+M': 'making the window small', 'CmdOrCtrl+Alt+3': 'small subheads', F11: 'the full screen'
}

/** Why a command may not have this key, for people; undefined when it may. */
export function whyNotKey(accelerator: string): string | undefined {
  const { code, mod } = chordOf(accelerator)
  if (!mod && !/^F\d+$/.test(code)) return 'Use a function key, or one held together with Ctrl or Cmd: the others are for writing.'
  const taken = Object.keys(RESERVED).find((key) => sameChord(key, accelerator))
  return taken === undefined ? undefined : `This key is for ${RESERVED[taken] ?? ''}, and stays so.`
}

/** The key of a command now; undefined when it has none. */
export function keyOf(id: CommandId, changes: KeyChanges): string | undefined {
  const key = changes[id] ?? COMMAND_ROWS.find((row) => row.id === id)?.keys
  return key === '' ? undefined : key
}

/** Whose key it is now. */
export const ownerOf = (accelerator: string, changes: KeyChanges): CommandId | undefined =>
  COMMAND_ROWS.find(({ id }) => { const key = keyOf(id, changes); return key !== undefined && sameChord(key, accelerator) })?.id

/** The changes with one more: the command gets the key ('' for none), and whoever had it loses it. What is as in the table is no change. */
export function withKey(id: CommandId, accelerator: string, changes: KeyChanges): KeyChanges {
  const owner = accelerator === '' ? undefined : ownerOf(accelerator, changes)
  return tidied({ ...changes, ...(owner === undefined || owner === id ? {} : { [owner]: '' }), [id]: accelerator })
}

/** The changes without one: the command has its first key again, and whoever was given that one loses it. */
export const withFirstKey = (id: CommandId, changes: KeyChanges): KeyChanges => withKey(id, COMMAND_ROWS.find((row) => row.id === id)?.keys ?? '', changes)

/** What can be used of changes that were stored: commands that are there, keys that may be given, no key twice. */
export const usableChanges = (stored: unknown): KeyChanges =>
  (stored !== null && typeof stored === 'object' ? Object.entries(stored) : []).reduce<KeyChanges>((changes, [id, key]) => {
    const row = COMMAND_ROWS.find((one) => one.id === id)
    const usable = row && typeof key === 'string' && (key === '' || (acceleratorOf(chordOf(key)) !== undefined && whyNotKey(key) === undefined))
    return usable ? withKey(row.id, key, changes) : changes
  }, {})

const tidied = (changes: KeyChanges): KeyChanges => Object.fromEntries(Object.entries(changes).filter(([id, key]) => key !== (COMMAND_ROWS.find((row) => row.id === id)?.keys ?? '')))
