/** What somebody with a text editor, a bad disk or an old backup does to the files of a library. */
import { createDecipheriv, createPrivateKey, sign } from 'node:crypto'
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { wrap, unwrap } from '../../src/storage/disk/envelope'
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

/** Where private keys lie that no PIN guards. Absent in the code before. */
interface OpenKey {
  readonly id: string
  readonly person: string
  readonly open?: string
}

export async function openKeys(folder: string): Promise<readonly OpenKey[]> {
  const text = await readFile(join(folder, 'keys.json'), 'utf8').catch(() => undefined)
  return text === undefined ? [] : (JSON.parse(text) as { data: { keys: readonly OpenKey[] } }).data.keys
}

interface KeyUnderPin extends OpenKey {
  readonly underPin?: {
    readonly memory: number
    readonly passes: number
    readonly lanes: number
    readonly salt: string
    readonly iv: string
    readonly sealed: string
  }
}

/** The private key of somebody whose PIN is known. */
export async function keyUnderPin(folder: string, person: string, pin: string): Promise<OpenKey> {
  const key = ((await openKeys(folder)) as readonly KeyUnderPin[]).find((one) => one.person === person && one.underPin)
  if (!key?.underPin) throw new Unprepared(`${person} has no key under a PIN.`)
  const { memory, passes, lanes, salt, iv, sealed } = key.underPin
  const { argon2id } = await import('hash-wasm')
  const password = { password: pin, salt: Buffer.from(salt, 'hex') }
  const cost = { memorySize: memory, iterations: passes, parallelism: lanes, hashLength: 32 }
  const secret = await argon2id({ ...password, ...cost, outputType: 'binary' })
  const bytes = Buffer.from(sealed, 'hex')
  const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(iv, 'hex'))
    .setAAD(Buffer.from(key.id))
    .setAuthTag(bytes.subarray(-16))
  const open = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('hex')
  return { id: key.id, person, open }
}

/** DER of an Ed25519 private key, before its 32 bytes. */
export const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The line with the signature of an unencrypted key: `person`’s own, or the library’s (''). */
export async function signedWith(
  folder: string,
  person: string,
  line: string,
  known?: readonly OpenKey[],
): Promise<string> {
  const { hash: _hash, signature: _signature, ...entry } = entryOf(line) as LedgerEntry & { signature?: string }
  const keys = (known ?? (await openKeys(folder))).filter(({ open }) => open !== undefined)
  const key = keys.findLast((one) => one.person === person) ?? (person === '' ? keys[0] : undefined)
  // The code before knows no signatures: its hash is all there is.
  if (!key?.open) return line
  const named = { ...entry, ...('signer' in entry || 'follows' in entry ? { signer: key.id } : {}) } as LedgerEntry
  const hash = hashEntry(named)
  const seed = createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.from(key.open, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  })
  return JSON.stringify({ ...named, hash, signature: sign(null, Buffer.from(hash, 'hex'), seed).toString('base64url') })
}

/** Appends a line to a story’s ledger, with the signature of an unencrypted key. */
export async function appendSigned(
  folder: string,
  story: string,
  person: string,
  changes: Readonly<Record<string, unknown>>,
  like: (entry: LedgerEntry) => boolean,
): Promise<void> {
  const path = ledgerOf(folder, story)
  const lines = await linesOf(path)
  const template = entryOf(lines[lastOf(lines, like)] ?? '')
  const last = entryOf(lines.at(-1) ?? '')
  const line = forged(template, last, { at: last.at, ...changes })
  await writeLines(path, [...lines, await signedWith(folder, person, line)])
}

/** Rewrites a small file in all its copies, as its owner would: a later generation with a right checksum. */
export async function rewriteRecord<T>(
  folder: string,
  name: string,
  kind: string,
  change: (data: T) => T,
): Promise<void> {
  for (const path of [name, `${name}.twin`].map((one) => join(folder, one))) {
    if (!(await exists(path))) continue
    const { envelope, content } = unwrap('json', kind, await readFile(path))
    const { format: _format, length: _length, sha256: _sha256, ...head } = envelope
    const data = change(JSON.parse(Buffer.from(content).toString('utf8')) as T)
    const bytes = Buffer.from(JSON.stringify(data, undefined, 2))
    await writeFile(path, wrap('json', { ...head, generation: head.generation + 1 }, bytes))
  }
}
