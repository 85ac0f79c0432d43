/**
 * Which records of the source book a person signed, as the library's own ledger says. Anybody can write sources.json:
 * what they change there would take a name out of the search for protected names. docs/decisions/signed-sources.md.
 */
import type { Source } from '../desk/source'
import { hashText } from '../ledger/hash'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import { canonicalJson } from '../text/canonicalJson'
import type { KeyHistory } from './keys/knownKeys'

/**
 * The hashes that each record may have, by id, oldest first; '' for none. Several: the file may be behind the ledger,
 * as a crash or a failed write leaves it.
 */
export type SignedSources = ReadonlyMap<string, ReadonlySet<string>>

const NONE = ''
const hashes = new WeakMap<Source, string>()

/** A record holds its commitment key, so nobody can try names on the hash of one. */
function recordHash(source: Source): string {
  const hash = hashes.get(source) ?? hashText(canonicalJson(source))
  hashes.set(source, hash)
  return hash
}

/**
 * `counted`: the entries that count, in the order of the file. Undefined: the library has no PIN yet, or was not
 * written since by a Stet that signs records. Then the file is all there is.
 */
export function signedSources(
  counted: readonly LedgerEntry[],
  { keys }: Pick<KeyHistory, 'keys'>,
): SignedSources | undefined {
  let signed: Map<string, Set<string>> | undefined
  let written: string | undefined
  /** The records signed since the file was written last: only these may be one of several. */
  const changing = new Set<string>()
  for (const entry of counted) {
    if (entry.kind === 'recordsKept') {
      const sha256 = entry.files['sources']?.sha256
      // The file was written since: only what was signed last can be in it.
      if (sha256 !== written) {
        for (const id of changing) keepLast(signed?.get(id))
        changing.clear()
      }
      written = sha256
    }
    if (entry.kind !== 'sourcesSigned') continue
    if (entry.all) {
      signed ??= new Map(Object.entries(entry.records).map(([id, hash]) => [id, new Set([hash])]))
      continue
    }
    const hasPin = keys.get(entry.signer ?? '')?.grade === 'pin'
    for (const [id, hash] of Object.entries(entry.records)) {
      if (!signed || (!hasPin && !maySignPlainly(signed, id, hash))) continue
      const some = signed.get(id) ?? new Set([NONE])
      some.delete(hash)
      signed.set(id, some.add(hash))
      changing.add(id)
    }
  }
  return signed
}

/** Whether the book was signed as it was when signing began. */
export const hasFirstBook = (counted: readonly LedgerEntry[]): boolean =>
  counted.some((entry) => entry.kind === 'sourcesSigned' && entry.all)

/** Whether an unencrypted key is enough: it adds a source, or says again what the file may hold. */
export function maySignPlainly(signed: SignedSources, id: string, hash: string): boolean {
  const some = signed.get(id)
  return some === undefined || some.has(NONE) || some.has(hash)
}

/** What has to be signed so that the book may be written: the hash of each record that is not the one signed last. */
export function recordsToSign(sources: readonly Source[], signed: SignedSources): Readonly<Record<string, string>> {
  const now = new Map(sources.map((source) => [source.id, recordHash(source)]))
  const changed = [...now].filter(([id, hash]) => last(signed.get(id)) !== hash)
  const gone = [...signed].flatMap(([id, some]) => (now.has(id) || last(some) === NONE ? [] : [[id, NONE] as const]))
  return Object.fromEntries([...changed, ...gone])
}

/** The hash of each record by id. */
export const recordsOf = (sources: readonly Source[]): Readonly<Record<string, string>> =>
  Object.fromEntries(sources.map((source) => [source.id, recordHash(source)]))

/** Whether somebody with the right to do so signed this record. */
export const isSigned = (source: Source, signed: SignedSources): boolean =>
  (signed.get(source.id) ?? NOTHING).has(recordHash(source))
const NOTHING: ReadonlySet<string> = new Set()

export interface UnsignedSource {
  readonly id: string
  /** What the file has of it, and nobody signed. */
  readonly is: 'changed' | 'added' | 'gone'
  /** Hash of the record in the file. */
  readonly hash: string
}

/** How the file differs from what people signed. */
export function unsignedSources(sources: readonly Source[], signed: SignedSources): readonly UnsignedSource[] {
  const there = new Set<string>()
  const others = sources.filter((source) => {
    // A second record of the same id would hide the first.
    const isSecond = there.has(source.id)
    there.add(source.id)
    return isSecond || !isSigned(source, signed)
  })
  return [
    ...others.map((source): UnsignedSource => {
      const isNew = [...(signed.get(source.id) ?? [NONE])].every((hash) => hash === NONE)
      return { id: source.id, is: isNew ? 'added' : 'changed', hash: recordHash(source) }
    }),
    ...[...signed].flatMap(([id, some]): readonly UnsignedSource[] =>
      there.has(id) || some.has(NONE) ? [] : [{ id, is: 'gone', hash: NONE }],
    ),
  ]
}

const last = (some: ReadonlySet<string> | undefined): string => [...(some ?? [])].at(-1) ?? NONE

function keepLast(some: Set<string> | undefined): void {
  const hash = last(some)
  some?.clear()
  some?.add(hash)
}
