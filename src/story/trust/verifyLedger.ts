/** Says which entries of a story's ledger count. One verifier for window, command line and doctor. */
import { isSignedForm, type LedgerEntry } from '../ledger/ledgerEntry'
import { ledgerOf } from './chain'
import type { KeyHistory } from './knownKeys'
import { whyNotSigned, type Refused } from './refused'
import { goodSignatures, sealedBy, type CheckSignature } from './signing'

export interface VerifiedLedger {
  readonly counted: readonly LedgerEntry[]
  readonly refused: readonly Refused[]
}

/** `entries`: those of the story, each whole (chain.ts), in the order of its file. */
export function verifyLedger(
  { id: story, guid }: { readonly id: string; readonly guid: string },
  entries: readonly LedgerEntry[],
  history: KeyHistory,
  check: CheckSignature,
): VerifiedLedger {
  const { keys, sealed, sealedAtPin } = history
  // From before keys: nothing was signed. A signed entry shows that the keys are lost.
  if (sealed === undefined && !entries.some(isSignedForm)) return { counted: entries, refused: [] }
  const good = goodSignatures(entries, (id) => keys.get(id)?.publicKey, check)
  const unsigned = sealedBy(entries, sealed?.[story]?.head ?? '')
  const open = sealedAtPin && sealedBy(entries, sealedAtPin[story]?.head ?? '')
  const counted: LedgerEntry[] = []
  const refused: Refused[] = []
  const ledger = ledgerOf(guid)
  let latest = ''
  for (const entry of entries) {
    const why = isSignedForm(entry)
      ? whyNotSigned(entry, { ledger, history, good, latest, entries: counted, ...(open ? { sealedAtPin: open } : {}) })
      : unsigned.has(entry.hash)
        ? undefined
        : ({ kind: 'unsigned' } as const)
    if (why) refused.push({ entry, kind: why.kind })
    else {
      counted.push(entry)
      if (entry.at > latest) latest = entry.at
    }
  }
  return { counted, refused }
}
