/** Reads the parts of one story. They are looked at for their shape only. */
import { bundleText } from '../../catalogue/merging/bundle'
import type { Source } from '../../story/desk/source'
import { SNAPSHOT_REASONS } from '../../story/requests/snapshotLine'
import { instant } from '../../story/ledger/shapes/shape'
import { MOST_ENTRIES } from '../../story/merge/mostEntries'
import { defined } from '../../story/text/defined'
import { isRecord } from '../../story/text/isRecord'
import type { Refuse } from './bundleError'
import { documentPath, ledgerPath, sealedPath, sourcesPath, versionOf } from './bundlePaths'
import { isPlain } from './isPlain'
import { isSealedOrOpen, isSource } from './sourceShape'
import type { BundleSnapshot, BundleStory, StoryBundle } from './storyBundle'

type StoryParts = Pick<StoryBundle, 'story' | 'document' | 'entries' | 'sources' | 'snapshots' | 'sealed'> & {
  /** The parts that belong to the story. */
  readonly paths: readonly string[]
}

/** `nth`: its place in the manifest, from 1. `parts`: the checked bytes by path. */
export function readStoryParts(
  story: BundleStory,
  nth: number,
  parts: ReadonlyMap<string, Uint8Array>,
  refuse: Refuse,
): StoryParts {
  const part = (path: string): Uint8Array => {
    const bytes = parts.get(path)
    if (!bytes) throw refuse(bundleText('refusal.missing', { name: path }))
    return bytes
  }
  const versions = [...parts.keys()].filter((path) => versionOf(path, nth) !== undefined)
  const entries = entriesIn(part(ledgerPath(nth)), ledgerPath(nth), refuse)
  if (entries.length !== story.entries)
    throw refuse(bundleText('refusal.otherLedger', { count: entries.length, said: story.entries }))
  const [document, sources] = [part(documentPath(nth)), sourcesIn(part(sourcesPath(nth)), sourcesPath(nth), refuse)]
  const sealed = story.sealedFor === undefined ? undefined : part(sealedPath(nth))
  if (document.length === 0) throw refuse(bundleText('refusal.part', { name: documentPath(nth) }))
  return {
    story,
    document,
    entries,
    sources,
    snapshots: versions.map((path) => snapshotIn(part(path), path, versionOf(path, nth) ?? 0, refuse)),
    ...defined({ sealed }),
    paths: [documentPath(nth), ledgerPath(nth), sourcesPath(nth), ...(sealed ? [sealedPath(nth)] : []), ...versions],
  }
}

function entriesIn(bytes: Uint8Array, path: string, refuse: Refuse): StoryParts['entries'] {
  const text = textIn(bytes, path, refuse)
  const lines = text === '' ? [] : text.split('\n')
  // The last line ends, too. One that does not was cut off.
  if (lines.length > 0 && lines.pop() !== '') throw refuse(bundleText('refusal.part', { name: path }))
  if (lines.length > MOST_ENTRIES) throw refuse(bundleText('refusal.manyEntries', { most: MOST_ENTRIES }))
  return lines.map((line) => {
    const entry = jsonIn(line, path, refuse)
    if (!isRecord(entry) || typeof entry['kind'] !== 'string' || typeof entry['hash'] !== 'string' || !isPlain(entry))
      throw refuse(bundleText('refusal.part', { name: path }))
    return entry
  })
}

function sourcesIn(bytes: Uint8Array, path: string, refuse: Refuse): readonly Source[] {
  const sources = jsonIn(textIn(bytes, path, refuse), path, refuse)
  if (!Array.isArray(sources) || !sources.every(isSource)) throw refuse(bundleText('refusal.part', { name: path }))
  if (new Set(sources.map(({ id }) => id)).size < sources.length)
    throw refuse(bundleText('refusal.part', { name: path }))
  // One that names a protected person breaks the promise of a bundle.
  if (!sources.every(isSealedOrOpen)) throw refuse(bundleText('refusal.openSource'), bundleText('next.tellSender'))
  return sources
}

function snapshotIn(bytes: Uint8Array, path: string, n: number, refuse: Refuse): BundleSnapshot {
  const snapshot = snapshotOf(jsonIn(textIn(bytes, path, refuse), path, refuse))
  if (snapshot?.n !== n) throw refuse(bundleText('refusal.part', { name: path }))
  return snapshot
}

/** The version in a value of a bundle, if it has the form of one. */
export function snapshotOf(value: unknown): BundleSnapshot | undefined {
  const isText = (name: string): boolean => isRecord(value) && typeof value[name] === 'string'
  const isWhole =
    isRecord(value) &&
    Number.isSafeInteger(value['n']) &&
    ['by', 'why', 'state'].every(isText) &&
    // Who restores it notes the instant in the ledger.
    instant(value['at']) &&
    (value['name'] === undefined || isText('name')) &&
    (value['kind'] === undefined || SNAPSHOT_REASONS.some((kind) => kind === value['kind'])) &&
    isRecord(value['view']) &&
    isPlain(value)
  if (!isWhole) return undefined
  const { n, at, by, why, state, name, kind, view } = value as Omit<BundleSnapshot, 'state'> & {
    readonly state: string
  }
  return { n, at, by, why, ...defined({ name, kind }), state: Buffer.from(state, 'base64'), view }
}

function textIn(bytes: Uint8Array, path: string, refuse: Refuse): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refuse(bundleText('refusal.part', { name: path }))
  }
}

function jsonIn(text: string, path: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw refuse(bundleText('refusal.part', { name: path }))
  }
}
