/** Story ids become folder names, so they are checked before any path is made of them. */
import { StorageError } from './storyStore'

const STORY_ID = /^[a-z0-9][a-z0-9-]{0,63}$/i
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

export const isStoryId = (id: string): boolean => STORY_ID.test(id) && !RESERVED.test(id)

export function checkStoryId(place: string, id: string): string {
  if (isStoryId(id)) return id
  throw new StorageError(
    place,
    `“${id.slice(0, 80)}” is no story id`,
    'Nothing was changed.',
    'Use an id that “stet list” shows.',
    'BADID',
  )
}

export const noSuchStory = (place: string, id: string): StorageError =>
  new StorageError(
    place,
    `there is no story “${id}”`,
    'Nothing was changed.',
    'Use an id that “stet list” shows.',
    'NOSTORY',
  )

export const storyExists = (place: string, id: string): StorageError =>
  new StorageError(
    place,
    `there is a story “${id}” already`,
    'Nothing was changed.',
    'Give the new story another id.',
    'EXISTS',
  )
