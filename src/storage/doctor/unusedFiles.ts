/**
 * Finds captured files that nothing in the library refers to: they were copied for a form that was then given up. It
 * searches the bytes of every other file for hashes, whatever its format: a hash anywhere keeps its file, also in
 * quarantined bytes.
 */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { UnusedFile } from '../../story/requests/requests'
import { isContentHash } from '../disk/contentFiles'
import { errorCode, isMissing, type FileLayer } from '../disk/fileLayer'
import { storageErrorFrom } from '../disk/storageError'

const EVIDENCE = 'evidence'
/** A younger file may belong to a form that is still open. Milliseconds. */
const LONG_ENOUGH = 24 * 3_600_000

/**
 * `now`: ISO 8601 instant. Rejects with StorageError when any file of the library cannot be read: it may refer to any
 * other.
 */
export async function unusedFiles(files: FileLayer, folder: string, now: string): Promise<readonly UnusedFile[]> {
  const before = Date.parse(now) - LONG_ENOUGH
  const unused: UnusedFile[] = []
  for (const name of (await namesIn(files, join(folder, EVIDENCE))).filter(isContentHash).sort()) {
    const path = join(folder, EVIDENCE, name)
    const { modified, size } = (await orMissing(files.facts(path), path)) ?? { modified: before, size: 0 }
    if (modified < before) unused.push({ sha256: name, path, size, modified: new Date(modified).toISOString() })
  }
  if (unused.length === 0) return []
  const referredTo = new Set<string>()
  await collect(files, folder, referredTo, EVIDENCE)
  return unused.filter(({ sha256 }) => !referredTo.has(sha256))
}

async function collect(files: FileLayer, folder: string, found: Set<string>, except?: string): Promise<void> {
  for (const name of await namesIn(files, folder)) {
    if (name === except) continue
    const path = join(folder, name)
    try {
      for (const hash of hashesIn(await files.readAll(path))) found.add(hash)
    } catch (error) {
      if (errorCode(error) === 'EISDIR') await collect(files, path, found)
      // Deleted or replaced since its folder was listed.
      else if (!isMissing(error)) throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
    }
  }
}

const HEX = /[0-9a-f]{64,}/g
/** A snapshot holds its document in base64. */
const BASE64 = /[0-9A-Za-z+/]{86,}={0,2}/g
/** The text before whole base64. After damage, a run may begin anywhere in a group of four. */
const BEGINS = /"state": ?"$/

/** Everything in these bytes that may be the SHA-256 of a file. */
export function* hashesIn(bytes: Uint8Array): Generator<string> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  yield* hashesOf(text)
  for (const { 0: run, index } of text.matchAll(BASE64)) {
    const begins = BEGINS.test(text.slice(Math.max(0, index - 10), index)) ? [0] : [0, 1, 2, 3]
    for (const from of begins) yield* hashesOf(Buffer.from(run.slice(from), 'base64').toString('latin1'))
  }
}

function* hashesOf(text: string): Generator<string> {
  for (const [run] of text.matchAll(HEX)) for (let at = 0; at + 64 <= run.length; at++) yield run.slice(at, at + 64)
}

async function namesIn(files: FileLayer, folder: string): Promise<readonly string[]> {
  return (await orMissing(files.list(folder), folder)) ?? []
}

async function orMissing<T>(asked: Promise<T>, path: string): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (isMissing(error)) return undefined
    throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
  }
}
