/** The keys as this person has them: the tables' own, and what was changed. Pure, for the window and for main's menu. */
import type { FactType } from '../story/ledger/fact'
import {
  COMMANDS,
  REVIEW_KEYS,
  TYPE_KEYS,
  type Command,
  type CommandId,
  type LetterKey,
  type ReviewKeyId,
  type TypeKeyId,
} from './commands'

export type KeyId = CommandId | ReviewKeyId | TypeKeyId
/** Where a key acts: everywhere in the window, in review, or while the types of a fact are offered. */
export type KeyPlace = 'window' | 'review' | 'types'

/** Accelerators that differ from the tables; '' where a command has lost its key. */
export type KeyChanges = Readonly<Partial<Record<KeyId, string>>>

export const COMMAND_ROWS: readonly (Command & { readonly id: CommandId })[] = COMMANDS
export const REVIEW_ROWS: readonly (LetterKey & { readonly id: ReviewKeyId })[] = REVIEW_KEYS

interface KeyRow {
  readonly id: KeyId
  readonly label: string
  readonly keys?: string
  readonly place: KeyPlace
}

export const KEY_ROWS: readonly KeyRow[] = [
  ...COMMAND_ROWS.map((row) => ({ ...row, place: 'window' as const })),
  ...REVIEW_ROWS.map((row) => ({ ...row, place: 'review' as const })),
  ...TYPE_KEYS.map((row) => ({ ...row, place: 'types' as const })),
]
const ROWS: ReadonlyMap<string, KeyRow> = new Map(KEY_ROWS.map((row) => [row.id, row]))
const firstKey = (id: string): string => ROWS.get(id)?.keys ?? ''
export const placeOf = (id: KeyId): KeyPlace => ROWS.get(id)?.place ?? 'window'

const NAMED = ['Enter', ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`)]
/** A key on the keyboard (KeyboardEvent.code) for what an accelerator calls it; letters, digits and named keys call themselves. */
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

/** By physical key, so that shortcuts work on every layout. */
export function chordOf(accelerator: string): Chord {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const code = CODES[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key)
  return { code, mod: parts.includes('CmdOrCtrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') }
}

/** The accelerator of a chord; undefined for a key that none can be made of. */
export function acceleratorOf({ code, mod, shift, alt }: Chord): string | undefined {
  const key =
    /^(?:Key|Digit)(.)$/.exec(code)?.[1] ??
    Object.keys(CODES).find((name) => CODES[name] === code) ??
    (NAMED.includes(code) ? code : undefined)
  return key && [...(mod ? ['CmdOrCtrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), key].join('+')
}

const sameChord = (a: string, b: string): boolean => JSON.stringify(chordOf(a)) === JSON.stringify(chordOf(b))

/** Keys that belong to writing, to the window or to the system, whatever the table says. */
const RESERVED: Readonly<Record<string, string>> = {
  'CmdOrCtrl+A': 'selecting everything',
  'CmdOrCtrl+C': 'copying',
  'CmdOrCtrl+X': 'cutting',
  'CmdOrCtrl+V': 'pasting',
  'CmdOrCtrl+Shift+V': 'pasting without formats',
  'CmdOrCtrl+Y': 'redoing',
  'CmdOrCtrl+Q': 'leaving Stet',
  'CmdOrCtrl+W': 'closing the window',
  'CmdOrCtrl+M': 'making the window small',
  'CmdOrCtrl+Alt+3': 'small subheads',
  F11: 'the full screen',
}

const SIGNS: ReadonlySet<string> = new Set(Object.values(CODES))

/** Why no command of this place may have this key, for people; undefined when one may. */
export function whyNotKey(accelerator: string, place: KeyPlace = 'window'): string | undefined {
  const { code, mod, shift, alt } = chordOf(accelerator)
  if (place !== 'window')
    return mod || shift || alt || !(/^(?:Key|Digit)/.test(code) || SIGNS.has(code))
      ? 'Use a letter, a digit or a sign by itself: nothing is written here.'
      : undefined
  if (!mod && !/^F\d+$/.test(code))
    return 'Use a function key, or one held together with Ctrl or Cmd: the others are for writing.'
  const taken = Object.keys(RESERVED).find((key) => sameChord(key, accelerator))
  return taken === undefined ? undefined : `This key is for ${RESERVED[taken] ?? ''}, and stays so.`
}

/** The key of a command now; undefined when it has none. */
export function keyOf(id: KeyId, changes: KeyChanges): string | undefined {
  const key = changes[id] ?? firstKey(id)
  return key === '' ? undefined : key
}

/** Whose key it is now in that place. */
export const ownerOf = (accelerator: string, changes: KeyChanges, place: KeyPlace = 'window'): KeyId | undefined =>
  KEY_ROWS.find((row) => {
    const key = row.place === place ? keyOf(row.id, changes) : undefined
    return key !== undefined && sameChord(key, accelerator)
  })?.id

/** What a key by itself does in review now. */
export const reviewKeyOf = (code: string, changes: KeyChanges): ReviewKeyId | undefined =>
  REVIEW_ROWS.find(({ id }) => isKey(id, code, changes))?.id

/** Which type of fact a key by itself stands for now. */
export const typeOfKey = (code: string, changes: KeyChanges): FactType | undefined =>
  TYPE_KEYS.find(({ id }) => isKey(id, code, changes))?.type

function isKey(id: KeyId, code: string, changes: KeyChanges): boolean {
  const key = keyOf(id, changes)
  return key !== undefined && chordOf(key).code === code
}

/** The changes with one more: the command gets the key ('' for none), and whoever had it loses it. What is as in the table is no change. */
export function withKey(id: KeyId, accelerator: string, changes: KeyChanges): KeyChanges {
  const owner = accelerator === '' ? undefined : ownerOf(accelerator, changes, placeOf(id))
  return tidied({ ...changes, ...(owner === undefined || owner === id ? {} : { [owner]: '' }), [id]: accelerator })
}

/** The changes without one: the command has its first key again, and whoever was given that one loses it. */
export const withFirstKey = (id: KeyId, changes: KeyChanges): KeyChanges => withKey(id, firstKey(id), changes)

/** What can be used of changes that were stored: commands that are there, keys that may be given, no key twice. */
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
