/**
 * A note beside the index files: the index has every story as it was when the library was last given up. A command that
 * changes no story passes the note on without opening the index.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord } from '../../../story/text/isRecord'

export interface WholeNote {
  /** libraryStamp when the library was given up. */
  readonly library: string
  /** Name of the index file. */
  readonly file: string
  /** Hash of the names of sources that are not protected, as the index has them. */
  readonly names: string
}

const nameOf = (folder: string): string => join(folder, 'whole.json')

/** Undefined when there is none, or it cannot be read: then every story is looked at. */
export function readWhole(folder: string): WholeNote | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(nameOf(folder), 'utf8'))
    return isRecord(note) && ['library', 'file', 'names'].every((key) => typeof note[key] === 'string')
      ? (note as unknown as WholeNote)
      : undefined
  } catch {
    return undefined
  }
}

/** Without it, the next start looks at every story: an error is no loss. */
export function writeWhole(folder: string, note: WholeNote): void {
  try {
    const temporary = `${nameOf(folder)}.${process.pid}`
    writeFileSync(temporary, JSON.stringify(note), { mode: 0o600 })
    renameSync(temporary, nameOf(folder))
  } catch {
    // The folder cannot be written: the index is in memory then.
  }
}

/** Throws when there is a note that cannot be removed: nothing may be put into the index then. */
export const removeWhole = (folder: string): void => rmSync(nameOf(folder), { force: true })
