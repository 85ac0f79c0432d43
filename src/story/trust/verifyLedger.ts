/** Says which entries of a story's ledger count. One verifier for window, command line and doctor. */
import { isSignedForm, type LedgerEntry } from '../ledger/ledgerEntry'
import type { LedgerEnd } from '../ledger/events/libraryEvent'
import { ledgerOf } from './chain'
import { entriesWithoutRight, type WithoutRight } from './elsewhere'
import { broughtOnce, keysOnce } from './keys/keyOnce'
import { endNoted, type KeyHistory, type KnownKey } from './keys/knownKeys'
import { whyNotSigned, whyUnreadBeforeKeys, type Refused } from './refused'
import { goodSignatures, isWhole, hashesUpTo, type CheckSignature } from './signing'

export interface VerifiedLedger {
  readonly counted: readonly LedgerEntry[]
  /** Entries that do not count although they should: a loss. */
  readonly refused: readonly Refused[]
  /** Entries of other machines that do not count: nobody here trusts their key, or not for this. That is no loss. */
  readonly apart: readonly LedgerEntry[]
  /** Those of them whose person has not the right here, and why. */
  readonly withoutRight: readonly WithoutRight[]
}

/**
 * Divides the entries of a story into those that count and those that do not. `entries`: each whole (chain.ts), in the
 * order of the file. `merging`: hashes of those that a merge is about to bring.
 */
export function verifyLedger(
  { id: story, guid }: { readonly id: string; readonly guid: string },
  entries: readonly LedgerEntry[],
  history: KeyHistory,
  check: CheckSignature,
  merging: readonly string[] = [],
): VerifiedLedger {
  const { keys, sealed, sealedAtPin } = history
  // From before keys: nothing was signed. A signed entry shows that the keys are lost.
  if (sealed === undefined && !entries.some(isSignedForm)) return beforeKeys(entries)
  const once = keysOnce(entries)
  const good = goodSignatures(entries, (id) => keys.get(id)?.publicKey ?? once.get(id), check)
  const unsigned = hashesUpTo(entries, sealed?.[story]?.head ?? '')
  const open = sealedAtPin && hashesUpTo(entries, sealedAtPin[story]?.head ?? '')
  const wasThere = atRetirement(story, entries, history)
  const counted: LedgerEntry[] = []
  const refused: Refused[] = []
  const ledger = ledgerOf(guid)
  let latest = ''
  for (const entry of entries) {
    const why = isSignedForm(entry)
      ? whyNotSigned(entry, {
          ledger,
          history,
          good,
          latest,
          entries: counted,
          wasThere,
          ...(open ? { sealedAtPin: open } : {}),
        })
      : unsigned.has(entry.hash)
        ? whyUnreadBeforeKeys(entry)
        : ({ kind: 'unsigned' } as const)
    if (why) refused.push({ entry, ...why })
    else {
      counted.push(entry)
      if (entry.at > latest) latest = entry.at
    }
  }
  const brought = broughtIn(entries, counted, merging)
  // A merge takes in no bad signature of a key that is known: such a line was changed here.
  const isApart = ({ entry: { hash, signer = '' } }: Refused): boolean => {
    const key = keys.get(signer)
    return brought.has(hash) && (key === undefined || (key.elsewhere === true && good.has(hash)))
  }
  const merged = counted.filter(({ kind, signer = '' }) => kind === 'merged' && !keys.get(signer)?.elsewhere)
  const foreign = broughtOnce(entries, merged, merging)
  const without = entriesWithoutRight(counted, history, open)
  const withoutRight = without.filter(({ here }) => !here)
  const refusedHere = without.flatMap(({ entry, why, here }) =>
    here ? [{ entry, kind: 'noRight', why } as const] : [],
  )
  const left = [...withoutRight.map(({ entry }) => entry), ...counted.filter(({ hash }) => foreign.has(hash))]
  const gone = new Set([...without.map(({ entry }) => entry), ...left])
  return {
    counted: gone.size > 0 ? counted.filter((entry) => !gone.has(entry)) : counted,
    refused: [...refused.filter((one) => !isApart(one)), ...refusedHere],
    apart: [...refused.flatMap((one) => (isApart(one) ? [one.entry] : [])), ...left],
    withoutRight,
  }
}

function beforeKeys(entries: readonly LedgerEntry[]): VerifiedLedger {
  const refused = entries.flatMap((entry): readonly Refused[] => {
    const why = whyUnreadBeforeKeys(entry)
    return why ? [{ entry, ...why }] : []
  })
  const gone = new Set(refused.map(({ entry }) => entry))
  const counted = gone.size > 0 ? entries.filter((entry) => !gone.has(entry)) : entries
  return { counted, refused, apart: [], withoutRight: [] }
}

/** The hashes of all that merges took in, and of what was here before them. */
function broughtIn(
  entries: readonly LedgerEntry[],
  counted: readonly LedgerEntry[],
  merging: readonly string[],
): ReadonlySet<string> {
  const known = new Set<string>(merging)
  for (const { kind, hash } of counted.toReversed())
    if (kind === 'merged' && (merging.length > 0 || !known.has(hash)))
      for (const before of hashesUpTo(entries, hash)) known.add(before)
  return known
}

/**
 * Answers whether the story had an entry when its key retired: the retirement noted where each ledger ended, so a time
 * that is put back does not help, and a clock that is ahead harms nobody. Where that end, or an entry before it, is
 * missing, which is a loss of its own, nobody knows; then nothing of another machine's key counts.
 */
function atRetirement(
  story: string,
  entries: readonly LedgerEntry[],
  history: KeyHistory,
): (entry: LedgerEntry, key: KnownKey) => boolean | undefined {
  const known = new Map<string, ReadonlySet<string> | undefined>()
  const upTo = ({ head, beside = [] }: LedgerEnd): ReadonlySet<string> | undefined => {
    const parts = [head, ...beside].map((hash) => hashesUpTo(entries, hash))
    const found = new Set(parts.flatMap((part) => [...part]))
    return parts.every(({ size }) => size > 0) && isWhole(entries, found) ? found : undefined
  }
  return ({ hash }, { endsKnown, elsewhere }) => {
    if (endsKnown === undefined) return undefined
    const end = endNoted(history, story, endsKnown)
    if (!end) return false
    if (!known.has(end.head)) known.set(end.head, upTo(end))
    return known.get(end.head)?.has(hash) ?? (elsewhere ? false : undefined)
  }
}
