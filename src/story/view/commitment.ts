/**
 * A commitment to a source: a sign-off can tell later that the source has another name, kind, root or ground rules, but
 * nobody can read the name out of it or try names on it without the source's key.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../text/canonicalJson'
import { canonical } from '../text/compare'
import { rootsOf } from '../ledger/writers/independence'
import type { Source } from '../desk/source'

/** HMAC-SHA256 (hex) of the text under a source's key. */
export const macOf = (key: string, text: string): string => bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(text)))

const known = new WeakMap<ReadonlyMap<string, Source>, Map<string, string>>()

/**
 * The commitment to the source that this id leads to: 64 hex digits for the name, then 64 for kind, roots, ground
 * rules, their wording, the agreed description and "official record". '' for a source without a key: nothing to
 * compare. 'unknown' if the book does not have it.
 */
export function commitmentOf(id: string, book: ReadonlyMap<string, Source>): string {
  const ofBook = known.get(book) ?? new Map<string, string>()
  if (ofBook.size === 0) known.set(book, ofBook)
  const before = ofBook.get(id)
  if (before !== undefined) return before
  const source = book.get(id)
  const made = source ? commit(source, book) : 'unknown'
  ofBook.set(id, made)
  return made
}

function commit(source: Source, book: ReadonlyMap<string, Source>): string {
  const { commitment, commitmentKey: key, kind, groundRules, wording = '', description = '' } = source
  if (commitment !== undefined) return commitment
  if (key === undefined) return ''
  const terms = {
    kind,
    roots: [...rootsOf(source, book)].sort(),
    groundRules,
    wording: canonical(wording),
    description: canonical(description),
    official: source.officialRecord === true,
  }
  return nameMac(source, source.name) + macOf(key, canonicalJson({ terms }))
}

const nameMac = ({ commitmentKey: key }: Source, name: string): string =>
  key === undefined ? '' : macOf(key, canonicalJson({ name: canonical(name) }))

/**
 * The name of this record to which a commitment commits: its own, or one that it had before. Undefined: it is one to
 * somebody else. Only who has the key of the source can make such a record.
 */
export const committedName = (commitment: string, source: Source): string | undefined =>
  source.commitmentKey === undefined
    ? undefined
    : [source.name, ...source.aliases].find((name) => nameMac(source, name) === commitment.slice(0, 64))

/** Whether two commitments are to the same terms: kind, roots, ground rules, wording, description, official record. */
export const haveSameTerms = (one: string, other: string): boolean => one.slice(64) === other.slice(64)

/** `sameAs` of a source whose name changed from `before` in its spelling only. */
export const withSpelling = (source: Source, before: string): readonly string[] => [
  ...new Set([...(source.sameAs ?? []), ...[nameMac(source, before)].filter((mac) => mac !== '')]),
]

/** Whether the signed commitment still holds for the source that this id leads to. */
export function holdsStill(signed: string, id: string, book: ReadonlyMap<string, Source>): boolean {
  if (signed === '') return true
  const now = commitmentOf(id, book)
  return now === signed || isSpelledOtherwise(signed, now, book.get(id))
}

/** Whether a later commitment to a source differs only by the name, and that only by its spelling. */
export const isSpelledOtherwise = (signed: string, now: string, source: Source | undefined): boolean =>
  haveSameTerms(signed, now) && (source?.sameAs ?? []).includes(signed.slice(0, 64))
