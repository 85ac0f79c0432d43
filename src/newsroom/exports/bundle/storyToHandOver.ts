/** Reads a story as it goes into a bundle. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { documentTexts } from '../../../document/reading/documentTexts'
import { withoutDeleted } from '../../../document/withoutDeleted'
import type { BundleSnapshot } from '../../../exchange/bundle/storyBundle'
import { snapshotOf } from '../../../exchange/bundle/storyParts'
import type { StoryToWrite } from '../../../exchange/bundle/writeBundle'
import type { ProtectedTerm } from '../../../projection/scan/protectedTerms'
import { openLosses } from '../../../story/assessment/lostTrust'
import type { Copy } from '../../../story/copy/copy'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { NewsroomError } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import { messageOf } from '../../../story/text/messageOf'
import type { StorySnapshot } from '../../../storage/disk/storyStore'
import { lookAtFiles } from '../../reading/capturedFiles'
import type { OpenStory } from '../../replica/openStory'
import type { Newsroom } from '../../state/newsroom'
import { snapshotLeaks } from './leaks'
import type { Source } from '../../../story/desk/source'
import { secretsOf } from './secrets'
import { sealedIds, sealedSources, sourcesOfEntries } from './sources'

/** A story without its captured files. */
export interface StoryRead {
  readonly story: OpenStory
  readonly write: Omit<StoryToWrite, 'story'> & { readonly about: Omit<StoryToWrite['story'], 'leftOut'> }
  readonly entries: readonly LedgerEntry[]
  /** The copy, and that of each snapshot. */
  readonly copies: readonly Copy[]
  /** Ids of its sources that leave as their pseudonym. */
  readonly sealed: ReadonlySet<string>
  /** What of its protected sources can be sealed for named people. */
  readonly secrets: readonly Source[]
  /** Snapshots that stay out of the open parts because they name a protected source. */
  readonly naming: readonly Kept['snapshot'][]
  /** Snapshots that stay here, no matter for whom the bundle is. */
  readonly snapshotsLeft: number
}

const TRIES = 5

/**
 * Document, ledger, sources and snapshots of one moment, as they are on the disk.
 * @throws NewsroomError `refused` for a story that has lost something, `failed` for one that this version cannot read
 *   whole.
 */
export async function readForBundle(
  room: Newsroom,
  id: string,
  { terms, withoutFiles }: { readonly terms: readonly ProtectedTerm[]; readonly withoutFiles: boolean },
): Promise<StoryRead> {
  const story = await room.storyNow(id)
  story.guard.refuseWhenGuarded('exported')
  await lookAtFiles(room.store, story, { read: !withoutFiles })
  const [loss] = openLosses(story.value())
  if (loss) throw new NewsroomError('refused', newsroomText('handOver.losses', { detail: loss.detail }))
  for (let tries = 0; tries < TRIES; tries++) {
    await story.saving.settle({ whole: false })
    const [state, end] = [story.state(), story.ledgerEnd]
    const ledger = await linesOf(room, story)
    if (story.state() === state && story.ledgerEnd.head === end.head && (ledger.at(-1)?.seq ?? 0) === end.entries)
      return readNow(room, story, { state, ledger }, terms)
  }
  throw new NewsroomError('failed', newsroomText('handOver.keptChanging'))
}

/** The ledger as the file has it: the receiver judges which entries count. */
async function linesOf(room: Newsroom, { id, entries, ledger, ledgerEnd }: OpenStory): Promise<readonly LedgerEntry[]> {
  // Where all lines count and one writer wrote them, they are read as they are.
  if (ledger.known === undefined && entries.length === ledgerEnd.entries) return entries
  return (await room.store.loadStory(id)).ledger
}

async function readNow(
  room: Newsroom,
  story: OpenStory,
  { state, ledger }: { readonly state: Uint8Array; readonly ledger: readonly LedgerEntry[] },
  terms: readonly ProtectedTerm[],
): Promise<StoryRead> {
  const { copy, fields } = story.value()
  const headline = copy.find(({ role }) => role === 'headline')?.text.trim() ?? ''
  const { kept, naming, left } = await snapshotsToKeep(room, story, terms)
  const book = room.library.sources
  const sources = sealedSources(sourcesOfEntries(ledger, book), book)
  return {
    story,
    entries: ledger,
    copies: [copy, ...kept.map(({ copy: then }) => then)],
    sealed: sealedIds(sources),
    secrets: secretsOf(story.entries, book),
    naming,
    snapshotsLeft: left,
    write: {
      about: {
        id: story.id,
        guid: story.guid,
        ...(headline === '' ? {} : { headline: headline.slice(0, 10_000) }),
        ...(fields.slug === '' ? {} : { slug: fields.slug.slice(0, 1000) }),
      },
      document: forgotten(state),
      entries: ledger,
      sources,
      snapshots: kept.map(({ snapshot }) => snapshot),
    },
  }
}

function forgotten(state: Uint8Array): Uint8Array {
  try {
    return withoutDeleted(state)
  } catch (error) {
    throw new NewsroomError('failed', newsroomText('handOver.documentKept', { why: messageOf(error) }))
  }
}

type Kept = { readonly snapshot: Omit<BundleSnapshot, 'view'> & { readonly view: object }; readonly copy: Copy }

/**
 * The snapshots that people saved under a name, and those of published copy. Those of an autosave or an export may hold
 * words that nobody meant to keep.
 */
async function snapshotsToKeep(
  room: Newsroom,
  { id }: OpenStory,
  terms: readonly ProtectedTerm[],
): Promise<{ readonly kept: readonly Kept[]; readonly naming: StoryRead['naming']; readonly left: number }> {
  const kept: Kept[] = []
  const naming: Kept['snapshot'][] = []
  let left = 0
  for (const { n, kind, trouble } of await room.snapshots.list(id)) {
    if (kind !== 'named' && kind !== 'move') continue
    const snapshot = trouble === undefined ? await room.snapshots.read(id, n).catch(() => undefined) : undefined
    if (snapshot && kind === 'move' && snapshot.view.stage !== 'published') continue
    const bundled = snapshot && forBundle(snapshot)
    if (!bundled) left += 1
    else if (snapshotLeaks(bundled.snapshot, terms)) naming.push(bundled.snapshot)
    else kept.push(bundled)
  }
  return { kept, naming, left }
}

/** Undefined for a snapshot that cannot be read whole, here or by a receiver of the bundle: it stays here. */
function forBundle({ n, at, by, why, kind, name, state, view }: StorySnapshot): Kept | undefined {
  const told = { n, at, by, why, ...defined({ kind, name }), view }
  // A receiver refuses a bundle whole for one that has another form, as an older Stet took in without an instant.
  if (!snapshotOf({ ...told, state: '' })) return undefined
  try {
    const snapshot = { ...told, state: withoutDeleted(state) }
    const texts = documentTexts(snapshot.state)
    return texts ? { snapshot, copy: texts.copy } : undefined
  } catch {
    return undefined
  }
}
