/**
 * What of another machine's ledger comes in. Everything is foreign until it is checked: each entry is whole and of this
 * story, what it follows is here or comes with it, and no known key is misused. All of it comes in, or nothing.
 */
import { mergeText } from '../../catalogue/merging/merge'
import { hashEntry } from '../ledger/hash'
import { isSignedForm, type LedgerEntry } from '../ledger/ledgerEntry'
import { followedBy } from '../ledger/order/ledgerOrder'
import { isWellFormed } from '../ledger/shapes/entryShape'
import { ledgerOf } from '../trust/chain'
import type { KeyHistory } from '../trust/keys/knownKeys'
import { gradeFor, goodSignatures, isAcceptanceOf, keyId, hashesUpTo, type CheckSignature } from '../trust/signing'
import { MOST_ENTRIES } from './mostEntries'

export interface LedgerHere {
  readonly guid: string
  /** All lines, also those that do not count, each after what it follows. Empty: the story is not here yet. */
  readonly lines: readonly LedgerEntry[]
  /** Number of the last line of the file. */
  readonly seq: number
  readonly history: KeyHistory
}

export interface LedgerThere {
  /** Each after what it follows. */
  readonly entries: readonly LedgerEntry[]
  /** The keys on the sender's device card, base64url. They give nothing; an entry that names one must be its. */
  readonly keys?: readonly string[]
}

/** `take`: the entries that are new here, numbered as the file goes on. */
export type LedgerMerge = { readonly take: readonly LedgerEntry[] } | { readonly refused: string }

/** `refused`: one clause for people. Then nothing may come in. */
export function mergeLedgers(here: LedgerHere, there: LedgerThere, check: CheckSignature): LedgerMerge {
  const { entries } = there
  if (entries.length > MOST_ENTRIES)
    return { refused: mergeText('ledger.tooMany', { count: entries.length, most: MOST_ENTRIES }) }
  if (entries.length === 0) return { refused: mergeText('ledger.empty') }
  const refused =
    whyNotWhole(here, entries) ??
    whyUnread(here, entries) ??
    whyOnce(here, entries) ??
    whyNotSigned(here, there, check) ??
    whyPutBack(here, entries)
  if (refused !== undefined) return { refused }
  const known = new Set(here.lines.map(({ hash }) => hash))
  const last = here.seq
  const fresh = entries.filter(({ hash }) => !known.has(hash))
  return {
    take: fresh.map((entry, at) => (entry.seq === last + at + 1 ? entry : { ...entry, seq: last + at + 1 })),
  }
}

/** Hashes, order and story: what needs no key. */
function whyNotWhole({ guid, lines }: LedgerHere, entries: readonly LedgerEntry[]): string | undefined {
  const ledger = ledgerOf(guid)
  const here = new Set(lines.map(({ hash }) => hash))
  const all = new Set(entries.map(({ hash }) => hash))
  const before = new Set<string>()
  for (const [index, entry] of entries.entries()) {
    const place = index + 1
    if (hashEntry(entry) !== entry.hash) return mergeText('ledger.changed', { place })
    if (before.has(entry.hash)) return mergeText('ledger.twice', { place })
    const follows = followedBy(entry)
    const lacks = follows.filter((hash) => !before.has(hash) && !here.has(hash))
    if (lacks.length > 0)
      return mergeText(lacks.every((hash) => all.has(hash)) ? 'ledger.reordered' : 'ledger.missing', { place })
    before.add(entry.hash)
    if (here.has(entry.hash)) continue
    if (isSignedForm(entry)) {
      if (entry.ledger !== ledger) return mergeText('ledger.otherStory', { place })
    } else if (lines.length > 0 || entry.seq !== place || (entry.prev ?? '') !== (entries[index - 1]?.hash ?? ''))
      // Their number is in their hash: they stand at the beginning of a file, one after the other, or nowhere.
      return mergeText('ledger.unsignedHere', { place })
    if (follows.length === 0 && (lines.length > 0 || place > 1)) return mergeText('ledger.secondBeginning', { place })
  }
  return undefined
}

