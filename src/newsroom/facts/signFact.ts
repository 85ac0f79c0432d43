import type { Assessment } from '../../story/assessment/assessment'
import { sameText } from '../../story/text/compare'
import { isDuplicate } from '../../checks/rules/facts/duplicateStatements'
import { isSelfChecked, whyNotSign } from '../../story/assessment/entitlement'
import type { Evidence, SignedStatus } from '../../story/ledger/fact'
import { wordsOfFacts } from '../../story/assessment/assessFact'
import { hashDerivation, hashEvidence, hashTranslation } from '../../story/ledger/hash'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { NewsroomError, type SeenFact } from '../../story/requests/requests'
import { SENTENCE_RULE } from '../../story/copy/sentences'
import { sinceISigned } from '../../review/sinceISigned'
import { describeSuggestion } from '../../story/copy/suggestion'
import { isAuthorOf, type Desk } from '../../story/assessment/story'
import { suggestReplacement } from '../../document/suggestReplacement'
import type { Action } from '../state/action'
import { readCorrection } from './readCorrection'
import { claimBackup, evidenceIn, readEvidence } from './evidence'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'
import { newSuggestionId } from './suggestionId'

/**
 * A person's verdict on a fact's exact words. Refused when the words or the sentence that the person saw are not those of
 * the owner's copy, when the rules of two people say no, and when the tag is not whole.
 */
export const signFact: Action<'fact.sign'> = async (
  room,
  by,
  { story: id, fact, status, reason, words, sentence, evidence, addressee, due, echoes = [], proposed },
) => {
  await claimBackup(room, evidence)
  const story = await room.storyNow(id)
  const desk = room.desk()
  const assessment = story.assessment(fact)
  refuseOtherWords(assessment, { words, sentence })
  const added = evidence ? [readEvidence(room, story, evidence)] : []
  const standing = [...assessment.record.evidence, ...added]
  const asked = status === 'queried' ? { addressee, due } : {}
  const signed = signature(story, assessment, { by, status, reason, evidence: standing, ...asked }, desk)
  const together = echoes.flatMap((seen) =>
    signedEcho(room, story, assessment, seen, { by, status, reason, evidence: standing, ...asked }, desk),
  )
  const correction =
    proposed === undefined ? undefined : readCorrection(assessment, story.value().copy, status, proposed)
  const { entries, written } = story.note(
    by,
    ...added.map((item): LedgerEvent => ({ kind: 'evidenceAdded', fact, evidence: item })),
    signed,
    ...together,
  )
  const entry = entries.find((one) => one.kind === 'signed' && one.fact === fact)?.seq ?? 0
  if (!correction) {
    await written
    return { entry }
  }
  const suggestion = newSuggestionId(room, story)
  const { saved } = story.edit(by, (doc) =>
    suggestReplacement(doc, { id: suggestion, by, at: room.clock.now() }, correction.range, correction.proposed),
  )
  // What the right words rest on: the evidence that came along, or what contradicts the wrong ones already.
  const backing = added[0] ?? assessment.record.evidence.findLast(({ stance }) => stance === 'contradicts')
  const corrects = {
    fact,
    words: correction.words,
    sentence: correction.sentence,
    ...(backing ? { evidence: backing.id } : {}),
  }
  const about = describeSuggestion({ changes: [], inserted: correction.proposed, deleted: correction.old })
  const noted = story.note(by, {
    kind: 'suggested',
    suggestion,
    inserted: correction.proposed,
    deleted: correction.old,
    about,
    corrects,
  })
  await Promise.all([written, saved, noted.written, story.observe()])
  return { entry, suggestion }
}

/** What signs one more place of the same statement (rule 11): the backup that it lacks, then the verdict. */
function signedEcho(
  room: Newsroom,
  story: OpenStory,
  first: Assessment,
  seen: SeenFact,
  verdict: GivenVerdict,
  desk: Desk,
): readonly LedgerEvent[] {
  const echo = story.assessment(seen.fact)
  refuseOtherWords(echo, seen)
  if (!isDuplicate(first, echo))
    throw new NewsroomError(
      'refused',
      `“${echo.words}” is another statement than “${first.words}”. Nothing was signed: sign it by itself.`,
    )
  const has = new Set(echo.record.evidence.map(hashEvidence))
  const added = verdict.evidence
    .filter((item) => !has.has(hashEvidence(item)))
    .map((item) => ({ ...item, id: room.ids.next('evidence', evidenceIn(story)) }))
  return [
    ...added.map((evidence): LedgerEvent => ({ kind: 'evidenceAdded', fact: echo.id, evidence })),
    signature(story, echo, { ...verdict, evidence: [...echo.record.evidence, ...added] }, desk),
  ]
}

