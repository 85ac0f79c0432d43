import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { sameWords } from '../../../story/copy/words/factWords'
import { readFact } from '../../../story/assessment/copy/readFact'
import { NewsroomError } from '../../../story/requests/requests'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import { maskNames } from '../../../projection/scan/maskNames'
import { addFact, addFactMark } from '../../../document/editStory'
import { KEEPS_COPY } from '../../replica/storyEditing'
import type { Action } from '../../state/action'
import { nthOccurrence } from '../../ledger/occurrences'
import { defined } from '../../../story/text/defined'

/** Tags exact text at its first place, or at the `nth`. */
export const tagFact: Action<'fact.tag'> = async (
  room,
  by,
  { story: id, text, type, nth = 1, attributedTo, statement },
) => {
  const story = await room.storyNow(id)
  const { copy, tags, ledger } = story.value()
  const range = nthOccurrence(copy, text, nth)
  const fact = room.ids.next('fact', (taken) => tags.has(taken) || ledger.facts.has(taken))
  const terms = protectedTerms(room.desk().sources.values())
  const tag = {
    id: fact,
    type,
    by,
    at: room.clock.now(),
    ...defined({
      attributedTo: attributedTo === undefined ? undefined : maskNames(attributedTo, terms),
      statement: statement === undefined ? undefined : maskNames(statement, terms),
    }),
  }
  const { saved } = story.edit(by, (doc) => addFact(doc, tag, [range]), KEEPS_COPY)
  await Promise.all([saved, story.observe()])
  return { id: fact }
}

/** Puts a lost tag back on its words. The person chooses the place; it must hold the fact's last words. */
export const retagFact: Action<'fact.retag'> = async (room, by, { story: id, fact, block, from, to }) => {
  const story = await room.storyNow(id)
  const { copy } = story.value()
  const assessment = story.assessment(fact)
  if (assessment.ranges.length) throw new NewsroomError('refused', newsroomText('tagFact.tagInCopy'))
  const range = { block, from, to }
  const text = copy[block]?.text
  if (text === undefined || from >= to || to > text.length)
    throw new NewsroomError('usage', newsroomText('tagFact.noSuchPlace'))
  const words = readFact(copy, [range])?.words ?? ''
  if (!sameWords(words, assessment.words))
    throw new NewsroomError('refused', newsroomText('tagFact.otherWords', { words, last: assessment.words }))
  const { saved } = story.edit(by, (doc) => addFactMark(doc, fact, [range]), KEEPS_COPY)
  const { written } = story.note(by, { kind: 'retagged', fact, words })
  await Promise.all([saved, written, story.observe()])
  return {}
}
