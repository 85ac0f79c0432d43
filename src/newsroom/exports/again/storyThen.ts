import { isAuthorEver } from '../../../story/assessment/people/authors'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { ExportEntry } from '../../../story/ledger/leaving/exportsOutside'
import { findingName, type FindingKey } from '../../../story/ledger/events/gateEvent'
import type { StorySnapshot } from '../../../storage/disk/storyStore'
import type { Newsroom } from '../../state/newsroom'
import { OpenStory } from '../../replica/openStory'
import { openLosses } from '../../../story/assessment/lostTrust'

/**
 * The story as it was at the export `entry`, to read: the document of its snapshot, and the first `ledgerAt` entries
 * that its writer knew. Permissions that were taken back since are left out.
 */
export function storyThen(
  room: Newsroom,
  story: OpenStory,
  entry: ExportEntry,
  snapshot: StorySnapshot,
  ledgerAt: number,
): OpenStory {
  const ledger = knownThen(story, entry).slice(0, ledgerAt)
  const then = storyOf(room, story, snapshot, ledger)
  return storyOf(room, story, snapshot, stillSaid(room, story, then, ledger))
}

/** The entries that the writer of an export knew, as far as the ledger has several writers. */
function knownThen({ ledger: { known }, entries }: OpenStory, { seq }: LedgerEntry): readonly LedgerEntry[] {
  return known ? entries.filter((entry) => known.knew(seq, entry.seq)) : entries
}

/**
 * The entries without those permissions that no longer hold: “may be named here” and “nothing to check” that were taken
 * back since, and these and overrides by people who became authors since.
 */
function stillSaid(
  room: Newsroom,
  story: OpenStory,
  then: OpenStory,
  ledger: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const standing = new Set(story.ledger.dismissals.map(saidBy))
  const [before, now] = [then.value(), story.value()]
  const becameAuthor = (by: string): boolean =>
    !room.library.settings.deskOfOne && isAuthorEver(now, by) && !isAuthorEver(before, by)
  return ledger.filter(
    (entry) =>
      (entry.kind !== 'dismissed' && entry.kind !== 'overridden') ||
      (!becameAuthor(entry.by) && (entry.kind === 'overridden' || standing.has(saidBy(entry)))),
  )
}

const saidBy = ({ by, ...finding }: FindingKey & { readonly by: string }): string => `${by}\n${findingName(finding)}`

/** The story of a snapshot with these entries. Nothing can be written to it. */
function storyOf(room: Newsroom, story: OpenStory, snapshot: StorySnapshot, ledger: readonly LedgerEntry[]): OpenStory {
  const { id, guid, created } = story
  const { store, clock, ids } = room
  return new OpenStory(
    { id, guid, created, updates: [snapshot.state], ledger, repairs: [], losses: openLosses(story.value()) },
    {
      store,
      clock,
      ids,
      tell: () => undefined,
      signer: room.ring,
      wrote: () => undefined,
      sources: () => room.desk().sources,
      desk: () => room.desk(),
      transcripts: room.transcripts,
      assessing: () => room.desk(),
      unproven: () => story.value().unproven ?? [],
      deskOfOne: () => room.library.settings.deskOfOne,
      libraryLosses: () => room.library.losses,
      index: { changed: () => undefined, filing: () => () => undefined },
      settleSoon: () => undefined,
    },
  )
}
