/** Puts damaged files aside for a rescue by hand. What was put aside before stays. */
import { basename, dirname } from 'node:path'
import type { FileLayer } from '../fileLayer'

/** Names of files that were set aside, here or by `quarantine`. */
export const SET_ASIDE = /\.(?:damaged|torn)(?:-\d+)?(?:\.\d+)?$/

/** A name that no file has: `path`, or `path` with a number. */
async function freeName(files: Pick<FileLayer, 'list'>, path: string): Promise<string> {
  const taken = new Set(await files.list(dirname(path)))
  if (!taken.has(basename(path))) return path
  let number = 2
  while (taken.has(`${basename(path)}.${number}`)) number += 1
  return `${path}.${number}`
}

/** Renames a file to `<name>.damaged`, or `<name>.damaged.<n>`. */
export async function setAside(files: Pick<FileLayer, 'list' | 'rename'>, path: string): Promise<void> {
  await files.rename(path, await freeName(files, `${path}.damaged`))
}
