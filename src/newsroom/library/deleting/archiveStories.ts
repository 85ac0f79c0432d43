import { realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { openLosses } from '../../../story/assessment/lostTrust'
import { whyNotMay } from '../../../story/assessment/people/rights'
import type { LedgerEnd, LedgerEnds } from '../../../story/ledger/events/libraryEvent'
import { hashText } from '../../../story/ledger/hash'
import { STAGE_WORDS, type Stage } from '../../../story/ledger/stages'
import { canonicalJson } from '../../../story/text/canonicalJson'
import { defined } from '../../../story/text/defined'
import { readHeads } from '../../../story/trust/heads'
import { NewsroomError, type ArchivableStory, type RequestOf, type StoryView } from '../../../story/requests/requests'
import { checkSignature } from '../../../storage/disk/crypto/ed25519'
import type { ArchivedStories } from '../../../storage/disk/storyStore'
import { openLibrary } from '../../../storage/openLibrary'
import { libraryAround } from '../../files/libraryAround'
import type { OpenStory } from '../../replica/openStory'
import type { Action } from '../../state/action'
import { Newsroom } from '../../state/newsroom'
import { ALL_STORIES, shownRows } from '../shownRows'
import { tombstoneOf } from './deleteStory'
import { forPeople } from './forPeople'
import { localDay } from '../../../story/text/format/localMinute'

/** Stages in which nobody works on a story. */
const DONE: readonly Stage[] = ['published', 'killed', 'spiked']

export const listArchivable: Action<'story.archivable'> = async (room, _by, { before }) => {
  const now = Date.parse(room.clock.now())
  const wanted = { order: 'updated', grouped: false, offset: 0, limit: ALL_STORIES, now } as const
  const rows = await shownRows(room, async () => {
    const found = await Promise.all(DONE.map((stage) => room.index.question('rows', { ...wanted, stage })))
    return { rows: found.flatMap((one) => one.rows).filter(({ row: { updated } }) => updated < before) }
  })
  return rows.toSorted((a, b) => (a.updated < b.updated ? -1 : 1)).map(({ id, headline }) => ({ id, headline }))
}

/** Copies the stories, reads the copies and compares, and only then takes the stories out of the library. */
export const archiveStories: Action<'story.archive'> = (room, by, request) =>
  request.preview === true ? archive(room, by, request) : room.archiving.queue(() => move(room, by, request))

const move: Action<'story.archive'> = async (room, by, request) => {
  if (room.isClosing) throw new NewsroomError('refused', newsroomText('archive.closing'))
  return archive(room, by, request)
}

const archive: Action<'story.archive'> = async (room, by, { stories, before, to, preview }) => {
  const may = whyNotMay('deleteStory', by, { desk: room.desk() })
  if (may !== undefined) throw new NewsroomError('refused', may)
  await refuseInsideLibrary(to)
  if (preview) await room.store.checkArchiveFolder(to)
  const looked: Looked[] = []
  for (const id of new Set(stories)) looked.push(await lookAt(room, id, { before, preview }))
  const stayed = looked
    .filter(({ why }) => why !== undefined)
    .map(({ line, why }) => ({ ...line, ...defined({ why }) }))
  const would = looked.filter(({ why }) => why === undefined).map(({ line }) => line)
  const going = looked.flatMap((one) => one.going ?? [])
  if (preview) return { archive: '', moved: would, stayed, files: [] }
  await room.heads.settle()
  const ids = going.map(({ story: { id } }) => id)
  const { archive, folder, failed } = await copyInto(room, to, ids)
  const copies = await copiesIn(room, folder, archive)
  const moved: ArchivableStory[] = []
  const files = new Set<string>()
  try {
    for (const { story, stamp } of going) {
      const line = lineOf(story)
      const why = failed.get(story.id)
      if (why !== undefined) {
        stayed.push({ ...line, why })
        continue
      }
      try {
        const differs = await whyCopyDiffers(room, copies, story)
        if (differs !== undefined) throw new NewsroomError('refused', differs)
        const gone = await room.departures.delete(by, story.id, (now) => {
          if (stampOf(now) !== stamp) throw new NewsroomError('refused', newsroomText('archive.changedMeanwhile'))
          return { ...tombstoneOf(now), archive }
        })
        for (const file of gone.files) files.add(file)
        moved.push(line)
      } catch (error) {
        stayed.push({ ...line, why: forPeople(error) })
      }
    }
  } finally {
    await copies.close()
  }
  const problem = moved.length > 0 ? await copyTombstones(room, to, moved.length) : undefined
  return { archive, moved, stayed, files: [...files], ...defined({ problem }) }
}

interface Looked {
  readonly line: ArchivableStory
  /** Why it stays. Absent: it can go. */
  readonly why?: string
  /** Of a story that goes now. */
  readonly going?: Going
}

/** A story that cannot be read keeps no other from being moved. */
async function lookAt(
  room: Newsroom,
  id: string,
  { before, preview }: Pick<RequestOf<'story.archive'>, 'before' | 'preview'>,
): Promise<Looked> {
  try {
    return await room.lookAt(id, async (story) => {
      const why = whyNotArchive(story, before)
      const line = lineOf(story)
      if (why !== undefined) return { line, why }
      return preview ? { line } : { line, going: await ready(room, id) }
    })
  } catch (error) {
    return { line: { id, headline: '' }, why: forPeople(error) }
  }
}

interface Going {
  readonly story: OpenStory
  readonly stamp: string
}

/** Notes what waits to be noted of the story: its copy has it then, too. Such a note makes it no younger. */
async function ready(room: Newsroom, id: string): Promise<Going> {
  const story = await room.storyNow(id)
  await story.saving.settle()
  return { story, stamp: stampOf(story) }
}

/** Copies the stories, and what all stories of the archive rest on. */
const copyInto = (room: Newsroom, to: string, stories: readonly string[]): Promise<ArchivedStories> =>
  room.store.archiveInto({
    to,
    stories,
    at: room.clock.now(),
    newId: () => room.ids.next('archive', () => false),
    headsFor: (archive, lines, ends) => {
      const known = readHeads(lines, room.ring.history, checkSignature).heads
      return room.heads.tableOf({ ...Object.fromEntries(known), ...endsOfMoved(room, archive), ...ends })
    },
  })

/**
 * The tombstones name the archive. With them it can be known again when it has lost `archive.json` (provenArchive).
 * Returns what failed: the stories are moved all the same.
 */
async function copyTombstones(room: Newsroom, to: string, count: number): Promise<string | undefined> {
  try {
    await copyInto(room, to, [])
    return undefined
  } catch (error) {
    return newsroomText('archive.movedOnly', { count, folder: to, why: forPeople(error) })
  }
}

/** Backups leave out what lies in the folder of a library, and what takes the library would take the archive. */
async function refuseInsideLibrary(to: string): Promise<void> {
  const place = await realpath(to).catch(() => to)
  if ((await libraryAround(dirname(place))) !== undefined)
    throw new NewsroomError('refused', newsroomText('archive.insideLibrary', { folder: to }))
}

/** Where the ledgers of the stories ended that were moved before. The archive may have lost its own table. */
function endsOfMoved({ deleted }: Newsroom, archive: string): LedgerEnds {
  const ends: Record<string, LedgerEnd> = {}
  for (const id of deleted.ids()) {
    const tombstone = deleted.get(id)
    if (tombstone?.archive === archive && tombstone.entries > 0)
      ends[id] = { entries: tombstone.entries, head: tombstone.head }
  }
  return ends
}

const lineOf = (story: OpenStory): ArchivableStory => ({ id: story.id, headline: story.summary().headline })

/** Ticks keep their meaning only if nothing of the story is missing or unknown. */
function whyNotArchive(story: OpenStory, before: string): string | undefined {
  const { stage } = story.ledger.standing
  if (!DONE.includes(stage)) return newsroomText('archive.stage', { stage: STAGE_WORDS[stage] })
  if (story.summary().updated >= before)
    return newsroomText('archive.changed', { at: localDay(story.summary().updated) })
  if (story.guarded) return newsroomText('openStory.guarded.changed', { why: story.guarded.why })
  const [loss] = openLosses(story.value())
  return loss && newsroomText('closure.story', { detail: loss.detail })
}

/** Changes with every word and every entry of the ledger. */
const stampOf = (story: OpenStory): string =>
  hashText(`${story.ledgerEnd.head} ${Buffer.from(story.state()).toString('base64')}`)

/** The archive, read as anybody will read it later. */
async function copiesIn({ clock, ids }: Newsroom, folder: string, archive: string): Promise<Newsroom> {
  const store = await openLibrary({ folder, lock: 'none', now: () => clock.now(), newId: () => '' })
  const copies = await Newsroom.open({ store, clock, ids })
  if (copies.library.archive === archive && copies.library.losses.length === 0) return copies
  const detail = copies.library.losses[0]?.detail ?? ''
  await copies.close()
  throw new NewsroomError('failed', newsroomText('archive.copyLacks', { folder, detail }))
}

/** Undefined: history, snapshots and every status read the same in the archive. */
async function whyCopyDiffers(room: Newsroom, copies: Newsroom, story: OpenStory): Promise<string | undefined> {
  const copy = await copies.storyNow(story.id)
  const same =
    copy.ledgerEnd.head === story.ledgerEnd.head &&
    copy.repairs.length === 0 &&
    read(copy.view()) === read(story.view()) &&
    canonicalJson(await copies.store.snapshotNumbers(story.id)) ===
      canonicalJson(await room.store.snapshotNumbers(story.id))
  return same ? undefined : newsroomText('archive.readsOther')
}

/** The time of the last change is of the process that reads. */
const read = ({ updated: _updated, ...view }: StoryView): string => canonicalJson(view)
