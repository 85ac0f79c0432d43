/** Opens a bundle. Nothing of it is used before its directory, its manifest and every hash are right. */
import { createHash } from 'node:crypto'
import { bundleText } from '../../catalogue/merging/bundle'
import type { DeviceCard } from '../../story/trust/keys/deviceCard'
import { messageOf } from '../../story/text/messageOf'
import type { CheckSignature } from '../../story/trust/signing'
import { BundleError, noBundle, type Refuse } from './bundleError'
import { LARGEST_MANIFEST, largestOf } from './bundleLimits'
import { CARD, capturedIn, isPartPath, MANIFEST } from './bundlePaths'
import { openBundleZip, type BundleZip } from './bundleZip'
import { hashOfManifest, readManifest, signedHashOf } from './manifest'
import { readStoryParts } from './storyParts'
import { BUNDLE_VERSION, type BundleFile, type BundleManifest, type BundledFile, type OpenBundle } from './storyBundle'

/** What reading needs of the rooms above. */
export interface SenderChecks {
  readonly check: CheckSignature
  /** Throws an Error that says in a sentence why there is no card. */
  readonly readCard: (text: string) => DeviceCard
}

/**
 * Opens the bundle in these bytes, or at this path. `name`: the file, for messages.
 *
 * Every part is read and compared with its hash first; captured files are read piece by piece, and again when somebody
 * asks for them. What the parts say is foreign: entries, document and versions are not checked here.
 * @throws BundleError that says what is wrong. Errors of the disk are as they come.
 */
export async function readBundle(from: Uint8Array | string, name: string, sender: SenderChecks): Promise<OpenBundle> {
  const refuse: Refuse = (what, next, isBundle) => new BundleError(name, what, next, isBundle)
  const zip = await openBundleZip(from, refuse)
  try {
    return await openedBundle(zip, sender, refuse)
  } catch (error) {
    zip.close()
    throw error
  }
}

async function openedBundle(zip: BundleZip, sender: SenderChecks, refuse: Refuse): Promise<OpenBundle> {
  const manifest = await manifestOf(zip, refuse)
  refuseOtherParts(zip, manifest, refuse)
  const parts = await checkedParts(zip, manifest, refuse)
  const card = parts.get(CARD)
  const cardText = card && new TextDecoder().decode(card)
  checkSender(manifest, cardText, sender, refuse)
  const files = capturedParts(zip, manifest, refuse)
  const hash = hashOfManifest(manifest)
  const read = manifest.stories.map((story, at) => readStoryParts(story, at + 1, parts, refuse))
  refuseUnclaimed(manifest, read, refuse)
  return {
    manifest,
    hash,
    isNewer: manifest.version > BUNDLE_VERSION,
    stories: read.map((story) => ({
      manifest,
      hash,
      ...story,
      ...(cardText === undefined ? {} : { card: cardText }),
      files,
      leftOut: story.story.leftOut.map(({ sha256 }) => sha256),
    })),
    close: () => Promise.resolve(zip.close()),
  }
}

async function manifestOf(zip: BundleZip, refuse: Refuse): Promise<BundleManifest> {
  const [first] = zip.parts
  if (first?.path !== MANIFEST) throw noBundle(refuse)
  if (first.bytes > LARGEST_MANIFEST)
    throw refuse(bundleText('refusal.largePart', { name: MANIFEST, size: Math.round(first.bytes / 1024 / 1024) }))
  return readManifest(await bytesOf(zip, MANIFEST), refuse)
}

