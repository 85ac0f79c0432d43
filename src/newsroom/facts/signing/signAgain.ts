import { sinceISigned } from '../../../review/sinceISigned'
import { hashEvidence } from '../../../story/ledger/hash'
import type { LedgerEvent } from '../../../story/ledger/ledgerEntry'
import { areContextOnly, type Assessment } from '../../../story/assessment/assessment'
import { whyNotSign } from '../../../story/assessment/people/entitlement'
import type { Desk } from '../../../story/assessment/story'
import { lookerOf, needsAnotherLook } from '../../../story/assessment/verdicts/anotherLook'
import { QUOTE_LIKE, factType, type SignOff } from '../../../story/ledger/fact'
import { contextChangers } from '../../../story/ledger/factRecord'
import { STET } from '../../ledger/transitions'
import { NewsroomError } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import type { OpenStory } from '../../replica/openStory'
import type { Action } from '../../state/action'
import { refuseOtherVerdicts } from './refuseOtherVerdicts'
import { refuseOtherView, signature, type GivenVerdict } from './signature'

/** Repeats sign-offs of this person whose words, sentence and evidence are still the signed ones. */
export const signAgain: Action<'fact.signAgain'> = async (room, by, { story: id, facts }) => {
  const story = await room.storyNow(id)
  const desk = room.desk()
  const again = new Map(
    sinceISigned(story.assessments(), by, desk.sources)
      .filter((since) => since.again)
      .map((since) => [since.fact.id, since]),
  )
  const events = facts.flatMap((seen): readonly LedgerEvent[] => {
    const since = again.get(seen.fact)
    refuseOtherView(story, story.assessment(seen.fact), seen.seen)
    refuseOtherVerdicts(story.assessment(seen.fact), seen.standing)
    if (!since) return []
    const { status, reason, addressee, due } = since.mine
    // Only the evidence that was signed before: what came meanwhile was not looked at.
    const signed = new Set(since.mine.evidence)
    const evidence = since.fact.evidence.filter((item) => signed.has(hashEvidence(item)))
    return [signature(story, since.fact, { by, status, reason, evidence, addressee, due }, desk)]
  })
  if (events.length > 0) await story.note(by, ...events).written
  return { signed: events.flatMap((event) => ('fact' in event ? [event.fact] : [])) }
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
  const refused: { readonly fact: string; readonly why: string }[] = []
  const events = facts.flatMap((seen): LedgerEvent[] => {
    const assessment = story.assessment(seen.fact)
    const { current, reasons, record } = assessment
    refuseOtherView(story, assessment, seen.seen)
    refuseOtherVerdicts(assessment, seen.standing)
    const isWhole = reasons.every((why) => why === 'notEntitled')
    const onlyContext = isWhole ? assessment.precedingChanged : areContextOnly(reasons)
    if (!current || !onlyContext) return []
    const { status, reason, addressee, due } = current
    // Only the evidence that was signed: what came since was not looked at.
    const signed = new Set(current.evidence)
    const evidence = record.evidence.filter((item) => signed.has(hashEvidence(item)))
    const verdict = { by, status, reason, evidence, addressee, due }
    const changedBy = changersOf(story, assessment, current)
    const carries = lookOnly(story, assessment, current, verdict, changedBy, desk)
      ? (current.carries ?? current.hash ?? current.entry)
      : undefined
    try {
      const signed = signature(story, assessment, { ...verdict, ...defined({ carries }) }, desk)
      return [{ ...signed, contextAccepted: true, contextWriters: changedBy }]
    } catch (error) {
      if (!(error instanceof NewsroomError) || error.reason !== 'refused') throw error
      refused.push({ fact: seen.fact, why: error.message })
      return []
    }
  })
  const [first] = refused
  if (events.length === 0 && first) throw new NewsroomError('refused', first.why)
  if (events.length) await story.note(by, ...events).written
  return { accepted: events.flatMap((event) => ('fact' in event ? [event.fact] : [])), refused }
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
  // It reads as signed, or reads so again: whoever changed it changed it back.
  if (!changes.some(({ part, lapses }) => lapses || (part === 'graf' && isQuoteLike))) return unseen
  const changers = contextChangers({ ...record, current })
  const known = changers.length === 0 || changers.includes(STET) ? story.contextWriters(assessment) : changers
  return [...new Set([...known, ...unseen])]
}
