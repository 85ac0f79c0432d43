import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { SENTENCE_RULE } from '../../../story/copy/words/sentences'
import type { Desk } from '../../../story/assessment/story'
import { roleOf } from '../../../story/desk/roster'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { isSelfChecked, whyNotSign } from '../../../story/assessment/people/entitlement'
import { givesTrust } from '../../../story/assessment/verdicts/anotherLook'
import type { Assessment } from '../../../story/assessment/assessment'
import { wordsOfFacts } from '../../../story/assessment/assessFact'
import { factType, type Evidence, type SignedStatus } from '../../../story/ledger/facts/fact'
import type { OpenStory } from '../../replica/openStory'
import { NewsroomError } from '../../../story/requests/requests'
import type { LedgerEvent } from '../../../story/ledger/ledgerEntry'
import { hashDerivation, hashEvidence, hashTranslation } from '../../../story/ledger/hash'
import { readFact } from '../../../story/assessment/copy/readFact'
import { viewWithEvidence } from '../../../story/view/buildView'
import { changesBetween } from '../../../story/view/compare/changesBetween'
import { changeWords } from '../../../story/view/compare/changeWords'
import { partsOf } from '../../../story/view/partsOf'
import { hashNamedParts } from '../hashNamedParts'
import { defined } from '../../../story/text/defined'

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
  const { id, record, ranges, reasons, words, sentence, preceding, tag, view: seen } = assessment
  if (!ranges.length || !seen) throw new NewsroomError('refused', newsroomText('signature.notInCopy'))
  if (reasons.includes('hole') || reasons.includes('twoPlaces'))
    throw new NewsroomError('refused', newsroomText('signature.tagNotWhole'))
  const given = reason?.trim() ?? ''
  const value = story.value()
  const type = factType({ tag, record })
  // The document knows its writers, too: a note in the ledger may name too few.
  const standing = { entry: story.entries.length, words, by, writers: [...story.writers.at(ranges)] }
  const written = { ...record, wordings: [...record.wordings, standing] }
  const why =
    carries === undefined
      ? whyNotSign({ by, status, type, record: written, words, evidence, reason: given }, value, desk)
      : whyNotMay('acceptContext', by, { desk })
  if (why !== undefined) throw new NewsroomError('refused', why)
  const groundRules: Record<string, number> = {}
  for (const { source } of evidence) {
    const version = desk.sources.get(source)?.groundRulesVersion
    if (version !== undefined) groundRules[source] = version
  }
  const view = viewWithEvidence(seen, evidence, desk.sources)
  // An assessment of an older sign-off shows the sentences of that one's rule.
  const read = readFact(value.copy, ranges)
  const signedSentence = read?.sentence ?? sentence
  return {
    kind: 'signed',
    fact: id,
    status,
    words,
    sentence: signedSentence,
    preceding: read?.preceding ?? preceding,
    sentenceRule: SENTENCE_RULE,
    evidence: evidence.map(hashEvidence),
    groundRules,
    ...(given === '' ? {} : { reason: given }),
    ...defined({ role: roleOf(by, desk.roster), carries }),
    ...(givesTrust({ status }) ? { contextWriters: story.writers.around(assessment) } : {}),
    ...(addressee?.trim() ? { addressee: addressee.trim() } : {}),
    ...(due?.trim() ? { due: due.trim() } : {}),
    ...defined({
      translation: record.translation && hashTranslation(record.translation),
      derived: record.derivation && hashDerivation(record.derivation, wordsOfFacts(story.assessments())),
    }),
    view: view.hash,
    parts: partsOf(view, words, signedSentence, hashNamedParts(desk.sources)),
    ...(carries === undefined && isSelfChecked({ by, status, record: written, words }, value, desk)
      ? { selfChecked: true }
      : {}),
  }
}

/** Refuses a person who had another view before them, and says what differs. */
export function refuseOtherView(story: OpenStory, now: Assessment, seen: string): void {
  if (!now.view) throw new NewsroomError('refused', newsroomText('signature.notInCopy'))
  if (seen === now.view.hash) return
  const before = story.seenBefore(now.id, seen)
  const changes = before ? changesBetween(before, now, story.sources()) : []
  const told = changes.map(changeWords).filter((words) => words !== '')
  throw new NewsroomError(
    'refused',
    told.length > 0
      ? newsroomText('signature.otherView', { words: now.words, changes: told.join('; ') })
      : newsroomText('signature.unknownView', { words: now.words, sentence: now.sentence }),
  )
}
