import type { IncomingFile } from '../state/stores/incomingFile'

/** More files than a person drops on purpose. */
const MOST_FILES = 20_000

/**
 * The files of a drop, including those in folders, sorted by path. Skips names that start with a dot. Call it while the
 * drop is handled: the browser forgets the files afterwards.
 */
export function filesOfDrop(data: DataTransfer): Promise<readonly IncomingFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const loose = entries.length > 0 ? [] : [...data.files].map((file) => incoming(file.name, file))
  return Promise.all(entries.map((entry) => filesOf(entry, ''))).then((found) =>
    [...loose, ...found.flat()].slice(0, MOST_FILES),
  )
}

/** The files of a chosen folder and of the folders below, as a drop of it returns them. */
export const filesOfFolder = (files: Iterable<File>): readonly IncomingFile[] =>
  [...files]
    .map((file) => incoming(file.webkitRelativePath || file.name, file))
    .filter(
      ({ name }) =>
        !name
          .split('/')
          .slice(1)
          .some((part) => part.startsWith('.')),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, MOST_FILES)

const incoming = (name: string, file: File): IncomingFile => ({
  name,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
})

async function filesOf(entry: FileSystemEntry, folder: string): Promise<readonly IncomingFile[]> {
  const path = `${folder}${entry.name}`
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed))
    return [incoming(path, file)]
  }
  if (!entry.isDirectory) return []
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  // Returns up to a hundred entries per call, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
    if (some.length === 0) break
    inside.push(...some)
  }
  const visible = inside.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  const found: IncomingFile[] = []
  for (const child of visible) found.push(...(await filesOf(child, `${path}/`)))
  return found
}
