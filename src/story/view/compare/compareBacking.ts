/** What changed in the backing of a fact since it was signed (rule 7): evidence, sources, ground rules, translation. */
import { hashEvidence, hashTranslation } from '../../ledger/hash'
import type { SignOff } from '../../ledger/facts/fact'
import type { FactRecord } from '../../ledger/record/factRecord'
import type { Source } from '../../desk/source'
import { holdsStill } from '../commitment'
import type { ViewChange } from './viewChange'

export interface Backing {
  readonly record: FactRecord
  readonly sources: ReadonlyMap<string, Source>
}

/** The changes, each with its weight: `nothing` does not lapse the verdict. Empty: the backing is as it was signed. */
export function backingChanges(signed: SignOff, { record, sources }: Backing): readonly ViewChange[] {
  const now = new Set(record.evidence.map(hashEvidence))
  const then = new Set(signed.evidence)
  const added = record.evidence.filter((item) => !then.has(hashEvidence(item)))
  const changes: ViewChange[] = []
  if (signed.evidence.some((hash) => !now.has(hash)) || added.some(({ stance }) => stance === 'contradicts'))
    changes.push(lapse('evidence'))
  else if (added.length > 0) changes.push({ ...lapse('evidence'), weight: 'nothing', lapses: false })
  const resting = new Set(record.evidence.map(({ source }) => source))
  const negotiated = [...resting].filter((source) => {
    const version = signed.groundRules[source]
    // A source that is missing from the book has no ground rules to rely on.
    return version !== undefined && version !== sources.get(source)?.groundRulesVersion
  })
  if (negotiated.length > 0) changes.push(lapse('groundRules'))
  const commitments = Object.entries(signed.parts?.commitments ?? {})
  if (
    commitments.some(
      ([source, commitment]) =>
        resting.has(source) && !negotiated.includes(source) && !holdsStill(commitment, source, sources),
    )
  )
    changes.push(lapse('source'))
  if (signed.translation !== (record.translation && hashTranslation(record.translation)))
    changes.push(lapse('translation'))
  return changes
}

const lapse = (part: ViewChange['part']): ViewChange => ({ part, weight: 'blocks', lapses: true, before: '', now: '' })
