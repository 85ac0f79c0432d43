import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { WhyApart } from '../../../story/requests/exchange/mergeRequests'
import { hasFirstPin, type KeyHistory } from '../../../story/trust/keys/knownKeys'
import { gradeFor } from '../../../story/trust/signing'

/** Why an entry of another machine does not count here. */
export function whyApart(entry: LedgerEntry, history: KeyHistory): WhyApart {
  if (entry.signer === undefined || entry.signature === undefined) return 'unsigned'
  const key = history.keys.get(entry.signer)
  if (!key) return 'unknownKey'
  if (key.retired !== undefined) return 'ended'
  return hasFirstPin(history) && key.grade === 'plain' && gradeFor(entry) === 'pin' ? 'needsPin' : 'otherwise'
}
