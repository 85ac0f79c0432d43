import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const abandonedAfter = 6 * 60 * 60 * 1000

/**
 * Returns `folder`. If it does not exist, `fill(temporary)` makes it first.
 *
 * A folder under its final name is always complete: it is filled under a temporary name and then renamed. Of two
 * preparations at the same time, the first to finish wins and the other one uses its result.
 */
export async function prepareOnce(folder, fill) {
  if (existsSync(folder)) return folder
  const parent = dirname(folder)
  mkdirSync(parent, { recursive: true })
  removeAbandoned(parent, basename(folder))

  const temporary = mkdtempSync(`${folder}.preparing-`)
  try {
    await fill(temporary)
    renameSync(temporary, folder)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

function removeAbandoned(parent, name) {
  for (const entry of readdirSync(parent)) {
    if (!entry.startsWith(`${name}.preparing-`)) continue
    const path = join(parent, entry)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > abandonedAfter) rmSync(path, { recursive: true, force: true })
  }
}
