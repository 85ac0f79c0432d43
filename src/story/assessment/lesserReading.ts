/** After a merge was undone, a fact gets the lower status of two readings: with what the merge brought, and without. */
import type { FactStatus } from '../ledger/facts/fact'
import type { FactRecord } from '../ledger/record/factRecord'
import { defined } from '../text/defined'
import type { Assessment } from './assessment'

/** From what gives most trust on. All others keep a story from being cleared. */
const BY_TRUST: readonly FactStatus[] = ['verified', 'letStand', 'onAuthor', 'toCheck']

const rank = (status: FactStatus): number => {
  const at = BY_TRUST.indexOf(status)
  return at < 0 ? BY_TRUST.length : at
}

/** Assesses a fact by its record, and by those without what was undone, and answers with the least of them. */
export function eachReading(record: FactRecord, assess: (of: FactRecord) => Assessment): Assessment {
  const all = assess(record)
  let least = all
  for (const other of record.without ?? []) {
    if (rank(least.status) === BY_TRUST.length) return least
    const without = assess(other)
    // Of the same status: the one that does not rest on what was undone.
    if (rank(without.status) >= rank(least.status)) least = restingOn(all, without)
  }
  return least
}

/** The verdict of one reading, with all that is noted of the fact. */
function restingOn(all: Assessment, { current, beside, differs, refused, ...verdict }: Assessment): Assessment {
  const { current: _current, beside: _beside, differs: _differs, refused: _refused, ...noted } = all
  const { status, reasons, precedingChanged, changes, beforeViews, answered } = verdict
  return {
    ...noted,
    ...{ status, reasons, precedingChanged, changes, beforeViews, answered },
    ...defined({ current, beside, differs, refused }),
  }
}
