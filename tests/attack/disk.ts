/** What somebody with a text editor, a bad disk or an old backup does to the files of a library. */
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashEntry } from '../../src/story/ledger/hash'
import type { LedgerEntry } from '../../src/story/ledger/ledgerEntry'
import { Unprepared } from './driver'

export const ledgerOf = (folder: string, story: string): string => join(folder, 'stories', story, 'ledger.jsonl')

export async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '')
}

export const writeLines = (path: string, lines: readonly string[]): Promise<void> =>
  writeFile(path, lines.map((line) => `${line}\n`).join(''))

export const entryOf = (line: string): LedgerEntry => JSON.parse(line) as LedgerEntry

/** The place of the last line that is such an entry. */
export function lastOf(lines: readonly string[], test: (entry: LedgerEntry) => boolean): number {
  const at = lines.findLastIndex((line) => test(entryOf(line)))
  if (at < 0) throw new Unprepared('The ledger has no such line.')
  return at
}

export const isStatus =
  (status: string) =>
  (entry: LedgerEntry): boolean =>
    entry.kind === 'signed' && entry.status === status

/** The entry with other content, in the same form, chained to `after`, with its right hash. */
export function forged(template: LedgerEntry, after: LedgerEntry, changes: Readonly<Record<string, unknown>>): string {
  const chained = 'follows' in template ? { follows: [after.hash] } : { prev: after.hash }
  const made = { ...template, ...chained, seq: after.seq + 1, ...changes } as LedgerEntry
  return JSON.stringify({ ...made, hash: hashEntry(made) })
}

/** Changes one bit of the byte in the middle of the first place of `words`. */
export async function rot(path: string, words: string): Promise<void> {
  const bytes = await readFile(path)
  const at = bytes.lastIndexOf(words)
  if (at < 0) throw new Unprepared(`${path} does not hold “${words}”.`)
  const place = at + Math.floor(Buffer.byteLength(words) / 2)
  bytes[place] = (bytes[place] ?? 0) ^ 1
  await writeFile(path, bytes)
}

/** A file of the library and the other copies of it that lie beside. */
export async function copiesOf(folder: string, name: string): Promise<readonly string[]> {
  return (await readdir(folder))
    .filter((other) => other === name || other.startsWith(`${name}.`))
    .map((other) => join(folder, other))
}

/** Takes a copy of files, to put back later. */
export async function keep(folder: string, names: readonly string[]): Promise<() => Promise<void>> {
  const kept: [string, Buffer][] = []
  for (const name of names) for (const path of await copiesOf(folder, name)) kept.push([path, await readFile(path)])
  return async () => {
    for (const name of names) for (const path of await copiesOf(folder, name)) await rm(path)
    for (const [path, bytes] of kept) await writeFile(path, bytes)
  }
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Puts a copy of a folder in its place. */
export async function putBack(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await cp(from, to, { recursive: true })
}

/** All text of all files of a folder, for searches. */
export async function everyByte(folder: string): Promise<readonly [string, Buffer][]> {
  const found: [string, Buffer][] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name)
      found.push([path, await readFile(path)])
    }
  return found
}
