import { newsroomText } from '../../catalogue/rooms/newsroom'
import { SENTENCE_RULE } from '../../story/copy/sentences'
import type { Desk } from '../../story/assessment/story'
import { roleOf } from '../../story/desk/roster'
import { whyNotMay } from '../../story/assessment/rights'
import { isSelfChecked, whyNotSign } from '../../story/assessment/entitlement'
import type { Assessment } from '../../story/assessment/assessment'
import { wordsOfFacts } from '../../story/assessment/assessFact'
import type { Evidence, SignedStatus } from '../../story/ledger/fact'
import type { OpenStory } from '../replica/openStory'
import { NewsroomError } from '../../story/requests/requests'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { hashDerivation, hashEvidence, hashTranslation } from '../../story/ledger/hash'
import { sameText } from '../../story/text/compare'
import { defined } from '../../story/text/defined'

export interface GivenVerdict {
  readonly by: string
  readonly status: SignedStatus
  readonly reason: string | undefined
  readonly evidence: readonly Evidence[]
  readonly addressee?: string | undefined
  readonly due?: string | undefined
  /** The verdict that is carried over to a changed context. The person looks at it and need not be entitled to it. */
  readonly carries?: string | number
}

/** The ledger entry of a sign-off. Throws a refusal. */
export function signature(
  story: OpenStory,
  assessment: Assessment,
  { by, status, reason, evidence, addressee, due, carries }: GivenVerdict,
  desk: Desk,
): Extract<LedgerEvent, { kind: 'signed' }> {
  const { id, record, ranges, reasons, words, sentence, preceding, tag } = assessment
  if (!ranges.length) throw new NewsroomError('refused', newsroomText('signature.notInCopy'))
  if (reasons.includes('hole') || reasons.includes('twoPlaces'))
    throw new NewsroomError('refused', newsroomText('signature.tagNotWhole'))
  const given = reason?.trim() ?? ''
  const value = story.value()
  const type = record.type ?? tag.type
  const why =
    carries === undefined
      ? whyNotSign({ by, status, type, record, words, evidence, reason: given }, value, desk)
      : whyNotMay('acceptContext', by, { desk })
  if (why !== undefined) throw new NewsroomError('refused', why)
  const groundRules: Record<string, number> = {}
  for (const { source } of evidence) {
    const version = desk.sources.get(source)?.groundRulesVersion
    if (version !== undefined) groundRules[source] = version
  }
  return {
    kind: 'signed',
    fact: id,
    status,
    words,
    sentence,
    preceding,
    sentenceRule: SENTENCE_RULE,
    evidence: evidence.map(hashEvidence),
    groundRules,
    ...(given === '' ? {} : { reason: given }),
    ...defined({ role: roleOf(by, desk.roster), carries }),
    ...(addressee?.trim() ? { addressee: addressee.trim() } : {}),
    ...(due?.trim() ? { due: due.trim() } : {}),
    ...defined({
      translation: record.translation && hashTranslation(record.translation),
      derived: record.derivation && hashDerivation(record.derivation, wordsOfFacts(story.assessments())),
    }),
    ...(carries === undefined && isSelfChecked({ by, status, record, words }, value, desk)
      ? { selfChecked: true }
      : {}),
  }
}

export function refuseOtherWords(
  assessment: Assessment,
  seen: { readonly words?: string | undefined; readonly sentence?: string | undefined },
): void {
  if (seen.words !== undefined && !sameText(seen.words, assessment.words)) {
    throw new NewsroomError(
      'refused',
      newsroomText('signature.otherWords', { words: assessment.words, seen: seen.words }),
    )
  }
  if (seen.sentence !== undefined && !sameText(seen.sentence, assessment.sentence)) {
    throw new NewsroomError('refused', newsroomText('signature.otherSentence', { sentence: assessment.sentence }))
  }
}
