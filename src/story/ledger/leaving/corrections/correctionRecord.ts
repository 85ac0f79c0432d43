import { defined } from '../../../text/defined'
import type { CorrectionRecord } from './correctionNote'
import type { LedgerEntry } from '../../ledgerEntry'

/** The correction record of an entry. */
export function correctionRecordOf({
  seq,
  by,
  at,
  version,
  was,
  is,
  since,
  cause,
  publicText,
  approver,
  selfApproved,
  stood,
}: Extract<LedgerEntry, { kind: 'correctionNoted' }>): CorrectionRecord {
  return {
    entry: seq,
    version,
    by,
    at,
    was,
    is,
    since,
    cause,
    publicText,
    ...defined({ approver, selfApproved, stood }),
  }
}
