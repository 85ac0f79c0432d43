import { StorageError } from '../../../storage/disk/storageError'
import { NewsroomError } from '../../../story/requests/requests'
import { messageOf } from '../../../story/text/messageOf'

/** The sentence of an error that is for people. Throws any other. */
export function forPeople(error: unknown): string {
  if (!(error instanceof NewsroomError) && !(error instanceof StorageError)) throw error
  return messageOf(error)
}
