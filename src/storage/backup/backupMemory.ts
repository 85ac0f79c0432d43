/**
 * What this process knows of the backup that it made last: a story whose files were not touched since is not read
 * again. It is kept in memory only. What lies on the drive could have been changed by anybody.
 */
import { createHash } from 'node:crypto'
import type { LedgerEnd } from '../../story/ledger/events/libraryEvent'
import type { FileFacts } from '../disk/fileLayer'
import type { BackedUpFile } from './backupFolder'

/** Files of a story by path, with the facts that change when a file changes. */
export type StoryStamps = readonly string[]

/** Milliseconds within which two writes may leave the same times. FAT counts in two seconds. */
const SAME_MOMENT = 3000

/**
 * The stamp of a file. Undefined where the system does not say when a file changed, and for one that changed just
 * before `now` (milliseconds since 1970): another change of the same moment would not be seen.
 */
export function fileStampOf(path: string, { size, modified, changed }: FileFacts, now: number): string | undefined {
  if (changed === undefined || Math.max(changed, modified) > now - SAME_MOMENT) return undefined
  return `${path} ${size} ${modified} ${changed}`
}

interface KnownStory {
  /** Of the stamps, and of what the list of the backup says. */
  readonly digest: string
  readonly end: LedgerEnd | undefined
}

export class BackupMemory {
  private home = ''
  private readonly stories = new Map<string, KnownStory>()

  /** To call with the folder of each backup: another folder holds other things. */
  begin(home: string): void {
    if (home !== this.home) this.stories.clear()
    this.home = home
  }

  /** Where the story's ledger ended, if neither its files nor what the last list says of them changed. */
  known(id: string, stamps: StoryStamps, listed: readonly BackedUpFile[]): KnownStory | undefined {
    const known = this.stories.get(id)
    return known?.digest === digestOf(stamps, listed) ? known : undefined
  }

  has(id: string): boolean {
    return this.stories.has(id)
  }

  /** To call for a story that was deleted. */
  forget(id: string): void {
    this.stories.delete(id)
  }

  /** `stamps`: taken before the files were read. Undefined: some cannot be told apart. */
  note(id: string, stamps: StoryStamps | undefined, listed: readonly BackedUpFile[], end: LedgerEnd | undefined): void {
    if (stamps) this.stories.set(id, { digest: digestOf(stamps, listed), end })
    else this.stories.delete(id)
  }
}

const digestOf = (stamps: StoryStamps, listed: readonly BackedUpFile[]): string =>
  createHash('sha256')
    .update([...stamps, '', ...listed.map(({ path, size, sha256 }) => `${path} ${size} ${sha256}`)].join('\n'))
    .digest('base64url')
