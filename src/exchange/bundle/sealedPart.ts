/**
 * What of a story is sealed for named people: who its protected sources are, and the captured files and versions that
 * stay out of the open parts because of them. A line of canonical JSON, the bytes of the files, and zeros up to whole
 * blocks, so that its length tells no name.
 */
import * as z from 'zod/mini'
import type { Source } from '../../story/desk/source'
import { hashBytes } from '../../story/ledger/hash'
import { canonicalJson } from '../../story/text/canonicalJson'
import { LARGEST_SEALED, LARGEST_SEALED_HEAD, MOST_BUNDLE_PARTS } from './bundleLimits'
import { isPlain } from './isPlain'
import { isRevealed, isSource } from './sourceShape'
import { snapshotOf } from './storyParts'
import type { BundleSnapshot } from './storyBundle'

const SEALED_FORMAT = 'stet-sealed 1'
/** Bytes. Most stories have one block. */
export const SEALED_BLOCK = 65_536
/** The byte that ends the line of JSON. */
export const NEW_LINE = 10

/** Binds a sealed part to the bundle in which it was made: in another one it is refused. */
export interface SealedFor {
  readonly story: string
  readonly guid: string
  /** Id of the key that signed the bundle, and when it was made. */
  readonly from: string
  readonly made: string
  /** Ids of the keys to which it was sealed. */
  readonly keys: readonly string[]
}

export interface SealedPart extends SealedFor {
  readonly sources: readonly Source[]
  readonly snapshots: readonly (Omit<BundleSnapshot, 'view'> & { readonly view: object })[]
  readonly files: ReadonlyMap<string, Uint8Array>
}

export function writeSealedPart({ files, snapshots, ...part }: SealedPart): Uint8Array {
  const head = {
    format: SEALED_FORMAT,
    ...part,
    snapshots: snapshots.map(({ state, ...rest }) => ({ ...rest, state: Buffer.from(state).toString('base64') })),
    files: [...files].map(([sha256, { length: bytes }]) => ({ sha256, bytes })),
  }
  const whole = Buffer.concat([Buffer.from(`${canonicalJson(head)}\n`), ...files.values()])
  return Buffer.concat([whole, Buffer.alloc(SEALED_BLOCK - (whole.length % SEALED_BLOCK))])
}

/** Made when a sealed part is read: most bundles have none. */
const shape = () =>
  z.strictObject({
    format: z.literal(SEALED_FORMAT),
    story: z.string(),
    guid: z.string(),
    from: z.string(),
    made: z.string(),
    keys: z.array(z.string()).check(z.maxLength(1000)),
    sources: z.array(z.unknown()).check(z.minLength(1), z.maxLength(10_000)),
    snapshots: z.array(z.unknown()).check(z.maxLength(MOST_BUNDLE_PARTS)),
    files: z
      .array(
        z.strictObject({
          sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
          bytes: z.int().check(z.gte(0), z.lte(LARGEST_SEALED)),
        }),
      )
      .check(z.maxLength(MOST_BUNDLE_PARTS)),
  })

/** Undefined: the bytes are not a sealed part, or not written as Stet writes it. What they say is foreign. */
export function readSealedPart(
  bytes: Uint8Array,
): (SealedPart & { readonly snapshots: readonly BundleSnapshot[] }) | undefined {
  const end = bytes.indexOf(NEW_LINE)
  if (end < 0 || end > LARGEST_SEALED_HEAD || bytes.length % SEALED_BLOCK !== 0) return undefined
  const value = jsonIn(bytes.subarray(0, end))
  const head = isPlain(value) ? shape().safeParse(value) : undefined
  if (!head?.success || !Buffer.from(canonicalJson(head.data)).equals(bytes.subarray(0, end))) return undefined
  const { format: _format, sources, snapshots, files, ...bound } = head.data
  if (!sources.every(isSource) || !sources.every(isRevealed) || !areDifferent(sources.map(({ id }) => id)))
    return undefined
  const versions = snapshots.map(snapshotOf)
  if (!versions.every((one) => one !== undefined) || !areDifferent(versions.map(({ n }) => n))) return undefined
  const captured = filesIn(bytes.subarray(end + 1), files)
  return captured && { ...bound, sources, snapshots: versions, files: captured }
}

function filesIn(
  bytes: Uint8Array,
  listed: readonly { readonly sha256: string; readonly bytes: number }[],
): ReadonlyMap<string, Uint8Array> | undefined {
  const files = new Map<string, Uint8Array>()
  let at = 0
  for (const { sha256, bytes: length } of listed) {
    const file = bytes.subarray(at, (at += length))
    if (file.length !== length || files.has(sha256) || hashBytes(file) !== sha256) return undefined
    files.set(sha256, file)
  }
  const rest = bytes.subarray(at)
  return rest.length <= SEALED_BLOCK && rest.every((byte) => byte === 0) ? files : undefined
}

const areDifferent = (values: readonly unknown[]): boolean => new Set(values).size === values.length

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}
