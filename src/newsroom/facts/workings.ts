import { newsroomText } from '../../catalogue/rooms/newsroom'
import { computeDerived } from '../../checks/derived/computeDerived'
import { wordsOfFacts } from '../../story/assessment/assessFact'
import type { Assessment } from '../../story/assessment/assessment'
import { lacksPin } from '../../story/assessment/people/rights'
import { NewsroomError } from '../../story/requests/requests'
import { isAuthorEver } from '../../story/assessment/people/authors'
import { saysTheSame } from '../../story/ledger/facts/translation'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'
import { defined } from '../../story/text/defined'

/**
 * Notes the original words of a translated quote. Every change of it lapses the fact. Only the second readers
 * themselves note that they read it.
 */
export const translateFact: Action<'fact.translate'> = async (room, by, { story: id, fact, translation }) => {
  const story = await room.storyNow(id)
  const assessment = story.assessment(fact)
  if (!translation) refuseTakingAway(room, story, assessment, by, assessment.record.translation !== undefined)
  if (translation && translation.original.trim() === '')
    throw new NewsroomError('usage', newsroomText('workings.originalMissing'))
  if (translation?.secondReader?.trim()) {
    const reader = translation.secondReader.trim()
    const before = assessment.record.translation
    const isUnchanged = before?.secondReader?.trim() === reader && saysTheSame(before, translation)
    if (!isUnchanged && reader !== by)
      throw new NewsroomError('refused', newsroomText('workings.readerSaysSo', { reader }))
    // Nobody knows who acts under a name without a PIN. The same note again is a reading of the words as they are now.
    if (reader === by && lacksPin(by, room.desk()))
      throw new NewsroomError('refused', newsroomText('actions.needsPin', { by }))
    if (!room.onRoster(reader))
      throw new NewsroomError('refused', newsroomText('workings.readerNotOnRoster', { reader }))
  }
  const { written } = story.note(by, { kind: 'translated', fact, ...defined({ translation }) })
  await Promise.all([written, story.observe()])
  return {}
}

/** Notes how a figure was worked out, and answers whether it agrees with the words of the copy. */
export const deriveFact: Action<'fact.derive'> = async (room, by, { story: id, fact, derivation }) => {
  const story = await room.storyNow(id)
  const assessment = story.assessment(fact)
  if (!derivation) refuseTakingAway(room, story, assessment, by, assessment.record.derivation !== undefined)
  const unknown = derivation?.inputs.find(
    (input) =>
      input.fact !== undefined &&
      (input.fact === fact || !story.assessments().some((other) => other.id === input.fact)),
  )
  if (unknown) throw new NewsroomError('usage', newsroomText('workings.unknownInput', { name: unknown.name }))
  const { written } = story.note(by, { kind: 'derived', fact, ...defined({ derivation }) })
  await Promise.all([written, story.observe()])
  if (!derivation) return { agrees: true, shown: '' }
  const result = computeDerived(derivation, assessment, wordsOfFacts(story.assessments()))
  return { agrees: result.kind === 'agrees', shown: result.kind === 'unclear' ? result.why : result.shown }
}

/** Fact id → the result of its working, as a person writes it. Facts without a result are missing. */
export function whatWorkingsGive(assessments: readonly Assessment[]): ReadonlyMap<string, string> {
  const wordsOf = wordsOfFacts(assessments)
  return new Map(
    assessments.flatMap((fact): readonly (readonly [string, string])[] => {
      const { derivation } = fact.record
      const result = derivation && computeDerived(derivation, fact, wordsOf)
      return result && result.kind !== 'unclear' ? [[fact.id, result.shown]] : []
    }),
  )
}

/** Refuses the author who removes a note that blocks. */
function refuseTakingAway(room: Newsroom, story: OpenStory, { current }: Assessment, by: string, there: boolean): void {
  if (!there) throw new NewsroomError('refused', newsroomText('workings.noNote'))
  if (room.desk().settings.deskOfOne || !isAuthorEver(story.value(), by) || !current || current.by === by) return
  throw new NewsroomError('refused', newsroomText('workings.signedNote', { by: current.by }))
}
