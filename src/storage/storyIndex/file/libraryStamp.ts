import { join } from 'node:path'
import type { FileLayer } from '../../disk/fileLayer'

/** What changes whenever a process takes or gives up the library, makes a story or writes to a ledger. */
const LOOKED_AT = ['', 'stories', 'ledger.jsonl', 'heads.jsonl']

/**
 * Tells whether anything wrote to the library since: a lock that was taken and given up changes its folder. It is the
 * same only while every story is as it was, or while one owner writes. '' when the library cannot be looked at, which
 * is like nothing.
 */
export function libraryStamp(files: FileLayer, library: string): string {
  try {
    return LOOKED_AT.map((name) => {
      const facts = files.factsNow(join(library, name))
      return facts ? `${facts.node ?? 0}:${facts.size}:${facts.modified}:${facts.changed ?? 0}` : '-'
    }).join(' ')
  } catch {
    return ''
  }
}
