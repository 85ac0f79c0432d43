/** The keys of a person: those of the tables and the changes to them. Pure: the window and main's menu use it. */
import { commandsText } from '../catalogue/rooms/commands'
import type { FactType } from '../story/ledger/facts/fact'
import { COMMANDS, REVIEW_KEYS, TYPE_KEYS, type CommandId, type ReviewKeyId, type TypeKeyId } from './commands'
import { defined } from '../story/text/defined'

export type KeyId = CommandId | ReviewKeyId | TypeKeyId
/** Where a key acts: in the whole window, in review, or while the types of a fact are offered. */
export type KeyPlace = 'window' | 'review' | 'types'

/** Accelerators that differ from the tables. '' if a command has no key. */
export type KeyChanges = Readonly<Partial<Record<KeyId, string>>>

interface KeyRow {
  readonly id: KeyId
  readonly label: string
  readonly keys?: string
  readonly place: KeyPlace
}

/** Not by `{ ...row, place }`, which would read the label now: the language may change. */
const placed =
  (place: KeyPlace) =>
  (row: Omit<KeyRow, 'place'>): KeyRow => ({
    id: row.id,
    ...defined({ keys: row.keys }),
    place,
    get label() {
      return row.label
    },
  })

export const KEY_ROWS: readonly KeyRow[] = [
  ...COMMANDS.map(placed('window')),
  ...REVIEW_KEYS.map(placed('review')),
  ...TYPE_KEYS.map(placed('types')),
]
const ROWS: ReadonlyMap<string, KeyRow> = new Map(KEY_ROWS.map((row) => [row.id, row]))
const firstKey = (id: string): string => ROWS.get(id)?.keys ?? ''
export const placeOf = (id: KeyId): KeyPlace => ROWS.get(id)?.place ?? 'window'

const NAMED = ['Enter', ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`)]
/** `KeyboardEvent.code` by the sign in an accelerator. Letters, digits and named keys need no entry. */
const CODES: Readonly<Record<string, string>> = {
  '=': 'Equal',
  '-': 'Minus',
  '.': 'Period',
  ',': 'Comma',
  ';': 'Semicolon',
  "'": 'Quote',
  '/': 'Slash',
  '\\': 'Backslash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '`': 'Backquote',
}