/** Signs again, as it was, what this person signed before: words and sentence have to be those of that signature. */
export const signAgain: Action<'fact.signAgain'> = async (room, by, { story: id, facts }) => {
  const story = await room.storyNow(id)
  const desk = room.desk()
  const again = new Map(
    sinceISigned(story.assessments(), by)
      .filter((since) => since.again)
      .map((since) => [since.fact.id, since]),
  )
  const events = facts.flatMap((seen): readonly LedgerEvent[] => {
    const since = again.get(seen.fact)
    refuseOtherWords(story.assessment(seen.fact), seen)
    if (!since) return []
    const { status, reason, addressee, due } = since.mine
    return [signature(story, since.fact, { by, status, reason, evidence: since.fact.evidence, addressee, due }, desk)]
  })
  if (events.length > 0) await story.note(by, ...events).written
  return { signed: events.flatMap((event) => ('fact' in event ? [event.fact] : [])) }
}

/** Takes back the standing sign-off by a new entry: one's own, or someone else's by a person other than the author. */
export const withdrawSignOff: Action<'fact.withdraw'> = async (room, by, { story: id, fact }) => {
  const story = await room.storyNow(id)
  const { current } = story.assessment(fact)
  if (!current) throw new NewsroomError('refused', 'Nobody has signed this fact, so there is nothing to withdraw.')
  if (current.by !== by && !room.desk().settings.deskOfOne && isAuthorOf(story.value().fields, by)) {
    throw new NewsroomError('refused', `${current.by} signed this; the author cannot withdraw someone else’s sign-off.`)
  }
  await story.note(by, { kind: 'withdrawn', fact, signOff: current.entry }).written
  return {}
}

/** Answers a query: the fact is open again, flagged "answered". */
export const answerQuery: Action<'fact.answer'> = async (room, by, { story: id, fact, text }) => {
  const story = await room.storyNow(id)
  const { current } = story.assessment(fact)
  if (current?.status !== 'queried') throw new NewsroomError('refused', 'No query is open on this fact.')
  if (text.trim() === '') throw new NewsroomError('usage', 'The answer is empty.')
  await story.note(by, { kind: 'answered', fact, text: text.trim() }).written
  return {}
}

/** Accepts a changed sentence for facts whose words are as signed: each is signed again, by this person, as it was. */
export const acceptContext: Action<'fact.acceptContext'> = async (room, by, { story: id, facts }) => {
  const story = await room.storyNow(id)
  const desk = room.desk()
  const events = facts.flatMap((seen): LedgerEvent[] => {
    const assessment = story.assessment(seen.fact)
    const { current, reasons, record } = assessment
    refuseOtherWords(assessment, seen)
    const onlyContext =
      reasons.every((why) => why === 'context') &&
      (reasons.length > 0 ||
        assessment.precedingChanged ||
        (current && !sameText(current.sentence, assessment.sentence)))
    if (!current || !onlyContext) return []
    return [
      {
        ...signature(
          story,
          assessment,
          {
            by,
            status: current.status,
            reason: current.reason,
            evidence: record.evidence,
            addressee: current.addressee,
            due: current.due,
          },
          desk,
        ),
        contextAccepted: true,
      },
    ]
  })
  if (events.length) await story.note(by, ...events).written
  return { accepted: events.flatMap((event) => ('fact' in event ? [event.fact] : [])) }
}

interface GivenVerdict {
  readonly by: string
  readonly status: SignedStatus
  readonly reason: string | undefined
  readonly evidence: readonly Evidence[]
  readonly addressee?: string | undefined
  readonly due?: string | undefined
}

/** The ledger entry of a sign-off, or a refusal. */
export function signature(
  story: OpenStory,
  assessment: Assessment,
  { by, status, reason, evidence, addressee, due }: GivenVerdict,
  desk: Desk,
): Extract<LedgerEvent, { kind: 'signed' }> {
  const { id, record, ranges, reasons, words, sentence, preceding, tag } = assessment
  if (!ranges.length) throw new NewsroomError('refused', 'This fact is not in the copy, so there are no words to sign.')
  if (reasons.includes('hole') || reasons.includes('twoPlaces'))
    throw new NewsroomError('refused', 'This fact’s tag has a gap or stands in two places. Close it before signing.')
  const given = reason?.trim() ?? ''
  const value = story.value()
  const type = record.type ?? tag.type
  const why = whyNotSign({ by, status, type, record, evidence, reason: given }, value, desk)
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
    ...(addressee?.trim() ? { addressee: addressee.trim() } : {}),
    ...(due?.trim() ? { due: due.trim() } : {}),
    ...(record.translation ? { translation: hashTranslation(record.translation) } : {}),
    ...(record.derivation ? { derived: hashDerivation(record.derivation, wordsOfFacts(story.assessments())) } : {}),
    ...(isSelfChecked(by, status, record, value, desk) ? { selfChecked: true } : {}),
  }
}

function refuseOtherWords(
  assessment: Assessment,
  seen: { readonly words?: string | undefined; readonly sentence?: string | undefined },
): void {
  if (seen.words !== undefined && !sameText(seen.words, assessment.words)) {
    throw new NewsroomError(
      'refused',
      `The copy reads “${assessment.words}”, not “${seen.words}”. Nothing was signed: look at it again.`,
    )
  }
  if (seen.sentence !== undefined && !sameText(seen.sentence, assessment.sentence)) {
    throw new NewsroomError(
      'refused',
      `The sentence now reads “${assessment.sentence}”. Nothing was signed: look at it again.`,
    )
  }
}
