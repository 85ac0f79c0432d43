/** Which key signs an entry, and how a signature is checked. */
import { hashText } from '../ledger/hash'
import type { LedgerEntry, LedgerEvent } from '../ledger/ledgerEntry'
import type { KeyGrade } from '../ledger/events/libraryEvent'

/** Whether `signature` (base64url) is that of `publicKey` (base64url) over the bytes of `hash` (hex). */
export type CheckSignature = (publicKey: string, hash: string, signature: string) => boolean

/** The id of a public key. It belongs to no other key, so an entry that names it names the key itself. */
export const keyId = (publicKey: string): string => hashText(publicKey).slice(0, 32)

/** What the one-time code of an invitation signs: nobody else can use the signature for another key. */
export const invitationHash = (person: string, id: string): string => hashText(`stet invitation ${person} ${id}`)

/** Stet's own notes. They can only take trust away, so the library's key, which is not encrypted, may sign them. */
const NOTES: ReadonlySet<LedgerEvent['kind']> = new Set<LedgerEvent['kind']>([
  'created',
  'tagged',
  'reworded',
  'lapsed',
  'restored',
  'suggested',
  'suggestionDropped',
  'suggestionReopened',
  'exported',
  'exportFailed',
  'lossFound',
  'recordsKept',
  // Who joins has no key yet. A role counts only from an editor once there are PINs (keyHistory.ts).
  'personAdded',
  'sealed',
  'keyAdded',
  'head',
  'headsCompacted',
])

/** What gives or takes back a verdict, moves a story, or gives rights. */
const VERDICTS: ReadonlySet<LedgerEvent['kind']> = new Set<LedgerEvent['kind']>([
  'signed',
  'withdrawn',
  'moved',
  'overridden',
  'dismissed',
  'undismissed',
  'retyped',
  'untagged',
  'roleChanged',
  'personLeft',
  'personReturned',
  'deskOfOne',
  'wordAdded',
  'wordRemoved',
  'storyDeleted',
  'storyTakenBack',
  'invited',
  'deviceTrusted',
  'sourcesShared',
  'lossAccepted',
  // Who is no author any more may verify; a file that lies elsewhere is not missed.
  'bylineStruck',
  // Who may change the copy.
  'pen',
  'filesElsewhere',
  // What waits for an editor waits no more.
  'apartDecided',
])

/**
 * The lowest grade of key that may sign an event. 'plain' is enough for a verdict until the library has its first
 * PIN.
 */
export function gradeFor(event: LedgerEvent): KeyGrade {
  if (event.kind === 'moved' && event.automatic) return event.to === 'inReview' ? 'library' : 'pin'
  // A kill takes words away. It must be possible when nobody knows any more who is on the roster.
  if (event.kind === 'moved' && event.to === 'killed') return 'library'
  if (event.kind === 'signed' && event.status === 'queried') return 'plain'
  if (event.kind === 'suggested' && event.corrects) return 'plain'
  // The acceptance of a proposal makes its proposer no writer of the words: that gives trust.
  if (event.kind === 'reworded' && event.adopted?.length) return 'pin'
  // Who adds a source may have no PIN. What it is worth is asked when the source book is read (signedSources.ts).
  if (event.kind === 'sourcesSigned') return event.all ? 'library' : 'plain'
  if (event.kind === 'fieldSet') return event.legalHash === undefined ? 'plain' : 'pin'
  // Who a protected source is went along.
  if (event.kind === 'exported' && event.shared?.length) return 'pin'
  // What an undo took away counts again.
  if (event.kind === 'merged') return event.again === undefined ? 'plain' : 'pin'
  if (event.kind === 'correctionNoted') return event.approver === undefined ? 'plain' : 'pin'
  if (VERDICTS.has(event.kind)) return 'pin'
  return NOTES.has(event.kind) ? 'library' : 'plain'
}

/** What an acceptor may write in the name of the proposer: the verdict, and the evidence that turned. */
const ON_ACCEPTANCE: ReadonlySet<LedgerEvent['kind']> = new Set<LedgerEvent['kind']>([
  'signed',
  'evidenceRemoved',
  'evidenceAdded',
])

/**
 * Whether `entry` may be what its person proposed with `suggested`, which that person signed. Whether such a verdict
 * counts is asked each time the story is read: story/assessment/verdicts/acceptance.ts.
 */
export function isAcceptanceOf(entry: LedgerEntry, suggested: LedgerEntry | undefined): boolean {
  if (suggested?.kind !== 'suggested' || suggested.by !== entry.by || !ON_ACCEPTANCE.has(entry.kind)) return false
  const { corrects } = suggested
  if (!corrects || !('fact' in entry) || entry.fact !== corrects.fact) return false
  if (entry.kind === 'evidenceRemoved') return entry.evidence === corrects.evidence
  if (entry.kind === 'evidenceAdded') return entry.replaces === undefined && entry.evidence.stance === 'supports'
  return entry.kind === 'signed' && entry.status === 'verified' && entry.words === corrects.words
}

/** The digest of the signatures of these entries: an entry that follows them vouches for them. */
export const vouchFor = (entries: readonly Pick<LedgerEntry, 'signature'>[]): string =>
  hashText(entries.map(({ signature = '' }) => signature).join(' ')).slice(0, 32)

/**
 * The hashes of the entries that carry a good signature. A signature vouches for what it follows too, as far as that
 * carries the same key: nobody follows an entry that does not count. So a run of entries by one person costs one check.
 */
export function goodSignatures(
  entries: readonly LedgerEntry[],
  publicKeyOf: (key: string) => string | undefined,
  check: CheckSignature,
): ReadonlySet<string> {
  const good = new Set<string>()
  const vouched = new Map<string, string>()
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]))
  for (const { hash, signer: key, signature, vouches, follows = [] } of entries.toReversed()) {
    if (key === undefined || signature === undefined) continue
    const publicKey = publicKeyOf(key)
    if (publicKey === undefined) continue
    if (vouched.get(hash) !== key && !check(publicKey, hash, signature)) continue
    good.add(hash)
    if (vouches === vouchFor(follows.map((before) => byHash.get(before) ?? {})))
      for (const before of follows) vouched.set(before, key)
  }
  return good
}

/** The hashes of `head` and of all that it follows. Empty when the ledger lacks `head`. */
export function hashesUpTo(entries: readonly LedgerEntry[], head: string): ReadonlySet<string> {
  const wanted = new Set([head])
  const found = new Set<string>()
  for (const { hash, follows, prev = '' } of entries.toReversed()) {
    if (!wanted.has(hash)) continue
    found.add(hash)
    for (const before of follows ?? [prev]) wanted.add(before)
  }
  return found
}

/** Whether none of these entries follows one that is missing. */
export function isWhole(entries: readonly LedgerEntry[], some: ReadonlySet<string>): boolean {
  const there = new Set(entries.map(({ hash }) => hash))
  return entries.every(
    ({ hash, follows, prev = '' }) =>
      !some.has(hash) || (follows ?? [prev]).every((before) => before === '' || there.has(before)),
  )
}
