/** Reads and signs the manifest of a bundle. Its shape is in docs/stet-bundle.schema.json, too. */
import * as z from 'zod/mini'
import { bundleText } from '../../catalogue/merging/bundle'
import { hashText } from '../../story/ledger/hash'
import { MOST_ENTRIES } from '../../story/merge/mostEntries'
import { canonicalJson } from '../../story/text/canonicalJson'
import { isRecord } from '../../story/text/isRecord'
import { noBundle, type Refuse } from './bundleError'
import { isPlain } from './isPlain'
import { LARGEST_WHOLE, MOST_BUNDLE_PARTS, MOST_PEOPLE, MOST_STORIES } from './bundleLimits'
import { BUNDLE_FORMAT, BUNDLE_VERSION, versionOfBundle, type BundleManifest } from './storyBundle'

/** The name of a bundle: SHA-256 (hex) of its whole manifest, which names the hash of every part. */
export const hashOfManifest = (manifest: BundleManifest): string => hashText(canonicalJson(manifest))

/** What the sender's key signs: a hash (hex) of all of the manifest but the signature. */
export const signedHashOf = ({ signature: _signature, ...manifest }: BundleManifest): string =>
  hashText(`${BUNDLE_FORMAT} 1 ${canonicalJson(manifest)}`)

/** The bytes of the manifest in the zip. */
export const manifestBytes = (manifest: BundleManifest): Uint8Array => new TextEncoder().encode(canonicalJson(manifest))

const text = (longest: number, shortest = 1) => z.string().check(z.minLength(shortest), z.maxLength(longest))
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const count = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))
const list = <T extends z.ZodMiniType>(of: T, most: number, least = 0) =>
  z.array(of).check(z.minLength(least), z.maxLength(most))

const FIELDS = {
  format: z.literal(BUNDLE_FORMAT),
  version: count(1, 1_000_000),
  minReader: count(1, 1_000_000),
  made: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  by: text(200),
  device: text(200),
}
const STORY = {
  id: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)),
  guid: z.string().check(z.regex(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  headline: z.optional(text(10_000)),
  slug: z.optional(text(1000)),
  entries: count(0, MOST_ENTRIES),
  sealedFor: z.optional(list(text(200), MOST_PEOPLE, 1)),
}
const FILE = { path: text(200), sha256, bytes: count(0, LARGEST_WHOLE) }
const LEFT_OUT = { sha256, bytes: z.optional(count(0, Number.MAX_SAFE_INTEGER)) }
const SIGNATURE = {
  key: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  value: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
}

/** Made when a bundle is read: making a parser takes a moment, and most starts read none. `known`: no other fields. */
const shape = (known: boolean): z.ZodMiniType<BundleManifest> => {
  const object = (known ? z.strictObject : z.looseObject) as typeof z.strictObject
  return object({
    ...FIELDS,
    stories: list(
      object({ ...STORY, heads: list(sha256, MOST_ENTRIES), leftOut: list(object(LEFT_OUT), MOST_BUNDLE_PARTS) }),
      MOST_STORIES,
      1,
    ),
    files: list(object(FILE), MOST_BUNDLE_PARTS),
    signature: z.optional(object(SIGNATURE)),
  }) as unknown as z.ZodMiniType<BundleManifest>
}

/**
 * The manifest in these bytes.
 * @throws BundleError if they are not a manifest, or one that only a newer Stet reads, or not as Stet writes it.
 */
export function readManifest(bytes: Uint8Array, refuse: Refuse): BundleManifest {
  const value = parsed(bytes)
  if (!isRecord(value) || value['format'] !== BUNDLE_FORMAT) throw noBundle(refuse)
  const { minReader, version } = value
  if (typeof minReader === 'number' && minReader > BUNDLE_VERSION)
    throw refuse(bundleText('refusal.newer', { reader: minReader, own: BUNDLE_VERSION }), bundleText('next.newerStet'))
  if (!isPlain(value)) throw refuse(bundleText('refusal.manifestForm'))
  const read = shape(typeof version === 'number' && version <= BUNDLE_VERSION).safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    throw refuse(bundleText('refusal.manifest', { place: issue?.path.join('.') || 'manifest.json' }))
  }
  const { version: written, minReader: oldest, stories } = read.data
  if (written <= BUNDLE_VERSION && (written !== versionOfBundle(stories) || oldest !== 1))
    throw refuse(bundleText('refusal.manifest', { place: 'version' }))
  // Two ways to write one manifest would have two hashes, or one hash for two readings.
  if (!equal(manifestBytes(read.data), bytes)) throw refuse(bundleText('refusal.manifestForm'))
  return read.data
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
