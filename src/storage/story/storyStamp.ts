/**
 * A stamp tells whether the files of a story are still those that a story file was read from or written to, without
 * reading any of them. It notes the readable story file (number, bytes, times) and where log and ledger ended.
 */
import { join } from 'node:path'
import type { FileFacts, FileLayer } from '../disk/fileLayer'
import type { StoryHeads } from '../records/shapes'
import { segmentName, segmentsIn } from './updates/changeLog'
import { LEDGER_FILE } from './ledger/ledgerFile'

export const STORY_FILE = 'story.json'

/** `heads`: as the story file notes them. Old files note none: then only the file itself is compared. */
export function stampOf(file: FileFacts, heads: StoryHeads | null | undefined): string {
  const { size, modified, changed = 0, node = 0 } = file
  const ends = heads ? `${heads.segment}:${heads.bytes}:${heads.ledger.bytes}` : '-'
  return `${node}:${size}:${modified}:${changed} ${ends}`
}

/** Whether the files in this folder have this stamp. Throws when they cannot be looked at. */
export function hasStamp(files: FileLayer, folder: string, stamp: string): boolean {
  const [file = '', ends = ''] = stamp.split(' ')
  const facts = file === '' ? undefined : files.factsNow(join(folder, STORY_FILE))
  if (!facts || stampOf(facts, null) !== `${file} -`) return false
  if (ends === '-') return true
  const [segment = 0, bytes, ledger] = ends.split(':').map(Number)
  const sizeOf = (name: string): number => files.factsNow(join(folder, name))?.size ?? 0
  return (
    sizeOf(segmentName(segment)) === bytes && sizeOf(segmentName(segment + 1)) === 0 && sizeOf(LEDGER_FILE) === ledger
  )
}

/**
 * The stamp of the files as they are, wherever the story file says that log and ledger end. For a story that is opened
 * afterwards, and not written. '' when there is no story file.
 */
export async function stampFound(files: FileLayer, folder: string): Promise<string> {
  const file = files.factsNow(join(folder, STORY_FILE))
  if (!file) return ''
  const segment = segmentsIn(await files.list(folder)).at(-1) ?? 1
  const sizeOf = (name: string): number => files.factsNow(join(folder, name))?.size ?? 0
  const ends = `${segment}:${sizeOf(segmentName(segment))}:${sizeOf(LEDGER_FILE)}`
  return stampOf(file, null).replace(/-$/, ends)
}
