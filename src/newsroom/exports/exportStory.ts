import { storedText } from '../../story/history/storedText'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { Finding, Verdict } from '../../story/assessment/finding'
import { hashBytes } from '../../story/ledger/hash'
import { findingName } from '../../story/ledger/events/gateEvent'
import type { ExportOptions } from '../../story/ledger/events/publicationEvent'
import { FORMAT_VERSIONS, NewsroomError, type ExportRequest } from '../../story/requests/requests'
import type { Action } from '../state/action'
import { keepSnapshot, type Keeping } from '../replica/snapshots/keepSnapshot'
import { exportAnswer } from './exportAnswer'
import { noteOnItsWay } from './exportFailed'
import { internalIds } from '../state/internalIds'
import { markedPath } from './file/markedPath'
import { writtenAs } from './file/writtenAs'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'
import { gateOf, seenGateOf, passGate } from '../gate/passGate'
import { nameOfExport, prepareExport } from './prepareExport'
import { defined } from '../../story/text/defined'

/**
 * Exports a story: writer, leak scan of the finished bytes, door of the gate. Keeps a snapshot and logs the hash of the
 * bytes. Answers when all of that is on disk.
 */
export const exportStory: Action<'story.export'> = async (room, by, request) => {
  const story = await room.storyNow(request.story)
  const prepared = await prepareExport(room, story, request)
  const { writer, fileName, bytes, leaks, door, at, asOf, left } = prepared
  const [leak] = leaks
  if (leak)
    throw new NewsroomError(
      'refused',
      newsroomText('exportStory.nothingExported', { message: leak.message }),
      withLeaks(gateOf(room, story, door, at), leaks),
    )
  const { verdict, overrides, written: overridden } = passGate(room, story, by, door, request, at)
  const sha256 = hashBytes(bytes)
  const ledgerAt = story.entries.length
  const state = hashBytes(story.state())
  // Kept before the entry, which holds the number of the snapshot.
  const [version] = await Promise.all([
    keepOnce(
      room,
      story,
      by,
      { kind: 'export', why: storedText('stored.exported', { format: request.format }) },
      state,
    ),
    overridden,
  ])
  const { format, formatVersion = FORMAT_VERSIONS[format]?.[0], destination } = request
  const {
    entries: [entry],
    written,
  } = story.note(by, {
    kind: 'exported',
    format,
    edition: writer.audience === 'desk' ? (request.edition ?? 'internal') : writer.audience,
    fileName,
    sha256,
    draft: request.draft ?? false,
    blocks: verdict.blocks.length,
    overrides,
    warns: verdict.warns.length,
    ...defined({
      formatVersion,
      destination: destination === undefined ? undefined : markedPath(destination, fileName, request.saveAs),
      writtenAs: writtenAs(internalIds(room, story), { destination, saveAs: request.saveAs, fileName }),
    }),
    version,
    state,
    ledgerAt,
    asOf,
    ...optionsOf(request),
    ...defined({ left }),
  })
  noteOnItsWay(room, entry)
  await written
  return exportAnswer(prepared, { sha256, verdict, entry, saveAs: request.saveAs })
}

/** The number of the snapshot. Several exports of an unchanged story share one. */
async function keepOnce(
  room: Newsroom,
  story: OpenStory,
  by: string,
  keeping: Keeping,
  state: string,
): Promise<number> {
  const before = exportedAsItStands(story, state)
  return before !== undefined && (await room.snapshots.has(story.id, before))
    ? before
    : (await keepSnapshot(room, story, by, keeping)).n
}

/** The snapshot of the export before, if the document is unchanged and only exports were noted since. */
function exportedAsItStands({ entries }: OpenStory, state: string): number | undefined {
  const since = entries.slice(entries.findLastIndex(({ kind }) => kind !== 'exported' && kind !== 'exportFailed') + 1)
  for (const entry of since)
    if (entry.kind === 'exported' && entry.again === undefined && entry.state === state) return entry.version
  return undefined
}

/** The choices that give the same bytes and name again, beside format, version and edition. */
function optionsOf({ lineLength, slugHeader, bare, embed, paper, fileNamePattern, include = [] }: ExportRequest): {
  readonly options?: ExportOptions
} {
  const options: ExportOptions = {
    ...defined({ lineLength, paper }),
    ...(slugHeader ? { slugHeader } : {}),
    ...(bare ? { bare } : {}),
    ...(embed ? { embed } : {}),
    ...defined({ fileNamePattern }),
    ...(include.length === 0 ? {} : { include }),
  }
  return Object.keys(options).length === 0 ? {} : { options }
}

/** The bytes of an export to look at. The verdict lists what would block it. Refuses, logs and keeps nothing. */
export const previewExport: Action<'story.previewExport'> = async (room, _by, request) => {
  const story = await room.storyNow(request.story)
  const { fileName, mediaType, bytes, losses, preview, leaks, keptBack, door, at } = await prepareExport(
    room,
    story,
    request,
    {
      isLookedAt: true,
    },
  )
  const known = {
    mediaType,
    sha256: hashBytes(bytes),
    ...(keptBack.length === 0 ? {} : { keptBack }),
    verdict: withLeaks(seenGateOf(room, story, door, at), leaks),
  }
  // Everybody sees a name in the copy already. A name beside the copy must not be seen in a preview.
  if (leaks.some(({ where }) => where.kind !== 'text'))
    return {
      ...known,
      fileName: '',
      bytes: new Uint8Array(),
      losses: [],
      withheld: newsroomText('exportStory.previewHeld'),
    }
  return {
    ...known,
    fileName,
    bytes,
    losses,
    ...defined({ preview: preview && { mediaType: 'text/html', bytes: preview } }),
  }
}

/** The file name of an export, to check that its place is free before anything is logged. */
export const exportName: Action<'story.exportName'> = async (room, _by, request) => ({
  fileName: await nameOfExport(room, await room.storyNow(request.story), request),
})

/** The gate's verdict has the leaks of the copy already, under the same keys. */
export function withLeaks(gate: Verdict, leaks: readonly Finding[]): Verdict {
  const known = new Set(gate.blocks.map(findingName))
  return { ...gate, blocks: [...leaks.filter((leak) => !known.has(findingName(leak))), ...gate.blocks] }
}
