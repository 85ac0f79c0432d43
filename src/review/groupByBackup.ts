/** Groups facts by their backup, because checkers work document by document. */
import { reviewText } from '../catalogue/story/review'
import type { Assessment } from '../story/assessment/assessment'
import type { Evidence } from '../story/ledger/facts/fact'
import { shownSourceOf, type Source } from '../story/desk/source'

export interface BackupGroup {
  /** Absent: facts without supporting evidence. */
  readonly source?: string
  readonly name: string
  readonly facts: readonly Assessment[]
}

/**
 * One group for each source, in the order in which facts first use them. In a group, facts are in the order of their
 * locators (page 2 before page 10), then of the story. Facts without backup are last. A fact belongs to its first
 * supporting source.
 */
export function groupByBackup(
  assessments: readonly Assessment[],
  sources: ReadonlyMap<string, Source>,
): readonly BackupGroup[] {
  const backed = new Map<string, { readonly fact: Assessment; readonly evidence: Evidence }[]>()
  const unbacked: Assessment[] = []
  for (const fact of assessments) {
    const evidence = fact.evidence.find((item) => item.stance === 'supports')
    if (!evidence) unbacked.push(fact)
    else backed.set(evidence.source, [...(backed.get(evidence.source) ?? []), { fact, evidence }])
  }
  const groups = [...backed].map(([source, items]): BackupGroup => ({
    source,
    name: shownSourceOf(source, sources) ?? reviewText('groupByBackup.unknownSource'),
    facts: items.toSorted((a, b) => compareLocators(a.evidence.locator, b.evidence.locator)).map(({ fact }) => fact),
  }))
  return unbacked.length > 0 ? [...groups, { name: reviewText('groupByBackup.noBackup'), facts: unbacked }] : groups
}

/** Compares runs of digits as numbers and all else by code unit: the same on every machine. */
function compareLocators(a: string, b: string): number {
  const left = a.match(/\p{Nd}+|\P{Nd}+/gu) ?? []
  const right = b.match(/\p{Nd}+|\P{Nd}+/gu) ?? []
  for (const [index, part] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (part === other) continue
    const byNumber = Number(part) - Number(other)
    if (!Number.isNaN(byNumber) && byNumber !== 0) return byNumber
    return part < other ? -1 : 1
  }
  return left.length - right.length
}
