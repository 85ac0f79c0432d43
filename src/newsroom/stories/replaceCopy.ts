import { newsroomText } from '../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../story/requests/requests'
import { replaceText } from '../../document/editStory'
import { narrowReplacement } from '../../document/suggestions/narrowReplacement'
import type { Action } from '../state/action'
import { nthOccurrence, onlyOccurrence } from '../ledger/occurrences'

/** Replaces exact text: an ordinary edit, so facts lapse as they do in the window. */
export const replaceCopy: Action<'copy.replace'> = async (room, by, { story: id, replace, with: replacement, nth }) => {
  if (/[\n\r]/.test(replace + replacement)) throw new NewsroomError('usage', newsroomText('replaceCopy.lineBreak'))
  const story = await room.storyNow(id)
  const { copy } = story.value()
  const range = nth === undefined ? onlyOccurrence(copy, replace) : nthOccurrence(copy, replace, nth)
  const change = narrowReplacement(copy, range, replacement)
  const { saved } = story.edit(by, (doc) => replaceText(doc, change.range, change.text))
  await Promise.all([saved, story.observe()])
  return { replaced: 1 }
}