/** Known keys: their signatures hold, and they sign what they may in the name of their person. */
function whyNotSigned({ lines, history }: LedgerHere, there: LedgerThere, check: CheckSignature): string | undefined {
  const { entries, keys = [] } = there
  const here = new Set(lines.map(({ hash }) => hash))
  const onCard = new Map(keys.map((key) => [keyId(key), key]))
  const publicKeyOf = (id: string): string | undefined => history.keys.get(id)?.publicKey ?? onCard.get(id)
  const good = goodSignatures([...lines, ...entries.filter(({ hash }) => !here.has(hash))], publicKeyOf, check)
  const byHash = new Map([...lines, ...entries].map((entry) => [entry.hash, entry]))
  for (const [index, entry] of entries.entries()) {
    const { signer = '', by, accepts } = entry
    if (here.has(entry.hash) || publicKeyOf(signer) === undefined) continue
    const place = index + 1
    if (!good.has(entry.hash)) return mergeText('ledger.forged', { by, place })
    const key = history.keys.get(signer)
    if (!key) continue
    const { person, grade } = key
    if (grade === 'library' && gradeFor(entry) !== 'library') return mergeText('ledger.forged', { by, place })
    if (grade === 'library' || person === by) continue
    if (accepts === undefined || !isAcceptanceOf(entry, byHash.get(accepts)))
      return mergeText('ledger.otherName', { by, person, place })
  }
  return undefined
}

/**
 * A device writes one line of entries. Where it goes on without entries of its own that are here, its library was put
 * back to an earlier day, or somebody cut its ledger: what was cut may have been the bad news. Keys of this library may
 * come back like that: then it was this one that was put back.
 */
function whyPutBack({ lines, history }: LedgerHere, entries: readonly LedgerEntry[]): string | undefined {
  const here = new Set(lines.map(({ hash }) => hash))
  const there = new Set(entries.map(({ hash }) => hash))
  const deviceOf = ({ signer }: LedgerEntry): string | undefined => {
    if (signer === undefined) return undefined
    const key = history.keys.get(signer)
    return key && !key.elsewhere ? undefined : (key?.device ?? signer)
  }
  /** Device → hash of its last new entry. */
  const goOn = new Map<string, string>()
  for (const entry of entries) {
    const device = here.has(entry.hash) ? undefined : deviceOf(entry)
    if (device !== undefined) goOn.set(device, entry.hash)
  }
  if (goOn.size === 0) return undefined
  const missing = lines.filter((entry) => !there.has(entry.hash) && goOn.has(deviceOf(entry) ?? ''))
  if (missing.length === 0) return undefined
  const all = [...lines, ...entries.filter(({ hash }) => !here.has(hash))]
  const followed = new Map<string, ReadonlySet<string>>()
  for (const entry of missing) {
    const device = deviceOf(entry) ?? ''
    const known = followed.get(device) ?? hashesUpTo(all, goOn.get(device) ?? '')
    followed.set(device, known)
    if (!known.has(entry.hash)) return mergeText('ledger.olderEnd', { person: entry.by })
  }
  return undefined
}

/**
 * Nobody here can tell what an entry of an unknown kind says, or one without the parts of its kind. It may take back a
 * verdict that comes with it.
 */
function whyUnread({ lines }: LedgerHere, entries: readonly LedgerEntry[]): string | undefined {
  const here = new Set(lines.map(({ hash }) => hash))
  const at = entries.findIndex((entry) => !here.has(entry.hash) && !isWellFormed(entry))
  const unread = entries[at]
  return unread && mergeText('ledger.unknownKind', { by: unread.by, place: at + 1 })
}

/**
 * Anybody can sign a kill with a key that the kill itself carries (keyOnce.ts). It counts in the library that made it;
 * none from another library comes into a file here, where a loss could later hide who brought it.
 */
function whyOnce({ lines }: LedgerHere, entries: readonly LedgerEntry[]): string | undefined {
  const here = new Set(lines.map(({ hash }) => hash))
  const at = entries.findIndex(({ hash, keyOnce }) => keyOnce !== undefined && !here.has(hash))
  const once = entries[at]
  return once && mergeText('ledger.once', { by: once.by, place: at + 1 })
}
