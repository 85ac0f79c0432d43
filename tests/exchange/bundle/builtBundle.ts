/** Bundles that are built part by part, right or wrong. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../src/story/text/canonicalJson'
import { hashOfCard, type DeviceCard } from '../../../src/story/trust/keys/deviceCard'
import { keyId } from '../../../src/story/trust/signing'
import { readCard, writeCard } from '../../../src/newsroom/people/deviceCardText'
import { checkSignature, signingKey } from '../../../src/storage/disk/crypto/ed25519'
import { readBundle } from '../../../src/exchange/bundle/readBundle'
import { signedHashOf } from '../../../src/exchange/bundle/manifest'
import type { BundleManifest } from '../../../src/exchange/bundle/storyBundle'
import { zipOf, type ZipEntry } from '../../builders/files/zipOf'

export const SENDER = { check: checkSignature, readCard: (text: string) => readCard(text, checkSignature) }
export const openBundle = (bytes: Uint8Array | string, name = 'talks.stet') => readBundle(bytes, name, SENDER)

const seeded = (n: number) => signingKey(new Uint8Array(32).fill(n))
export const personKey = seeded(1)
export const otherKey = seeded(2)
const libraryKey = seeded(3)

export function cardOf(person = 'Reporter', key = personKey, device = 'device-1'): string {
  const card: DeviceCard = {
    person,
    device,
    grade: 'plain',
    id: keyId(key.publicKey),
    publicKey: key.publicKey,
    notes: { id: keyId(libraryKey.publicKey), publicKey: libraryKey.publicKey },
  }
  return writeCard(card, (id, hash) => (id === card.id ? key : libraryKey).sign(hash))
}
export { hashOfCard }

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
const FILE = 'The pool report.'
export const FILE_PATH = `files/${sha256(FILE)}`

/** The parts of a good bundle beside its manifest. */
export const goodParts = (): Map<string, string | Uint8Array> =>
  new Map<string, string | Uint8Array>([
    ['card.txt', cardOf()],
    ['stories/1/document.yjs', new Uint8Array([0, 0])],
    ['stories/1/ledger.jsonl', '{"hash":"a","kind":"created"}\n{"hash":"b","kind":"tagged"}\n'],
    ['stories/1/sources.json', '[]'],
    [
      'stories/1/versions/3.json',
      canonicalJson({
        n: 3,
        at: '2026-10-30T09:00:00.000Z',
        by: '',
        why: '',
        kind: 'named',
        name: 'First',
        state: 'AAA=',
        view: {},
      }),
    ],
    [FILE_PATH, FILE],
  ])

export type Loose = { -readonly [K in keyof BundleManifest]: BundleManifest[K] } & Record<string, unknown>

/** The manifest of these parts. */
export function manifestOf(parts: ReadonlyMap<string, string | Uint8Array>): Loose {
  return {
    format: 'stet-bundle',
    version: 1,
    minReader: 1,
    made: '2026-10-30T09:00:00.000Z',
    by: 'Reporter',
    device: 'device-1',
    stories: [
      {
        id: 'story-1',
        guid: 'urn:uuid:00000000-0000-4000-8000-000000000001',
        headline: 'Talks',
        entries: 2,
        heads: [],
        leftOut: [],
      },
    ],
    files: [...parts].map(([path, data]) => ({ path, sha256: sha256(data), bytes: Buffer.byteLength(data as string) })),
  }
}

export const signed = (manifest: Loose, key = personKey): Loose => ({
  ...manifest,
  signature: { key: keyId(key.publicKey), value: key.sign(signedHashOf(manifest)) },
})

/** Each step may be broken by its own change. */
export interface Breaks {
  readonly parts?: (parts: Map<string, string | Uint8Array>) => void
  /** Before it is signed. */
  readonly manifest?: (manifest: Loose) => void
  /** After it was signed. */
  readonly signed?: (manifest: Loose) => void
  /** Its text. */
  readonly text?: (text: string) => string
  readonly entries?: (entries: ZipEntry[]) => ZipEntry[]
  readonly bytes?: (bytes: Uint8Array) => Uint8Array
  readonly unsigned?: true
}

export function bundleOf(breaks: Breaks = {}): Uint8Array {
  const parts = goodParts()
  breaks.parts?.(parts)
  const manifest = manifestOf(parts)
  breaks.manifest?.(manifest)
  const final = breaks.unsigned ? manifest : signed(manifest)
  breaks.signed?.(final)
  const text = canonicalJson(final)
  const entries = [
    { name: 'manifest.json', data: breaks.text?.(text) ?? text },
    ...[...parts].map(([name, data]) => ({ name, data })),
  ]
  const bytes = zipOf(breaks.entries?.(entries) ?? entries)
  return breaks.bytes?.(bytes) ?? bytes
}
