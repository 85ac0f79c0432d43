/** Reads a story as it goes into a bundle. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { documentTexts } from '../../../document/documentTexts'
import { withoutDeleted } from '../../../document/withoutDeleted'
import type { BundleSnapshot } from '../../../exchange/bundle/storyBundle'
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
import { versionLeaks } from './leaks'
import { sealedIds, sealedSources, sourcesOfEntries } from './sources'

/** A story without its captured files. */
export interface StoryRead {
  readonly story: OpenStory
  readonly write: Omit<StoryToWrite, 'story'> & { readonly about: Omit<StoryToWrite['story'], 'leftOut'> }
  readonly entries: readonly LedgerEntry[]
  /** The copy, and that of each version. */
  readonly copies: readonly Copy[]
  /** Ids of its sources that leave as their pseudonym. */
  readonly sealed: ReadonlySet<string>
  /** Versions that stay here. */
  readonly versionsLeft: number
}

const TRIES = 5

/**
 * Document, ledger, sources and versions of one moment, as they are on the disk.
 * @throws NewsroomError `refused` for a story that has lost something, `failed` for one that this version cannot read
 *   whole.
 */
export async function readForBundle(
  room: Newsroom,
  id: string,
  { terms, withoutFiles }: { readonly terms: readonly ProtectedTerm[]; readonly withoutFiles: boolean },
): Promise<StoryRead> {
  const story = await room.storyNow(id)
  story.refuseWhenGuarded('exported')
  await lookAtFiles(room.store, story, { read: !withoutFiles })
  const [loss] = openLosses(story.value())
  if (loss) throw new NewsroomError('refused', newsroomText('handOver.losses', { detail: loss.detail }))
  for (let tries = 0; tries < TRIES; tries++) {
    await story.settle({ whole: false })
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
  const { kept, left } = await versionsOf(room, story, terms)
  const book = room.library.sources
  const sources = sealedSources(sourcesOfEntries(ledger, book), book)
  return {
    story,
    entries: ledger,
    copies: [copy, ...kept.map(({ copy: then }) => then)],
    sealed: sealedIds(sources),
    versionsLeft: left,
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
 * The versions that people kept under a name, and those that were published. Those of an autosave or an export hold
 * words that nobody meant to keep.
 */
async function versionsOf(
  room: Newsroom,
  { id }: OpenStory,
  terms: readonly ProtectedTerm[],
): Promise<{ readonly kept: readonly Kept[]; readonly left: number }> {
  const kept: Kept[] = []
  let left = 0
  for (const { n, kind, trouble } of await room.snapshots.list(id)) {
    if (kind !== 'named' && kind !== 'move') continue
    const snapshot = trouble === undefined ? await room.snapshots.read(id, n).catch(() => undefined) : undefined
    if (snapshot && kind === 'move' && snapshot.view.stage !== 'published') continue
    const version = snapshot && forBundle(snapshot, terms)
    if (version) kept.push(version)
    else left += 1
  }
  return { kept, left }
}

/** Undefined for a version that cannot be read whole, or that names a protected source: it stays here. */
function forBundle({ n, at, by, why, kind, name, state, view }: StorySnapshot, terms: readonly ProtectedTerm[]) {
  try {
    const snapshot = { n, at, by, why, ...defined({ kind, name }), state: withoutDeleted(state), view }
    const texts = documentTexts(snapshot.state)
    return texts && !versionLeaks(snapshot, terms) ? { snapshot, copy: texts.copy } : undefined
  } catch {
    return undefined
  }
}
