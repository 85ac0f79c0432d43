import { sinceISigned } from '../../../review/sinceISigned'
import { hashEvidence } from '../../../story/ledger/hash'
import type { LedgerEvent } from '../../../story/ledger/ledgerEntry'
import { areContextOnly, type Assessment } from '../../../story/assessment/assessment'
import { whyNotSign } from '../../../story/assessment/people/entitlement'
import type { Desk } from '../../../story/assessment/story'
import { lookerOf, needsAnotherLook } from '../../../story/assessment/verdicts/anotherLook'
import { QUOTE_LIKE, factType, type SignOff } from '../../../story/ledger/facts/fact'
import { contextChangers } from '../../../story/ledger/record/factRecord'
import { NewsroomError, type LeftOut, type SeenFact } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import type { OpenStory } from '../../replica/openStory'
import type { Action } from '../../state/action'
import { refuseOtherVerdicts } from './refuseOtherVerdicts'
import { refuseOtherView, signature, type GivenVerdict } from './signature'
import { STET } from '../../../story/text/stet'

/**
 * Repeats sign-offs of this person whose words, sentence and evidence are still the signed ones. A fact that this
 * person may not sign any more is left out and named. When none is left, the request is refused.
 */
export const signAgain: Action<'fact.signAgain'> = async (room, by, { story: id, facts }) => {
  const story = await room.storyNow(id)
  const desk = room.desk()
  const again = new Map(
    sinceISigned(story.assessments(), by, desk.sources)
      .filter((since) => since.again)
      .map((since) => [since.fact.id, since]),
  )
  const { entries, refused } = signEach(story, facts, ({ id: fact }) => {
    const since = again.get(fact)
    if (!since) return undefined
    const { status, reason, addressee, due } = since.mine
    // Only the evidence that was signed before: what came meanwhile was not looked at.
    const signed = new Set(since.mine.evidence)
    const evidence = since.fact.evidence.filter((item) => signed.has(hashEvidence(item)))
    return signature(story, since.fact, { by, status, reason, evidence, addressee, due }, desk)
  })
  if (entries.length > 0) await story.note(by, ...entries).written
  return { signed: entries.map(({ fact }) => fact), refused }
}

/**
 * Accepts a changed sentence: repeats, in this person's name, the sign-offs of facts whose words are still the signed
 * ones. A person who may not give the verdict, the author for example, may look at what the verifier alone changed: the
 * verdict then stays its giver's. A fact that this person may not accept is left out and named. When none is left, the
 * request is refused.
 */
export const acceptContext: Action<'fact.acceptContext'> = async (room, by, { story: id, facts }) => {
  const story = await room.storyNow(id)
  const desk = room.desk()
  const { entries, refused } = signEach(story, facts, (assessment) => {
    const { current, reasons, record } = assessment
    const isWhole = reasons.every((why) => why === 'notEntitled')
    const onlyContext = isWhole ? assessment.precedingChanged : areContextOnly(reasons)
    if (!current || !onlyContext) return undefined
    const { status, reason, addressee, due } = current
    // Only the evidence that was signed: what came since was not looked at.
    const signed = new Set(current.evidence)
    const evidence = record.evidence.filter((item) => signed.has(hashEvidence(item)))
    const verdict = { by, status, reason, evidence, addressee, due }
    const changedBy = changersOf(story, assessment, current)
    const carries = lookOnly(story, assessment, current, verdict, changedBy, desk)
      ? (current.carries ?? current.hash ?? current.entry)
      : undefined
    const entry = signature(story, assessment, { ...verdict, ...defined({ carries }) }, desk)
    return { ...entry, contextAccepted: true, contextWriters: changedBy }
  })
  if (entries.length > 0) await story.note(by, ...entries).written
  return { accepted: entries.map(({ fact }) => fact), refused }
}

type Signed = Extract<LedgerEvent, { kind: 'signed' }>

/**
 * Makes the entry of each fact, one by one. `sign` returns undefined for a fact that there is nothing to sign on. A
 * fact that it refuses is left out and named. When no entry is left, that refusal is thrown. A fact that is not as the
 * person saw it refuses them all.
 */
function signEach(
  story: OpenStory,
  facts: readonly SeenFact[],
  sign: (fact: Assessment) => Signed | undefined,
): { readonly entries: readonly Signed[]; readonly refused: readonly LeftOut[] } {
  for (const { fact, seen, standing } of facts) {
    const assessment = story.assessment(fact)
    refuseOtherView(story, assessment, seen)
    refuseOtherVerdicts(assessment, standing)
  }
  const refused: LeftOut[] = []
  const entries = facts.flatMap(({ fact }): readonly Signed[] => {
    try {
      const entry = sign(story.assessment(fact))
      return entry ? [entry] : []
    } catch (error) {
      if (!(error instanceof NewsroomError) || error.reason !== 'refused') throw error
      refused.push({ fact, why: error.message })
      return []
    }
  })
  const [first] = refused
  if (entries.length === 0 && first) throw new NewsroomError('refused', first.why)
  return { entries, refused }
}

/** Whether a person only looks at a context that the giver of the verdict alone changed, and may not give it again. */
function lookOnly(
  story: OpenStory,
  { record, words, tag }: Assessment,
  { by: giver }: SignOff,
  { by, status, reason, evidence }: GivenVerdict,
  changedBy: readonly string[],
  desk: Desk,
): boolean {
  if (by === giver || changedBy.length === 0 || changedBy.some((name) => name !== giver)) return false
  const type = factType({ tag, record })
  return (
    whyNotSign({ by, status, type, record, words, evidence, ...defined({ reason }) }, story.value(), desk) !== undefined
  )
}

/**
 * Who changed the context since the verdict, and its giver if nobody else has looked at what that person wrote there.
 * Where the ledger does not know: all who ever wrote in it.
 */
function changersOf(story: OpenStory, assessment: Assessment, current: SignOff): readonly string[] {
  const { record, reasons, changes, tag } = assessment
  const unseen = reasons.includes('ownContext') || needsAnotherLook(current, record) ? [lookerOf(current)] : []
  const isQuoteLike = QUOTE_LIKE.has(factType({ tag, record }))
  // It reads as signed, or reads so again: the person who changed it changed it back.
  if (!changes.some(({ part, lapses }) => lapses || (part === 'graf' && isQuoteLike))) return unseen
  const changers = contextChangers({ ...record, current })
  const known = changers.length === 0 || changers.includes(STET) ? story.writers.around(assessment) : changers
  return [...new Set([...known, ...unseen])]
}
