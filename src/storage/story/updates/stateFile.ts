/**
 * `state.yjs`: a story's whole state. Its header says which story it is and where the changes since the state begin.
 */
import { basename, join } from 'node:path'
import { storageText } from '../../../catalogue/rooms/storage'
import { DurableFile, type DurableReading } from '../../disk/durableFile'
import type { EnvelopeAbout } from '../../disk/envelope'
import type { FileLayer } from '../../disk/fileLayer'
import { StorageError } from '../../disk/storageError'
import type { StoryHeader } from '../../disk/storyStore'

export const STATE_FILE = 'state.yjs'

export const stateFile = (files: FileLayer, folder: string): DurableFile =>
  new DurableFile(files, join(folder, STATE_FILE), 'bytes', 'state')

/** The first segment of the change log that a state does not hold, and the number of its first change. */
export interface LogStart {
  readonly segment: number
  readonly change: number
}

export const aboutState = (header: StoryHeader, log: LogStart): EnvelopeAbout => ({
  id: header.id,
  guid: header.guid,
  created: header.created,
  firstSegment: log.segment,
  firstChange: log.change,
})

export function headerOf(reading: DurableReading): StoryHeader {
  const { id, guid, created } = reading.envelope.about ?? {}
  return { id: String(id), guid: String(guid), created: String(created) }
}

/** A copy of a folder under another name would pass for a story that no head and no tombstone knows. */
export function checkFolderName({ id }: StoryHeader, folder: string): void {
  if (id === basename(folder)) return
  throw new StorageError(
    folder,
    storageText('storyFolder.otherName', { id }),
    storageText('safe.nothingChanged'),
    storageText('storyFolder.otherNameNext', { id }),
    'OTHERNAME',
  )
}

/** `path`: for the error that is thrown when the header does not say it. */
export function logStart(about: EnvelopeAbout | undefined, path: string): LogStart {
  const { firstSegment, firstChange } = about ?? {}
  if (typeof firstSegment === 'number' && typeof firstChange === 'number')
    return { segment: firstSegment, change: firstChange }
  throw new StorageError(
    path,
    storageText('state.noLogStart'),
    storageText('safe.nothingChanged'),
    storageText('next.backup'),
    'SHAPE',
  )
}