export interface Chord {
  readonly code: string
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** Where digits are typed. Their keys count by place: some layouts need Shift for a digit. */
const OF_DIGITS = /^(?:Digit|Numpad)/

/**
 * The code of a pressed key as its label has it, whatever the layout: on a French keyboard the key labelled A is
 * `KeyA`. A key counts by its place if it types another script (Korean, Cyrillic) or what Option makes on macOS.
 */
export function codeOfKey(pressed: { readonly key: string; readonly code: string; readonly altKey: boolean }): string {
  const { key, code, altKey } = pressed
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`
  return altKey || OF_DIGITS.test(code) ? code : (CODES[key] ?? code)
}

/** Whether what was typed is a sign that a command may have. Some layouts need Shift for it. */
export const isKeySign = (key: string): boolean => Object.hasOwn(CODES, key)

/** Reads an accelerator. Its code is that of `codeOfKey`. */
export function chordOf(accelerator: string): Chord {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const code = CODES[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key)
  return { code, mod: parts.includes('CmdOrCtrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') }
}

/** Returns the accelerator of a chord, or undefined if the key cannot have one. */
export function acceleratorOf({ code, mod, shift, alt }: Chord): string | undefined {
  const key =
    /^(?:Key|Digit)(.)$/.exec(code)?.[1] ??
    Object.keys(CODES).find((name) => CODES[name] === code) ??
    (NAMED.includes(code) ? code : undefined)
  return key && [...(mod ? ['CmdOrCtrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), key].join('+')
}

const sameChord = (a: string, b: string): boolean => JSON.stringify(chordOf(a)) === JSON.stringify(chordOf(b))

/** Keys that writing, the window or the system use. No command may have one. Each with the key of its text. */
const RESERVED = {
  'CmdOrCtrl+A': 'reserved.selectAll',
  'CmdOrCtrl+C': 'reserved.copy',
  'CmdOrCtrl+X': 'reserved.cut',
  'CmdOrCtrl+V': 'reserved.paste',
  'CmdOrCtrl+Shift+V': 'reserved.pastePlain',
  'CmdOrCtrl+Y': 'reserved.redo',
  'CmdOrCtrl+Q': 'reserved.quit',
  'CmdOrCtrl+W': 'reserved.close',
  'CmdOrCtrl+M': 'reserved.minimize',
  'CmdOrCtrl+Alt+3': 'reserved.smallSubhead',
  F11: 'reserved.fullScreen',
} as const satisfies Readonly<Record<string, Parameters<typeof commandsText>[0]>>

const SIGNS: ReadonlySet<string> = new Set(Object.values(CODES))

/** Says why no command of this place may have this key. Undefined if one may. */
export function whyNotKey(accelerator: string, place: KeyPlace = 'window'): string | undefined {
  const { code, mod, shift, alt } = chordOf(accelerator)
  if (place !== 'window')
    return mod || shift || alt || !(/^(?:Key|Digit)/.test(code) || SIGNS.has(code))
      ? commandsText('whyNotKey.letter')
      : undefined
  if (!mod && !/^F\d+$/.test(code)) return commandsText('whyNotKey.writing')
  const taken = Object.entries(RESERVED).find(([key]) => sameChord(key, accelerator))
  return taken && commandsText('whyNotKey.reserved', { use: commandsText(taken[1]) })
}

/** The key of a command with these changes. Undefined if it has none. */
export function keyOf(id: KeyId, changes: KeyChanges): string | undefined {
  const key = changes[id] ?? firstKey(id)
  return key === '' ? undefined : key
}

/** The command that has this key in that place. */
export const ownerOf = (accelerator: string, changes: KeyChanges, place: KeyPlace = 'window'): KeyId | undefined =>
  KEY_ROWS.find((row) => {
    const key = row.place === place ? keyOf(row.id, changes) : undefined
    return key !== undefined && sameChord(key, accelerator)
  })?.id

/** What a key does in review, without Ctrl or Cmd. */
export const reviewKeyOf = (code: string, changes: KeyChanges): ReviewKeyId | undefined =>
  REVIEW_KEYS.find(({ id }) => isKey(id, code, changes))?.id

/** The fact type of a key, without Ctrl or Cmd. */
export const typeOfKey = (code: string, changes: KeyChanges): FactType | undefined =>
  TYPE_KEYS.find(({ id }) => isKey(id, code, changes))?.type

function isKey(id: KeyId, code: string, changes: KeyChanges): boolean {
  const key = keyOf(id, changes)
  return key !== undefined && chordOf(key).code === code
}

/**
 * Adds a change: the command gets the key ('' for none), and the command that had it loses it. A key that equals the
 * table's is not a change.
 */
export function withKey(id: KeyId, accelerator: string, changes: KeyChanges): KeyChanges {
  const owner = accelerator === '' ? undefined : ownerOf(accelerator, changes, placeOf(id))
  return tidied({ ...changes, ...(owner === undefined || owner === id ? {} : { [owner]: '' }), [id]: accelerator })
}

/** Gives a command the table's key again. A command that had been given that key loses it. */
export const withFirstKey = (id: KeyId, changes: KeyChanges): KeyChanges => withKey(id, firstKey(id), changes)

/** Keeps what is valid of stored changes: existing commands, keys that may be given, no key twice. */
export const usableChanges = (stored: unknown): KeyChanges =>
  (stored !== null && typeof stored === 'object' ? Object.entries(stored) : []).reduce<KeyChanges>(
    (changes, [id, key]) => {
      const row = ROWS.get(id)
      const usable =
        row &&
        typeof key === 'string' &&
        (key === '' || (acceleratorOf(chordOf(key)) !== undefined && whyNotKey(key, row.place) === undefined))
      return usable ? withKey(row.id, key, changes) : changes
    },
    {},
  )

const tidied = (changes: KeyChanges): KeyChanges =>
  Object.fromEntries(Object.entries(changes).filter(([id, key]) => key !== firstKey(id)))
