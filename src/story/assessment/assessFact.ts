/**
 * Computes what a fact *is* now from its latest sign-off, the copy, its evidence and the source book. The result is
 * never stored, so that no crash, merge or undo can leave a verified status on other words.
 */
import type { Assessment, LapseReason } from './assessment'
import { needsAnotherLook, type Counted } from './counting'
import { sameText } from '../text/compare'
import { QUOTE_LIKE, type FactStatus, type FactTag, type SignOff } from '../ledger/fact'
import { sameWords } from '../copy/factWords'
import { hashDerivation, hashEvidence, hashTranslation } from '../ledger/hash'
import type { FactRecord } from '../ledger/factRecord'
import type { FactInCopy } from './readFact'
import type { Source } from '../desk/source'
import { defined } from '../text/defined'

export interface FactToAssess {
  readonly tag: FactTag
  readonly record: FactRecord
  readonly inCopy: FactInCopy | undefined
  readonly sources: ReadonlyMap<string, Source>
  /** Which sign-off counts (counting.ts). */
  readonly counted: Counted
  /** Whether the copy holds these words without any fact's tag. Asked only when the tag is gone. */
  readonly standsUntagged: (words: string) => boolean
  /** A record that the fact rests on was lost (lostTrust.ts). Absent: none. */
  readonly lost?: boolean
}

/** The status of one fact, and why it lapsed. */
export function assessFact({
  tag,
  record,
  inCopy,
  sources,
  counted,
  standsUntagged,
  lost = false,
}: FactToAssess): Assessment {
  const { current, refused } = counted
  const base = {
    id: tag.id,
    tag,
    record,
    answered: record.answered,
    evidence: record.evidence,
    reasons: [] as readonly LapseReason[],
    precedingChanged: false,
    ...defined({ current, refused }),
  }
  if (!inCopy || record.untagged) {
    const last = record.untagged?.words ?? record.lastWords ?? current?.words ?? ''
    // Words typed before the cut do not remove a verdict from the words that it was given for.
    const found = record.untagged
      ? undefined
      : [last, current?.words ?? ''].find((words) => words !== '' && standsUntagged(words))
    const words = found ?? last
    const status = record.untagged ? 'untagged' : found === undefined ? 'cut' : 'lost'
    return { ...base, status, ranges: [], words, text: words, sentence: current?.sentence ?? '', preceding: '' }
  }
  const { ranges, words, text, sentence, preceding, broken } = inCopy
  const found = { ...base, ranges, words, text, sentence, preceding }
  const reasons: LapseReason[] = broken ? [broken] : []
  if (lost) reasons.push('loss')
  const shown = (status: FactStatus): Pick<Assessment, 'status' | 'reasons'> => ({
    status: reasons.length > 0 ? 'reCheck' : status,
    reasons: refused ? [...reasons, 'notEntitled'] : reasons,
  })
  if (!current) return { ...found, ...shown('toCheck') }
  const wordsChanged = !sameWords(words, current.words)
  if (wordsChanged) reasons.unshift('words')
  if (!wordsChanged && !sameText(sentence, current.sentence)) reasons.push('context')
  if (evidenceChanged(current, record)) reasons.push('evidence')
  if (groundRulesChanged(current, record, sources)) reasons.push('groundRules')
  if (translationChanged(current, record)) reasons.push('translation')
  if (reasons.length === 0 && needsAnotherLook(current, record)) reasons.push('ownContext')
  return {
    ...found,
    ...shown(current.status),
    precedingChanged: QUOTE_LIKE.has(tag.type) && !sameText(preceding, current.preceding),
  }
}

/** Rule 7: signed evidence is gone or replaced, or contradicting evidence came after. */
function evidenceChanged(signOff: SignOff, record: FactRecord): boolean {
  const now = new Set(record.evidence.map(hashEvidence))
  if (signOff.evidence.some((hash) => !now.has(hash))) return true
  const signed = new Set(signOff.evidence)
  return record.evidence.some((item) => item.stance === 'contradicts' && !signed.has(hashEvidence(item)))
}

function groundRulesChanged(signOff: SignOff, record: FactRecord, sources: ReadonlyMap<string, Source>): boolean {
  return record.evidence.some(({ source }) => {
    const signed = signOff.groundRules[source]
    // A source that is missing from the book has no ground rules to rely on.
    return signed !== undefined && signed !== sources.get(source)?.groundRulesVersion
  })
}

/** A translation lapses when either side changes. The other side is the fact's words. */
const translationChanged = (signOff: SignOff, record: FactRecord): boolean =>
  signOff.translation !== (record.translation && hashTranslation(record.translation))

/**
 * A derived figure lapses with its inputs. An input may be another fact's words, so all facts are needed. Returns the
 * same list if nothing lapsed.
 */
export function lapseDerived(assessments: readonly Assessment[]): readonly Assessment[] {
  if (!assessments.some(({ record, current }) => record.derivation ?? current?.derived)) return assessments
  const wordsOf = wordsOfFacts(assessments)
  return assessments.map((fact) => {
    const { current, record } = fact
    if (!current || fact.ranges.length === 0 || fact.status === 'untagged') return fact
    const now = record.derivation && hashDerivation(record.derivation, wordsOf)
    return current.derived === now ? fact : { ...fact, status: 'reCheck', reasons: [...fact.reasons, 'inputs'] }
  })
}

/** Looks up the words of a fact in the copy by its id. */
export function wordsOfFacts(assessments: readonly Assessment[]): (fact: string) => string | undefined {
  const words = new Map(assessments.filter(({ ranges }) => ranges.length > 0).map((fact) => [fact.id, fact.words]))
  return (fact) => words.get(fact)
}
