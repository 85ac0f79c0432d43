import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { hashBytes } from '../../../story/ledger/hash'
import { eventOf } from '../../../story/ledger/ledgerEntry'
import type { ExportEntry } from '../../../story/ledger/leaving/exportsOutside'
import { isExportFormat, NewsroomError, type ExportRequest } from '../../../story/requests/requests'
import type { Action } from '../../state/action'
import { withLeaks } from '../exportStory'
import { internalIds } from '../../state/internalIds'
import { markedPath } from '../file/markedPath'
import { writtenAs } from '../file/writtenAs'
import type { OpenStory } from '../../replica/openStory'
import { gateOf } from '../../gate/passGate'
import { prepareExport } from '../prepareExport'
import { exportAnswer } from '../exportAnswer'
import { noteOnItsWay } from '../exportFailed'
import { refuseDecidedSince } from './decidedSince'
import { storyThen } from './storyThen'
import { defined } from '../../../story/text/defined'

/**
 * Writes a logged export again, from its snapshot. Leak scan and gate use today's knowledge: a name protected since, a
 * kill, or an embargo that the file would not say blocks it. Overrides nothing.
 */
export const exportAgain: Action<'story.exportAgain'> = async (
  room,
  by,
  { story: id, entry: seq, saveAs, destination },
) => {
  const story = await room.storyNow(id)
  const entry = exportEntry(story, seq)
  const { format, formatVersion, edition, draft, options, asOf, ledgerAt, version: n } = entry
  if (format === 'bundle') throw new NewsroomError('usage', newsroomText('exportAgain.bundle', { seq }))
  if (n === undefined || ledgerAt === undefined || asOf === undefined || !isExportFormat(format)) {
    throw new NewsroomError('usage', newsroomText('exportAgain.tooOld', { seq }))
  }
  const snapshot = await room.snapshots.read(id, n)
  // An export of another machine has a number of that one, which names another snapshot here.
  if (entry.state !== undefined && hashBytes(snapshot.state) !== entry.state)
    throw new NewsroomError('failed', newsroomText('exportAgain.otherSnapshot', { seq }))
  const then = storyThen(room, story, entry, snapshot, ledgerAt)
  await room.transcripts.load(then.assessments())
  const request: ExportRequest = {
    story: id,
    format,
    draft,
    ...defined({ formatVersion }),
    ...(edition === 'internal' || edition === 'public' ? { edition } : {}),
    ...options,
    ...defined({ saveAs, destination }),
  }
  const prepared = await prepareExport(room, then, request, { asOf, again: entry })
  const { fileName, bytes, leaks, door, at } = prepared
  const verdict = gateOf(room, then, door, at)
  const [leak] = leaks
  if (leak)
    throw new NewsroomError(
      'refused',
      newsroomText('exportAgain.nothingExported', { message: leak.message }),
      withLeaks(verdict, leaks),
    )
  const [block] = verdict.blocks
  if (block)
    throw new NewsroomError('refused', newsroomText('exportAgain.heldBackNow', { message: block.message }), verdict)
  refuseDecidedSince(room, story, then, { door, format })
  const sha256 = hashBytes(bytes)
  const { destination: _before, writtenAs: nameBefore, ...logged } = eventOf(entry)
  const {
    entries: [noted],
    written,
  } = story.note(by, {
    ...logged,
    fileName,
    sha256,
    blocks: 0,
    warns: verdict.warns.length,
    again: entry.hash,
    ...defined({
      destination: destination === undefined ? undefined : markedPath(destination, fileName, saveAs),
      // Without a place it goes to the one that had it before, under the same name.
      writtenAs:
        (destination ?? saveAs) === undefined
          ? nameBefore
          : writtenAs(internalIds(room, story), { destination, saveAs, fileName }),
    }),
  })
  noteOnItsWay(room, noted)
  await written
  return {
    ...exportAnswer(prepared, { sha256, verdict, entry: noted, saveAs }),
    format,
    version: n,
    before: entry.sha256,
    same: sha256 === entry.sha256,
  }
}

/** Throws a usage error when entry `seq` of the history is not an export. */
function exportEntry(story: OpenStory, seq: number): ExportEntry {
  const entry = story.entries.find((one) => one.seq === seq)
  if (entry?.kind === 'exported') return entry
  const known = story.entries.flatMap((one) => (one.kind === 'exported' ? [one.seq] : []))
  throw new NewsroomError(
    'usage',
    newsroomText('exportAgain.notAnExport', {
      seq,
      known:
        known.length === 0
          ? newsroomText('exportAgain.neverExported')
          : newsroomText('exportAgain.known', { entries: known.join(', ') }),
    }),
  )
}
