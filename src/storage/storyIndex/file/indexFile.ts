/**
 * The file of an index, in a folder of its own outside the library. Nobody repairs it: what cannot be used is left, and
 * another file is begun beside it. Its name says what it is made of, and is never used twice: a process that still has
 * an older file open can do no harm to a newer one.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { storageText } from '../../../catalogue/rooms/storage'
import { messageOf } from '../../../story/text/messageOf'
import { loadSqlite, type Database, type Opener } from '../sqlite/database'
import { MemoryIndex } from '../memoryIndex'
import { INDEX_FORMAT, prepareTables } from '../sqlite/schema'
import { SqliteIndex } from '../sqlite/sqliteIndex'
import type { StoryIndex } from '../storyIndex'

export interface IndexPlace {
  /** Of this library's index files. */
  readonly folder: string
  /** 16 hex digits: which protected names are masked in the index. */
  readonly print: string
}

export interface OpenedIndex {
  readonly index: StoryIndex
  /** Absent: it is kept in memory. */
  readonly file?: string
  /** Nothing was in it. */
  readonly isNew: boolean
  /** Why it is kept in memory, for people. Absent: it is in its file. */
  readonly problem?: string
}

const NAME = /^stories-(\d+)-([0-9a-f]{16})-(\d+)\.db$/

interface Named {
  readonly name: string
  readonly format: number
  readonly print: string
  readonly turn: number
}

/** Opens the index of these protected names, or begins one. Never throws: what cannot be a file is kept in memory. */
export function openIndexFile(place: IndexPlace, opener: ReturnType<typeof loadSqlite> = loadSqlite()): OpenedIndex {
  if ('missing' in opener) return inMemory(storageText('index.noProgram', { why: opener.missing }))
  try {
    mkdirSync(place.folder, { recursive: true, mode: 0o700 })
    const known = mine(place)
    const last = known.at(-1)
    const whole = last && openWhole(join(place.folder, last.name), opener)
    return whole ? { index: new SqliteIndex(whole), file: last.name, isNew: false } : begin(place, opener)
  } catch (error) {
    return inMemory(storageText('index.notWritable', { folder: place.folder, why: messageOf(error) }))
  }
}

/** Undefined: it is damaged, or none of this format. Throws when the folder or the disk is to blame. */
function openWhole(path: string, opener: Opener): Database | undefined {
  let database: Database | undefined
  try {
    database = opener(path)
    prepareTables(database)
    return database
  } catch (error) {
    if (!isDamage(error)) throw error
    return undefined
  }
}

/** Begins a new file in place of one that turned out to be damaged. The next opening takes the new one. */
export function replaceIndexFile(place: IndexPlace, opener: ReturnType<typeof loadSqlite> = loadSqlite()): OpenedIndex {
  if ('missing' in opener) return openIndexFile(place, opener)
  try {
    return begin(place, opener)
  } catch (error) {
    return inMemory(storageText('index.notWritable', { folder: place.folder, why: messageOf(error) }))
  }
}

function begin(place: IndexPlace, opener: Opener): OpenedIndex {
  const turn = (mine(place).at(-1)?.turn ?? -1) + 1
  const file = `stories-${INDEX_FORMAT}-${place.print}-${turn}.db`
  const database = opener(join(place.folder, file))
  prepareTables(database)
  return { index: new SqliteIndex(database), file, isNew: true }
}

/**
 * Deletes every other index of the library: damaged ones, those of another Stet, and those with names that are
 * protected now. Only the owner of the library may: it alone knows which names those are. What cannot be deleted now,
 * since a process has it open, the next opening deletes.
 */
export function removeOtherIndexes(place: IndexPlace): void {
  const keep = mine(place).at(-1)?.name
  for (const name of namesIn(place.folder))
    if (name.startsWith('stories-') && (keep === undefined || !name.startsWith(keep)))
      try {
        rmSync(join(place.folder, name), { force: true })
      } catch {
        // Open in another process, on Windows.
      }
}

/** Whether there is any index in its folder, of whichever format and names. */
export const hasIndex = (folder: string): boolean => namesIn(folder).some((name) => name.startsWith('stories-'))

/** Bytes of an index file and of what SQLite keeps beside it. */
export const bytesOfIndex = (folder: string, file: string): number =>
  namesIn(folder)
    .filter((name) => name.startsWith(file))
    .reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0)

/** Whether another file may do better: this one is damaged. Otherwise the disk is to blame, or another process. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // An error of reading is one of a file that was cut, too.
  if (['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR'].some((kind) => code.startsWith(kind))) return true
  // Not SQLite's: a row that is no JSON, another format. SQLITE_ERROR: a table is missing.
  return !code.startsWith('SQLITE_') ? error instanceof SyntaxError || isOtherFormat(error) : code === 'SQLITE_ERROR'
}

const isOtherFormat = (error: unknown): boolean => messageOf(error).startsWith('format ')

const inMemory = (problem: string): OpenedIndex => ({ index: new MemoryIndex(), isNew: true, problem })

/** The index files of these protected names, oldest first. */
const mine = ({ folder, print }: IndexPlace): readonly Named[] =>
  namesIn(folder)
    .flatMap((name): Named[] => {
      const [, format, named = '', turn] = NAME.exec(name) ?? []
      return format === undefined ? [] : [{ name, format: Number(format), print: named, turn: Number(turn) }]
    })
    .filter((one) => one.format === INDEX_FORMAT && one.print === print)
    .sort((a, b) => a.turn - b.turn)

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
