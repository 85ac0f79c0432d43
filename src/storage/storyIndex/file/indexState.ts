import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { storageText } from '../../../catalogue/rooms/storage'
import type { IndexState } from '../../../story/requests/requests'
import { nodeFiles } from '../../disk/fileLayer'
import { loadSqlite, type Database } from '../sqlite/database'
import { bytesOfIndex, isDamage } from './indexFile'
import { libraryStamp } from './libraryStamp'
import { INDEX_FORMAT, prepareTables } from '../sqlite/schema'
import { readWhole } from './wholeNote'

/**
 * The state of the index of a library that no process has open: its newest file is checked by SQLite. `folder`: of the
 * index. Never throws.
 */
export function indexStateOnDisk(folder: string, library: string): IndexState {
  const file = newestIn(folder)
  if (file === undefined) return { kept: 'none', stories: 0, whole: false }
  const opener = loadSqlite()
  if ('missing' in opener) return notUsable(storageText('index.noProgram', { why: opener.missing }))
  let database: Database | undefined
  try {
    database = opener(join(folder, file))
    prepareTables(database)
    if (database.prepare('pragma quick_check(1)').all([])[0]?.[0] !== 'ok') return DAMAGED
    const stories = Number(database.prepare('select count(*) from stories').all([])[0]?.[0])
    const note = readWhole(folder)
    const whole = note?.file === file && note.library === libraryStamp(nodeFiles, library)
    return { kept: 'file', stories, whole, folder, size: bytesOfIndex(folder, file) }
  } catch (error) {
    return isDamage(error) ? DAMAGED : notUsable(storageText('index.notWritable', { folder, why: String(error) }))
  } finally {
    database?.close()
  }
}

const DAMAGED: IndexState = { kept: 'damaged', stories: 0, whole: false }
const notUsable = (problem: string): IndexState => ({ kept: 'memory', stories: 0, whole: false, problem })

function newestIn(folder: string): string | undefined {
  try {
    const changed = (name: string): number => statSync(join(folder, name)).mtimeMs
    return readdirSync(folder)
      .filter((name) => name.startsWith(`stories-${INDEX_FORMAT}-`) && name.endsWith('.db'))
      .sort((a, b) => changed(b) - changed(a))[0]
  } catch {
    return undefined
  }
}
