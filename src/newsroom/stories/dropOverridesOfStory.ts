import { dropOverrides } from '../../document/dropOverrides'
import { LEAVING_FIELDS } from '../../story/ledger/fields'
import { defined } from '../../story/text/defined'
import { cleanEntering } from '../../story/text/words/strayCharacters'
import type { Action } from '../state/action'
import { setField } from './setField'

/** Takes direction overrides and control characters out of the copy, the picture details and the fields that leave. */
export const dropOverridesOfStory: Action<'copy.dropOverrides'> = async (room, by, { story: id, mark }) => {
  const story = await room.storyNow(id)
  const { value: inCopy, saved } = story.edit(by, (doc) => dropOverrides(doc), defined({ origin: mark }))
  await Promise.all([saved, story.observe()])
  let dropped = inCopy
  for (const field of LEAVING_FIELDS) {
    const { value, count } = cleanEntering(story.value().fields[field])
    if (count > 0) await setField(room, by, { story: id, field, value })
    dropped += count
  }
  return { dropped }
}
