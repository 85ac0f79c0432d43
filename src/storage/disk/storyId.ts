/** Checks story ids before any path is made of them: they become folder names. */
import { storageText } from '../../catalogue/rooms/storage'
import { StorageError } from './storageError'

const STORY_ID = /^[a-z0-9][a-z0-9-]{0,63}$/i
/** Names that Windows reserves for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

export const isStoryId = (id: string): boolean => STORY_ID.test(id) && !RESERVED.test(id)

export function checkStoryId(place: string, id: string): string {
  if (isStoryId(id)) return id
  throw new StorageError(
    place,
    storageText('storyId.none', { id: id.slice(0, 80) }),
    storageText('safe.nothingChanged'),
    storageText('next.listIds'),
    'BADID',
  )
}

export const noSuchStory = (place: string, id: string): StorageError =>
  new StorageError(
    place,
    storageText('storyId.unknown', { id }),
    storageText('safe.nothingChanged'),
    storageText('next.listIds'),
    'NOSTORY',
  )

export const storyExists = (place: string, id: string): StorageError =>
  new StorageError(
    place,
    storageText('storyId.taken', { id }),
    storageText('safe.nothingChanged'),
    storageText('next.otherId'),
    'EXISTS',
  )
