import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { LARGEST_FILE } from '../../../story/text/format/largestFile'
import { messageOf } from '../../../story/text/messageOf'
import { libraryAround } from '../../files/libraryAround'

export type ReadImport =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly problem: string; readonly why: string }

/**
 * Reads a file. Resolves with what kept it from being read, as a message (`problem`) and as its clause (`why`). `path`
 * is relative to `cwd`. `largest`: the most bytes that a file may have.
 */
export async function readImport(path: string, cwd: string, largest = LARGEST_FILE): Promise<ReadImport> {
  const name = basename(path)
  const notImported = (why: string): ReadImport => ({
    name,
    problem: newsroomText('readImport.notImported', { path, why }),
    why,
  })
  try {
    // Checked before opening: opening a pipe waits for ever.
    const facts = await stat(resolve(cwd, path))
    // Says why a folder stayed in the list: nobody may read it, or it is empty.
    if (facts.isDirectory() && (await readdir(resolve(cwd, path))))
      return notImported(newsroomText((await isInLibrary(path, cwd)) ? 'readImport.isLibrary' : 'readImport.isFolder'))
    if (!facts.isFile()) return notImported(newsroomText('readImport.notAFile'))
    if (facts.size > largest) return notImported(newsroomText('readImport.tooLarge', { size: largest / 1024 / 1024 }))
    return { name, bytes: new Uint8Array(await readFile(resolve(cwd, path))) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // Node reads names as UTF-8 and puts this sign for every other byte: no file has the name that it then asks for.
    if (code === 'ENOENT' && path.includes('\uFFFD')) return notImported(newsroomText('readImport.nameNotUtf8'))
    if (code === 'ENOENT' || code === 'ENOTDIR') return notImported(newsroomText('readImport.missing'))
    if (code === 'EACCES' || code === 'EPERM') return notImported(newsroomText('readImport.unreadable'))
    return notImported(messageOf(error))
  }
}

/**
 * Replaces each folder among the paths by the files in it and below it, sorted. Leaves out links and hidden names in
 * folders. A library stays in the list, so that reading it reports it: its own files are no stories.
 */
export async function filesAt(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of paths) {
    const facts = await stat(resolve(cwd, path)).catch(() => undefined)
    // Reading the file reports a missing one.
    const inside = facts?.isDirectory() ? await filesIn(path, cwd) : []
    // An empty folder stays in the list, so that reading it reports it.
    found.push(...(inside.length > 0 ? inside : [path]))
  }
  return found
}

const isInLibrary = async (folder: string, cwd: string): Promise<boolean> =>
  (await libraryAround(resolve(cwd, folder))) !== undefined

async function filesIn(folder: string, cwd: string): Promise<readonly string[]> {
  const found: string[] = []
  const entries = await readdir(resolve(cwd, folder), { withFileTypes: true }).catch(() => undefined)
  // The folder stays in the list, so that reading it reports it, and the others are imported.
  if (!entries || (await isInLibrary(folder, cwd))) return [folder]
  for (const entry of entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await filesIn(path, cwd)))
    else if (entry.isFile()) found.push(path)
  }
  return found
}
