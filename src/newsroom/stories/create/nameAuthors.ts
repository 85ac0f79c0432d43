/**
 * Who names the authors of a story. An editor does; everybody may add their own name, and names of people who are not
 * on the roster, because neither lets anybody sign. A name that was there once stays in the count
 * (story/ledger/writers/authorNames.ts).
 */
import type * as Y from 'yjs'
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { setField } from '../../../document/editStory'
import { wasEverWritten } from '../../../document/wasEverWritten'
import { isNamedIn, sameName } from '../../../story/text/words/personName'
import { isAuthorEver } from '../../../story/assessment/people/authors'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { whyNotName } from '../../../story/assessment/people/whyNotName'
import { isAuthorOf } from '../../../story/assessment/story'
import { fieldText, type Fields } from '../../../story/ledger/fields'
import { NewsroomError } from '../../../story/requests/requests'
import type { OpenStory } from '../../replica/openStory'
import { KEEPS_COPY } from '../../replica/storyEditing'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'

/** Refuses a person who adds or removes another person of the roster without the right to. */
export function refuseNaming(room: Newsroom, by: string, before: Fields, now: Fields): void {
  const why = whyNotName(by, before, now, room.desk())
  if (why !== undefined) throw new NewsroomError('refused', why)
}

/** Whether the story has never had a word. Names that are removed then leave no trace. */
export const isBeforeWords = (story: OpenStory): boolean => !wasEverWritten(story.doc)

/** An editor says that a person never wrote the story: their name came into author or byline by mistake. */
export const strikeByline: Action<'story.strikeByline'> = async (room, by, { story: id, name, reason }) => {
  const story = await room.storyNow(id)
  const value = story.value()
  const why = whyNotMay('strikeByline', by, { desk: room.desk() })
  if (why !== undefined) throw new NewsroomError('refused', why)
  // Also in other words: “By Kim Lee in Busan”.
  if (isNamedIn(name, by)) throw new NewsroomError('refused', newsroomText('nameAuthors.ownName', { by }))
  if (reason.trim() === '') throw new NewsroomError('usage', newsroomText('nameAuthors.reason'))
  if (!isAuthorEver(value, name)) throw new NewsroomError('usage', newsroomText('nameAuthors.noAuthor', { name }))
  const { fields } = value
  const byline = fields.byline.filter((line) => !sameName(line.name, name))
  const author = sameName(fields.author, name) ? '' : fields.author
  if (isAuthorOf({ ...fields, byline, author }, name))
    throw new NewsroomError('refused', newsroomText('nameAuthors.inLongerLine', { name }))
  const setNames = (doc: Y.Doc): void => {
    if (byline.length !== fields.byline.length) setField(doc, 'byline', byline)
    if (author !== fields.author) setField(doc, 'author', author)
  }
  const { saved } = story.edit(by, setNames, KEEPS_COPY)
  const { written } = story.note(
    by,
    ...(byline.length === fields.byline.length
      ? []
      : [{ kind: 'fieldSet' as const, field: 'byline', from: fieldText(fields.byline), to: fieldText(byline) }]),
    ...(author === fields.author
      ? []
      : [{ kind: 'fieldSet' as const, field: 'author', from: fields.author, to: author }]),
    { kind: 'bylineStruck', name, reason: reason.trim() },
  )
  await Promise.all([saved, written, story.observe()])
  return { fields: story.value().fields }
}
