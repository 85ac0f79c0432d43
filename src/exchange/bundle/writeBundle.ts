/** Writes a bundle: the zip, its manifest, and the signature. Equal contents give equal bytes. */
import { createHash } from 'node:crypto'
import { deflateSync, zipSync, type Zippable } from 'fflate'
import { bundleText } from '../../catalogue/merging/bundle'
import { canonicalJson } from '../../story/text/canonicalJson'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { messageOf } from '../../story/text/messageOf'
import { BundleError } from './bundleError'
import { largestOf, LARGEST_WHOLE, MOST_BUNDLE_PARTS, STEEP_FROM, STEEPEST } from './bundleLimits'
import {
  CARD,
  capturedIn,
  capturedPath,
  documentPath,
  isSealedPath,
  ledgerPath,
  MANIFEST,
  sealedPath,
  snapshotPath,
  sourcesPath,
} from './bundlePaths'
import { manifestBytes, readManifest, signedHashOf } from './manifest'
import { isSealedOrOpen, isSource } from './sourceShape'
import {
  BUNDLE_FORMAT,
  type BundleManifest,
  type BundleSnapshot,
  type BundleStory,
  type StoryBundle,
  versionOfBundle,
} from './storyBundle'

/** A story to write. */
export interface StoryToWrite extends Pick<StoryBundle, 'document' | 'sources'> {
  readonly story: Omit<BundleStory, 'entries' | 'heads'>
  readonly entries: readonly LedgerEntry[]
  readonly snapshots: readonly (Omit<BundleSnapshot, 'view'> & { readonly view: object })[]
  /** An age file, if the manifest names people for whom it is. */
  readonly sealed?: Uint8Array
}

export interface BundleToWrite extends Pick<BundleManifest, 'made' | 'by' | 'device'> {
  readonly stories: readonly StoryToWrite[]
  /** Captured files by their SHA-256, which the caller has computed of these bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The sender's card, the id of the key on it, and its signature (base64url) of a hash. Absent: no key. */
  readonly sender?: { readonly card: string; readonly key: string; readonly sign: (hash: string) => string }
}

/** @throws Error that says in a clause what no reader would open. */
export function writeBundle({ made, by, device, stories, files, sender }: BundleToWrite): Uint8Array {
  const parts = new Map<string, Uint8Array>()
  const put = (path: string, text: string): void => void parts.set(path, new TextEncoder().encode(text))
  if (sender) put(CARD, sender.card)
  for (const [at, { document, entries, sources, snapshots, sealed }] of stories.entries()) {
    const nth = at + 1
    parts.set(documentPath(nth), document)
    put(ledgerPath(nth), entries.map((entry) => `${canonicalJson(entry)}\n`).join(''))
    put(sourcesPath(nth), canonicalJson(sources))
    if (sealed) parts.set(sealedPath(nth), sealed)
    for (const { state, ...snapshot } of snapshots)
      put(snapshotPath(nth, snapshot.n), canonicalJson({ ...snapshot, state: Buffer.from(state).toString('base64') }))
  }
  const captured = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [sha256, bytes] of captured) parts.set(capturedPath(sha256), bytes)
  const unsigned: BundleManifest = {
    format: BUNDLE_FORMAT,
    version: versionOfBundle(stories.map(({ story }) => story)),
    minReader: 1,
    made,
    by,
    device,
    stories: stories.map(({ story, entries }) => ({ ...story, entries: entries.length, heads: headsIn(entries) })),
    files: [...parts].map(([path, bytes]) => ({
      path,
      sha256: capturedIn(path) ?? sha256Of(bytes),
      bytes: bytes.length,
    })),
  }
  const manifest = sender
    ? { ...unsigned, signature: { key: sender.key, value: sender.sign(signedHashOf(unsigned)) } }
    : unsigned
  const whole = new Map([[MANIFEST, manifestBytes(manifest)], ...parts])
  refuseUnreadable(whole, stories)
  return zipped(whole)
}

/** What the reader would refuse is not written. */
function refuseUnreadable(parts: ReadonlyMap<string, Uint8Array>, stories: readonly StoryToWrite[]): void {
  const refuse = (what: string): BundleError => new BundleError(MANIFEST, what)
  try {
    readManifest(parts.get(MANIFEST) ?? new Uint8Array(), refuse)
  } catch (error) {
    throw new Error(error instanceof BundleError ? error.what : messageOf(error))
  }
  let whole = 0
  for (const [path, { length }] of parts) {
    whole += length
    if (capturedIn(path) === undefined && length > largestOf(path))
      throw new Error(bundleText('refusal.largePart', { name: path, size: Math.round(length / 1024 / 1024) }))
  }
  if (whole > LARGEST_WHOLE) throw new Error(bundleText('refusal.largeWhole', { size: LARGEST_WHOLE / 1024 / 1024 }))
  if (parts.size > MOST_BUNDLE_PARTS)
    throw new Error(bundleText('refusal.manyParts', { count: parts.size, most: MOST_BUNDLE_PARTS }))
  if (!stories.every(({ story, sealed }) => (story.sealedFor === undefined) === (sealed === undefined)))
    throw new Error(bundleText('refusal.part', { name: 'sealed.age' }))
  if (!stories.every(({ sources }) => sources.every((source) => isSource(source) && isSealedOrOpen(source))))
    throw new Error(bundleText('refusal.openSource'))
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The entries that nothing follows. */
function headsIn(entries: readonly LedgerEntry[]): readonly string[] {
  const heads = new Set<string>()
  for (const { hash, follows, prev = '' } of entries) {
    for (const before of follows ?? [prev]) heads.delete(before)
    heads.add(hash)
  }
  return [...heads]
}

/** Captured files are packed already. What packs as a zip bomb does would be refused. */
const mayDeflate = (path: string, bytes: Uint8Array): boolean =>
  capturedIn(path) === undefined &&
  !isSealedPath(path) &&
  (bytes.length <= STEEP_FROM || deflateSync(bytes, { level: 3 }).length * STEEPEST > bytes.length * 2)

function zipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  for (const [path, bytes] of parts) entries[path] = [bytes, { level: mayDeflate(path, bytes) ? 3 : 0 }]
  // The date says nothing, and is the same in every time zone (zipPackage.ts).
  return zipSync(entries, { mtime: new Date(1980, 0, 1, 12) })
}
