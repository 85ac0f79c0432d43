import type { SnapshotLine } from '../../story/requests/snapshotLine'
import type { NoteOnStory } from './note/noteOnStory'

/** Why the snapshot with the earlier words was kept: for publishing or clearing. Stored in English (storedText). */
const KEPT_FOR: Readonly<Partial<Record<NoteOnStory['kind'], RegExp>>> = { changed: /^Publish/u, fellBack: /^Clear/u }

/** The snapshot of the last publication, from a list sorted newest first. */
export const publishedSnapshot = (snapshots: readonly SnapshotLine[]): SnapshotLine | undefined =>
  snapshotBefore({ kind: 'changed', text: '' }, snapshots)

/** The snapshot that a note is about, from a list sorted newest first. */
export const snapshotBefore = ({ kind }: NoteOnStory, snapshots: readonly SnapshotLine[]): SnapshotLine | undefined =>
  snapshots.find(
    (snapshot) =>
      snapshot.trouble === undefined && snapshot.kind === 'move' && KEPT_FOR[kind]?.test(snapshot.why) === true,
  )
