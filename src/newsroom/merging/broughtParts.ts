/** Captured files and snapshots that come with a story. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { StoryBundle } from '../../exchange/bundle/storyBundle'
import { hashText } from '../../story/ledger/hash'
import { canonicalJson } from '../../story/text/canonicalJson'
import { NewsroomError } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { isRecord } from '../../story/text/isRecord'
import { messageOf } from '../../story/text/messageOf'
import type { StorySnapshot } from '../../storage/disk/storyStore'
import { isSnapshotRecord } from '../../storage/records/shapes'
import type { Newsroom } from '../state/newsroom'

/**
 * Takes in the files of these hashes that the bundle has and the library lacks. A file alone gives nothing: if the
 * merge then fails, the next tidying takes it away.
 */
export async function bringFiles(room: Newsroom, bundle: StoryBundle, needed: Iterable<string>): Promise<void> {
  for (const sha256 of needed) {
    const part = bundle.files.get(sha256)
    if (!part || (await room.store.claimFile(sha256))) continue
    const upload = await room.store.takeFile()
    try {
      for await (const piece of part.pieces()) await upload.write(piece)
      const kept = await upload.keep()
      if (kept.sha256 !== sha256) throw new Error(newsroomText('merge.otherFile'))
    } catch (error) {
      await upload.drop()
      throw new NewsroomError(
        'failed',
        newsroomText('merge.fileFailed', { file: sha256.slice(0, 12), why: messageOf(error) }),
      )
    }
  }
}

const HASH = /^[0-9a-f]{64}$/

/**
 * SHA-256 of the files of evidence in the history that came along, also of entries that do not count here yet: their
 * key may be trusted later, or an editor may take them over.
 */
export function evidenceFilesIn({ entries }: Pick<StoryBundle, 'entries'>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { kind, evidence } of entries) {
    const file = kind === 'evidenceAdded' && isRecord(evidence) ? evidence['file'] : undefined
    if (typeof file === 'string' && HASH.test(file)) found.add(file)
  }
  return found
}

/** The snapshots of the bundle that this library lacks. Undefined: one has another shape than Stet writes. */
export function newSnapshots(
  bundle: Pick<StoryBundle, 'snapshots'>,
  here: readonly Pick<StorySnapshot, 'at' | 'by' | 'view'>[],
): readonly StorySnapshot[] | undefined {
  // Not by their state: that of a bundle has forgotten deleted words.
  const keyOf = ({ at, by, view }: Pick<StorySnapshot, 'at' | 'by' | 'view'>): string =>
    `${at} ${by} ${hashText(canonicalJson(view.blocks))}`
  const known = new Set(here.map(keyOf))
  const found: StorySnapshot[] = []
  for (const { n, at, by, why, kind, name, state, view } of bundle.snapshots) {
    const snapshot = { n, at, by, why, ...defined({ kind, name }), state, view: view as unknown }
    if (!isSnapshot(snapshot)) return undefined
    if (!known.has(keyOf(snapshot))) found.push(snapshot)
  }
  return found
}

const isSnapshot = (value: { readonly view: unknown; readonly state: Uint8Array }): value is StorySnapshot =>
  isSnapshotRecord({ ...value, state: '' }) &&
  isRecord(value.view) &&
  isListOf(value.view['blocks'], 'text', 'role') &&
  isListOf(value.view['facts'], 'status')

const isListOf = (value: unknown, ...names: readonly string[]): boolean =>
  Array.isArray(value) && value.every((one) => isRecord(one) && names.every((name) => typeof one[name] === 'string'))
