/** What the index of stories reads of one: its readable file, if that is good. */
import { basename, join } from 'node:path'
import type { FileLayer } from '../disk/fileLayer'
import type { StoryEntry } from '../disk/storyStore'
import { hasStamp, stampOf, STORY_FILE } from './storyStamp'
import { StoryRecordReader } from './storyRecord'

/**
 * Undefined: there is no story file, it is damaged, or the story has changed since it was written. The story itself
 * tells then. `folder`: of the story. Rejects with StorageError.
 */
export async function readStoryEntry(files: FileLayer, folder: string): Promise<StoryEntry | undefined> {
  // Before the file is read: if it is replaced meanwhile, the stamp is of the old one, and does not hold.
  const facts = files.factsNow(join(folder, STORY_FILE))
  if (!facts) return undefined
  const { record, damage } = await new StoryRecordReader(files, folder).find()
  if (!record?.snapshot || damage.length > 0) return undefined
  // A copy under another name: it would stand for the story, with older words.
  if (record.snapshot.summary.id !== basename(folder)) return undefined
  const stamp = stampOf(facts, record.heads)
  return hasStamp(files, folder, stamp) ? { created: record.header.created, file: record.snapshot, stamp } : undefined
}