/** The zip holds what the manifest lists, in that order, and nothing else. */
function refuseOtherParts(zip: BundleZip, { files, version }: BundleManifest, refuse: Refuse): void {
  const [, ...parts] = zip.parts
  const listed = new Map(files.map((file) => [file.path, file]))
  if (listed.size < files.length) throw refuse(bundleText('refusal.listedTwice'))
  for (const { path, bytes } of parts) {
    const file = listed.get(path)
    if (!file) throw refuse(bundleText('refusal.unlisted', { name: path }))
    if (file.bytes !== bytes) throw refuse(bundleText('refusal.otherSize', { name: path, bytes, said: file.bytes }))
    const captured = capturedIn(path)
    if (captured === undefined && bytes > largestOf(path))
      throw refuse(bundleText('refusal.largePart', { name: path, size: Math.round(bytes / 1024 / 1024) }))
    if (version <= BUNDLE_VERSION && !isPartPath(path)) throw refuse(bundleText('refusal.unknownPart', { name: path }))
    if (captured !== undefined && captured !== file.sha256)
      throw refuse(bundleText('refusal.otherHash', { name: path }))
  }
  const there = new Set(parts.map(({ path }) => path))
  const missing = files.find(({ path }) => !there.has(path))
  if (missing) throw refuse(bundleText('refusal.missing', { name: missing.path }))
  if (parts.some(({ path }, at) => files[at]?.path !== path)) throw refuse(bundleText('refusal.order'))
}

/** The bytes of all parts but the captured files, of which only the hashes are compared. */
async function checkedParts(
  zip: BundleZip,
  { files }: BundleManifest,
  refuse: Refuse,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>()
  for (const file of files) {
    if (capturedIn(file.path) === undefined && isPartPath(file.path)) {
      const bytes = await bytesOf(zip, file.path)
      if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
        throw refuse(bundleText('refusal.otherHash', { name: file.path }))
      parts.set(file.path, bytes)
    } else for await (const _piece of hashedPieces(zip, file, refuse));
  }
  return parts
}

async function bytesOf(zip: BundleZip, path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of zip.pieces(path)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Holds each piece back until the next one is there, so that the last comes only when the hash is right. */
async function* hashedPieces(zip: BundleZip, file: BundleFile, refuse: Refuse): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let held: Uint8Array | undefined
  for await (const piece of zip.pieces(file.path)) {
    hash.update(piece)
    if (held) yield held
    held = piece
  }
  if (hash.digest('hex') !== file.sha256) throw refuse(bundleText('refusal.otherHash', { name: file.path }))
  if (held) yield held
}

function capturedParts(zip: BundleZip, { files }: BundleManifest, refuse: Refuse): ReadonlyMap<string, BundledFile> {
  return new Map(
    files
      .filter(({ path }) => capturedIn(path) !== undefined)
      .map((file) => [
        file.sha256,
        { sha256: file.sha256, bytes: file.bytes, pieces: () => hashedPieces(zip, file, refuse) },
      ]),
  )
}

/** A signature needs its card, and a card its signature: neither may be taken off alone. */
function checkSender(
  manifest: BundleManifest,
  text: string | undefined,
  { check, readCard }: SenderChecks,
  refuse: Refuse,
): void {
  const { signature, by, device } = manifest
  if (!signature && text === undefined) return
  if (!signature || text === undefined) throw refuse(bundleText('refusal.halfSigned'))
  let card: DeviceCard
  try {
    card = readCard(text)
  } catch (error) {
    throw refuse(bundleText('refusal.card', { problem: messageOf(error).replace(/\.$/, '') }))
  }
  if (card.person !== by || card.device !== device)
    throw refuse(bundleText('refusal.otherSender', { by, person: card.person }))
  if (signature.key !== card.id || !check(card.publicKey, signedHashOf(manifest), signature.value))
    throw refuse(bundleText('refusal.signature', { by }))
}

/** Every part of a story belongs to a story of the manifest. */
function refuseUnclaimed(
  { files, version }: BundleManifest,
  stories: readonly { readonly paths: readonly string[] }[],
  refuse: Refuse,
): void {
  if (version > BUNDLE_VERSION) return
  const claimed = new Set([CARD, ...stories.flatMap(({ paths }) => paths)])
  const left = files.find(({ path }) => capturedIn(path) === undefined && !claimed.has(path))
  if (left) throw refuse(bundleText('refusal.unknownPart', { name: left.path }))
}
