/** Whether an entry says what its kind has to say. Anybody with a key can sign another one, and its hash is right. */
import type { LedgerEntry } from '../ledgerEntry'
import { FACT_SHAPES } from './factShapes'
import { LIBRARY_SHAPES } from './libraryShapes'
import {
  count,
  instant,
  maybe,
  none,
  oneOf,
  parts,
  text,
  texts,
  type EventKind,
  type Parts,
  type Shape,
  type Shapes,
} from './shape'
import { STORY_SHAPES } from './storyShapes'

/** What every entry has, beside what it says. */
const COMMON: Parts<Omit<LedgerEntry, 'kind'>> = {
  seq: count,
  at: instant,
  by: text,
  ledger: maybe(text),
  follows: maybe(texts),
  heads: maybe(count),
  accepts: maybe(text),
  vouches: maybe(text),
  signer: maybe(text),
  signature: maybe(text),
  keyOnce: maybe(text),
  prev: maybe(text),
  hash: text,
}

/** It begins a story. After another entry it would take the place of what that one says. */
const BEGINNING = { ...COMMON, follows: maybe(none), prev: maybe(oneOf([''])) }

const PARTS: Shapes<EventKind> = { ...FACT_SHAPES, ...STORY_SHAPES, ...LIBRARY_SHAPES }
const SHAPES: ReadonlyMap<string, Shape<unknown>> = new Map(
  Object.entries(PARTS).map(([kind, of]) => [
    kind,
    parts({ ...(kind === 'created' ? BEGINNING : COMMON), ...of } as Parts<unknown>),
  ]),
)

/** An entry is never changed, and a story is verified several times while it is open. */
const known = new WeakMap<LedgerEntry, boolean>()

/** Whether this version of Stet knows the kind of the entry, and all its parts are there and of the right type. */
export function isWellFormed(entry: LedgerEntry): boolean {
  const before = known.get(entry)
  if (before !== undefined) return before
  const is = SHAPES.get(entry.kind)?.(entry) === true
  known.set(entry, is)
  return is
}
