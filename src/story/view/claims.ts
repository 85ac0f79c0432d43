/** Texts that people type beside the copy. In a view, one that holds a protected name is only its HMAC. */
import { foldName } from '../text/words/personName'
import { canonical } from '../text/compare'
import { macOf } from './commitment'
import type { Source } from '../desk/source'
import type { PartText } from '../ledger/facts/viewParts'

const known = new WeakMap<ReadonlyMap<string, Source>, readonly Guarded[]>()

interface Guarded {
  readonly id: string
  readonly key: string
  readonly names: readonly string[]
}

function guardedIn(book: ReadonlyMap<string, Source>): readonly Guarded[] {
  const before = known.get(book)
  if (before) return before
  const guarded = [...new Map([...book.values()].map((source) => [source.id, source])).values()].flatMap(
    ({ id, protected: isProtected, commitmentKey: key, name, aliases }) =>
      isProtected && key !== undefined
        ? [{ id, key, names: [name, ...aliases].map(foldName).filter((one) => one !== '') }]
        : [],
  )
  known.set(book, guarded)
  return guarded
}

/** The text as the view holds it: canonical, or its HMAC if it holds a name of a protected source. */
export function claimOf(text: string, book: ReadonlyMap<string, Source>): PartText {
  const guarded = guardedIn(book)
  const plain = canonical(text)
  if (guarded.length === 0) return plain
  const folded = foldName(plain)
  const found = guarded.find(({ names }) => names.some((name) => folded.includes(name)))
  return found ? { source: found.id, mac: macOf(found.key, plain) } : plain
}

/** The HMAC of a text under this source's key. The text itself if the source has none. */
export function keyedHashOf(text: string, source: Source): PartText {
  const plain = canonical(text)
  return source.commitmentKey === undefined ? plain : { source: source.id, mac: macOf(source.commitmentKey, plain) }
}

/** Whether the signed part is this text now. A keyed hash whose source or key is gone is never the same. */
export function samePart(
  signed: PartText | undefined,
  now: string | undefined,
  book: ReadonlyMap<string, Source>,
): boolean {
  const plain = canonical(now ?? '')
  if (signed === undefined) return plain === ''
  if (typeof signed === 'string') return canonical(signed) === plain
  const key = book.get(signed.source)?.commitmentKey
  return key !== undefined && macOf(key, plain) === signed.mac
}

/** What a part reads, for people. '' if only a hash is kept. */
export const readable = (part: PartText | undefined): string => (typeof part === 'string' ? part : '')
