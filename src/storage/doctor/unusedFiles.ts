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
import { namesInFolder } from './namesInFolder'

const EVIDENCE = 'evidence'
/** A younger file may belong to a form that is still open. Milliseconds. */
const LONG_ENOUGH = 24 * 3_600_000

/** Whether a file that was captured at `modified` (ISO 8601 instant) may belong to a form that is still open. */
export const isYoung = (modified: string, now: string): boolean => Date.parse(modified) >= Date.parse(now) - LONG_ENOUGH

/**
 * `now`: ISO 8601 instant. `only`: looks for these alone (SHA-256). Rejects with StorageError when any file of the
 * library cannot be read: it may refer to any other.
 */
export async function unusedFiles(
  files: FileLayer,
  folder: string,
  now: string,
  only?: ReadonlySet<string>,
): Promise<readonly UnusedFile[]> {
  const wanted = (name: string): boolean => isContentHash(name) && (only?.has(name) ?? true)
  const old: UnusedFile[] = []
  for (const name of (await namesInFolder(files, join(folder, EVIDENCE))).filter(wanted).sort()) {
    const file = await capturedFile(files, folder, name)
    if (file && !isYoung(file.modified, now)) old.push(file)
  }
  return usedByNoOther(files, folder, old)
}

/** A captured file of the library. Undefined: it was removed meanwhile. */
async function capturedFile(files: FileLayer, folder: string, sha256: string): Promise<UnusedFile | undefined> {
  const path = join(folder, EVIDENCE, sha256)
  const facts = await orMissing(files.facts(path), path)
  return facts && { sha256, path, size: facts.size, modified: new Date(facts.modified).toISOString() }
}

/** Those of the captured files, by their SHA-256, that something in the library refers to. They may be gone. */
export async function namedIn<F extends Pick<UnusedFile, 'sha256'>>(
  files: FileLayer,
  folder: string,
  asked: readonly F[],
): Promise<readonly F[]> {
  const unused = new Set(await usedByNoOther(files, folder, asked))
  return asked.filter((file) => !unused.has(file))
}

/** Those of the files that nothing refers to. `without`: folders of the library that do not count, as paths. */
async function usedByNoOther<F extends Pick<UnusedFile, 'sha256'>>(
  files: FileLayer,
  folder: string,
  asked: readonly F[],
  without: readonly string[] = [],
): Promise<readonly F[]> {
  if (asked.length === 0) return []
  const left = new Set(asked.map(({ sha256 }) => sha256))
  const passedOver = new Set([join(folder, EVIDENCE), ...without])
  await readAllBelow(files, folder, passedOver, (bytes) => {
    for (const hash of hashesIn(bytes)) left.delete(hash)
    return left.size > 0
  })
  return asked.filter(({ sha256 }) => left.has(sha256))
}

/** The captured files of the library that the files in this folder name. */
export async function filesNamedIn(files: FileLayer, folder: string, below: string): Promise<readonly UnusedFile[]> {
  const named = new Set<string>()
  await readAllBelow(files, below, new Set(), (bytes) => {
    for (const hash of hashesIn(bytes)) named.add(hash)
    return true
  })
  const there = (await namesInFolder(files, join(folder, EVIDENCE))).filter((name) => named.has(name)).sort()
  const found = await Promise.all(there.map((name) => capturedFile(files, folder, name)))
  return found.flatMap((file) => file ?? [])
}

/** The captured files that nothing but the stories in these folders refers to. */
export async function filesOnlyIn(
  files: FileLayer,
  folder: string,
  stories: readonly string[],
): Promise<readonly UnusedFile[]> {
  const own = new Map<string, UnusedFile>()
  for (const story of stories) for (const file of await filesNamedIn(files, folder, story)) own.set(file.sha256, file)
  return usedByNoOther(files, folder, [...own.values()], stories)
}

/** Reads file after file, also in inner folders, until `look` says that it has seen enough. */
async function readAllBelow(
  files: FileLayer,
  folder: string,
  passedOver: ReadonlySet<string>,
  look: (bytes: Uint8Array) => boolean,
): Promise<boolean> {
  for (const name of await namesInFolder(files, folder)) {
    const path = join(folder, name)
    if (passedOver.has(path)) continue
    try {
      if (!look(await files.readAll(path))) return false
    } catch (error) {
      if (errorCode(error) === 'EISDIR') {
        if (!(await readAllBelow(files, path, passedOver, look))) return false
      }
      // Deleted or replaced since its folder was listed.
      else if (!isMissing(error)) throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
    }
  }
  return true
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

async function orMissing<T>(asked: Promise<T>, path: string): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (isMissing(error)) return undefined
    throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
  }
}
