/**
 * SQLite, as libsql brings it. Its program for this machine may be missing or not load: then nothing is thrown here,
 * and the index is kept in memory. docs/decisions/story-index.md.
 */
import { createRequire } from 'node:module'
import { messageOf } from '../../../story/text/messageOf'

export type Value = string | number | null
export interface SqlStatement {
  run(values: readonly Value[]): void
  all(values: readonly Value[]): readonly (readonly Value[])[]
}
export interface Database {
  exec(sql: string): void
  /** The same text gives the same statement. */
  prepare(sql: string): SqlStatement
  /** Runs `work` in one transaction, which no other process writes beside. When it throws, nothing is changed. */
  inTransaction<T>(work: () => T): T
  /** libsql has the files open until the statements are collected as garbage: it cannot be told to give them up. */
  close(): void
}

export type Opener = (path: string) => Database

/** The part of libsql that Stet uses. */
interface LibsqlStatement {
  raw(on: boolean): LibsqlStatement
  run(values: readonly Value[]): unknown
  all(values: readonly Value[]): readonly (readonly Value[])[]
}
interface LibsqlDatabase {
  exec(sql: string): void
  prepare(sql: string): LibsqlStatement
  close(): void
}
type Libsql = new (path: string, options: { readonly timeout: number }) => LibsqlDatabase

/** Milliseconds to wait for another process that writes the index. */
const PATIENCE = 5000

/** The opener, or why there is none. */
export function loadSqlite(load: () => unknown = requireLibsql): Opener | { readonly missing: string } {
  try {
    const Opened = load() as Libsql
    return (path) => wrap(new Opened(path, { timeout: PATIENCE }))
  } catch (error) {
    return { missing: messageOf(error).split('\n')[0] ?? '' }
  }
}

/** Not bundled: it chooses the program of this machine when it is loaded. */
const requireLibsql = (): unknown => createRequire(import.meta.url)('libsql')

function wrap(opened: LibsqlDatabase): Database {
  const statements = new Map<string, SqlStatement>()
  const prepare = (sql: string): SqlStatement => {
    const known = statements.get(sql)
    if (known) return known
    const prepared = opened.prepare(sql)
    let isRaw = false
    const statement: SqlStatement = {
      run: (values) => void prepared.run(values),
      all: (values) => {
        if (!isRaw) prepared.raw(true)
        isRaw = true
        return prepared.all(values)
      },
    }
    statements.set(sql, statement)
    return statement
  }
  return {
    exec: (sql) => opened.exec(sql),
    prepare,
    inTransaction(work) {
      opened.exec('begin immediate')
      try {
        const result = work()
        opened.exec('commit')
        return result
      } catch (error) {
        // A full disk may have ended the transaction already.
        try {
          opened.exec('rollback')
        } catch {
          // The first error counts.
        }
        throw error
      }
    },
    close() {
      statements.clear()
      opened.close()
    },
  }
}
