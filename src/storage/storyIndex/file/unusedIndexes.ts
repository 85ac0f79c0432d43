import { readdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Milliseconds after which an index that nobody opened is taken for one of a library that is gone. */
const UNUSED = 60 * 24 * 3600 * 1000
/** Folders that one call removes. */
const MOST = 20

const FOLDER = /^[0-9a-f]{32}$/
const FILE = /^(stories-.*\.db(-wal|-shm|-journal)?|whole\.json(\.\d+)?)$/

/**
 * Removes the indexes of other libraries that were not opened for two months: the library may be gone, and nothing says
 * where it was. One that is still used is made again. `folder`: of this library's index. Every opening changes the time
 * of its folder. Files that do not belong to an index stay. Never throws.
 */
export function removeUnusedIndexes(folder: string, now = Date.now()): void {
  const all = dirname(folder)
  const removed = ignoreErrors(() => readdirSync(all), [])
    .filter((name) => FOLDER.test(name) && join(all, name) !== folder)
    .filter((name) => ignoreErrors(() => now - statSync(join(all, name)).mtimeMs > UNUSED, false))
  for (const name of removed.slice(0, MOST)) ignoreErrors(() => removeIndex(join(all, name)), undefined)
}

function removeIndex(folder: string): void {
  for (const name of readdirSync(folder)) if (FILE.test(name)) rmSync(join(folder, name))
  rmdirSync(folder)
}

/** Another process may have the file, or the folder may be another person's. */
function ignoreErrors<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}
