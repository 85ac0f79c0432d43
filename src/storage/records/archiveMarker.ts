/**
 * `archive.json`: its presence makes a library an archive. An archive holds stories that were moved out of one library,
 * with the people, sources and keys of that library. It is only read: docs/decisions/archive.md.
 */
import { join } from 'node:path'
import { isRecord } from '../../story/text/isRecord'
import { DurableFile } from '../disk/durableFile'
import type { Enveloped } from '../disk/envelope'
import type { FileLayer } from '../disk/fileLayer'
import { DurableRecord } from './durableRecord'

export interface ArchiveMarker {
  /** The tombstones of stories that were moved here name it. */
  readonly id: string
  /** Id of the library that the stories come from. */
  readonly of: string
  /** ISO 8601 instant. */
  readonly made: string
}

export const ARCHIVE_FILE = 'archive.json'

const isArchiveMarker = (value: unknown): value is ArchiveMarker =>
  isRecord(value) && ['id', 'of', 'made'].every((name) => typeof value[name] === 'string')

export const archiveMarker = (files: FileLayer, folder: string): DurableRecord<ArchiveMarker> =>
  new DurableRecord(new DurableFile(files, join(folder, ARCHIVE_FILE), 'json', 'archive'), isArchiveMarker)

/** The marker in one copy of the file. Undefined: the copy has no marker. */
export function markerIn({ content }: Enveloped): ArchiveMarker | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(content).toString('utf8'))
    return isArchiveMarker(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
