/**
 * `story.json`: the readable story, and how far log and ledger were written. Damage to it is told and stops nothing.
 */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { DurableFile } from '../disk/durableFile'
import type { FileLayer } from '../disk/fileLayer'
import type { Repair } from '../disk/damaged/repair'
import { isStorageError } from '../disk/storageError'
import { DurableRecord } from '../records/durableRecord'
import { STORY_FILE } from './storyStamp'
import { isStoryRecord, type StoryRecord } from '../records/shapes'

export const storyRecord = (files: FileLayer, folder: string): DurableRecord<StoryRecord> =>
  new DurableRecord(new DurableFile(files, join(folder, STORY_FILE), 'json', 'story'), isStoryRecord)

export interface FoundRecord {
  readonly record?: StoryRecord
  readonly damage: readonly Repair[]
}

/**
 * Remembers what it read until `forget`: loading a story asks for it three times, and the story file is asked for
 * next.
 */
export class StoryRecordReader {
  private readonly record: DurableRecord<StoryRecord>
  private known: Promise<FoundRecord> | undefined

  constructor(files: FileLayer, folder: string) {
    this.record = storyRecord(files, folder)
  }

  find(): Promise<FoundRecord> {
    return this.known ?? this.readNow()
  }

  /** Reads it now, and keeps it for the next `find`. */
  remember(): void {
    this.known = this.readNow()
    // A caller of `find` gets the rejection. When the ledger cannot be read either, nobody calls it.
    this.known.catch(() => undefined)
  }

  forget(): void {
    this.known = undefined
  }

  write(record: StoryRecord): Promise<void> {
    this.forget()
    return this.record.write(record)
  }

  private async readNow(): Promise<FoundRecord> {
    const damaged = (what: string): FoundRecord => ({
      damage: [{ file: this.record.path, what, kind: 'damage' }],
    })
    try {
      const record = await this.record.readIfThere()
      return record ? { record, damage: this.record.repairs } : damaged(storageText('storyRecord.missing'))
    } catch (error) {
      if (!isStorageError(error, 'DAMAGED') && !isStorageError(error, 'SHAPE')) throw error
      return damaged(storageText('storyRecord.damagedTwice'))
    }
  }
}
