import { sinceISigned } from '../../review/sinceISigned'
import { hashEvidence } from '../../story/ledger/hash'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { sameText } from '../../story/text/compare'
import type { Action } from '../state/action'
import { refuseOtherWords, signature } from './signature'

/** Repeats sign-offs of this person whose words, sentence and evidence are still the signed ones. */
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
 * ones.
 */
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
