import { newsroomText } from '../../catalogue/rooms/newsroom'
import { withMarks } from '../../exchange/export/parts/fileName'
import { sameWords } from '../../story/copy/words/factWords'
import { STATUS_WORDS, type SignedStatus, type SignOff } from '../../story/ledger/facts/fact'
import { STAGE_WORDS, type Door } from '../../story/ledger/stages'
import type { Assessment, LapseReason } from '../../story/assessment/assessment'
import { countedOf } from '../../story/assessment/counting'
import { hashBytes } from '../../story/ledger/hash'
import { isAuthorEver } from '../../story/assessment/people/authors'
import { eventOf, type LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { ExportEntry } from '../../story/ledger/leaving/exportsOutside'
import { findingName, type FindingKey } from '../../story/ledger/events/gateEvent'
import { hasEditions, isExportFormat, NewsroomError, type ExportRequest } from '../../story/requests/requests'
import { lapseWords } from '../../story/history/lapseWords'
import type { StorySnapshot } from '../../storage/disk/storyStore'
import type { Action } from '../state/action'
import { withLeaks } from './exportStory'
import { markedPath } from './markedPath'
import type { Newsroom } from '../state/newsroom'
import { OpenStory } from '../replica/openStory'
import { gateOf } from '../gate/passGate'
import { prepareExport } from './prepareExport'
import { openLosses } from '../../story/assessment/lostTrust'
import { defined } from '../../story/text/defined'
import { instant } from '../../story/text/format/instant'
import { isLooser } from '../../story/text/looserEmbargo'

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
  const ledger = knownThen(story, entry).slice(0, ledgerAt)
  const then = storyThen(
    room,
    story,
    snapshot,
    stillSaid(room, story, storyThen(room, story, snapshot, ledger), ledger),
  )
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
  const { fileName, mediaType, bytes, losses, beside, leaks, keptBack, door, at } = await prepareExport(
    room,
    then,
    request,
    { asOf, again: entry },
  )
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
  if (door === 'publish') refuseTakenBack(story)
  // A list of facts says their verdicts: it is repeated only while they hold.
  if (door === 'publish' || hasEditions(format)) refuseContradicted(room, story, then, door)
  refuseOvertaken(room, story, then)
  const sha256 = hashBytes(bytes)
  const { destination: _before, ...logged } = eventOf(entry)
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
    ...defined({ destination: destination === undefined ? undefined : markedPath(destination, fileName, saveAs) }),
  })
  await written
  return {
    fileName,
    mediaType,
    bytes,
    sha256,
    losses,
    ...(keptBack.length === 0 ? {} : { keptBack }),
    ...defined({ beside }),
    verdict,
    ...(noted ? { entry: noted.seq } : {}),
    format,
    version: n,
    ...defined({ saveAs: saveAs === undefined ? undefined : withMarks(saveAs, fileName) }),
    before: entry.sha256,
    same: sha256 === entry.sha256,
  }
}

/** Refuses a story that was cleared then, is not cleared now, and never went live: spiked, sent back, or changed. */
function refuseTakenBack({ ledger: { standing } }: OpenStory): void {
  if (standing.live || standing.stage === 'cleared' || standing.stage === 'killed') return
  throw new NewsroomError('refused', newsroomText('exportAgain.takenBack', { stage: STAGE_WORDS[standing.stage] }))
}

/**
 * Refuses words that somebody has queried or given a verdict against since, and those whose tick counts no longer or
 * has lost what it rests on.
 */
function refuseContradicted(room: Newsroom, story: OpenStory, then: OpenStory, door: Door): void {
  const before = new Map(then.assessments().flatMap((fact) => (fact.ranges.length > 0 ? [[fact.id, fact]] : [])))
  for (const fact of story.assessments()) {
    const { id, current, record } = fact
    const { words, current: signed } = before.get(id) ?? {}
    if (words === undefined) continue
    const isAgainst = current !== undefined && !PASSED.has(current.status) && sameWords(words, current.words)
    // A list that said so then may say so again.
    if (isAgainst && !(door !== 'publish' && signed?.entry === current.entry))
      throw new NewsroomError(
        'refused',
        newsroomText('exportAgain.contradicted', {
          words: current.words,
          by: current.by,
          status: STATUS_WORDS[current.status].toLowerCase(),
        }),
      )
    const stands = (one: SignOff): boolean => PASSED.has(one.status) && sameWords(one.words, words)
    if (signed && stands(signed) && !countedOf(record, story.value(), room.desk()).some(stands))
      throw new NewsroomError('refused', newsroomText('exportAgain.tickGone', { words, by: signed.by }))
    const lost = lostBacking(fact)
    if (signed && stands(signed) && sameWords(words, fact.words) && lost.length > 0)
      throw new NewsroomError(
        'refused',
        newsroomText('exportAgain.lapsed', { words, by: signed.by, reasons: lapseWords(lost) }),
      )
  }
}

/** What the tick rests on. The copy around the words may be that of a next version, which says nothing of this one. */
const BACKING: ReadonlySet<LapseReason> = new Set<LapseReason>([
  'evidence',
  'source',
  'groundRules',
  'translation',
  'elsewhere',
  'loss',
  'otherVerdict',
])

/** Why a fact that is to be checked again has lost its backing. Empty: it has not. */
const lostBacking = ({ status, reasons }: Assessment): readonly LapseReason[] =>
  status === 'reCheck' ? reasons.filter((reason) => BACKING.has(reason)) : []

const PASSED: ReadonlySet<SignedStatus> = new Set<SignedStatus>(['verified', 'onAuthor', 'letStand'])

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

/** The story of a snapshot, to read. */
function storyThen(
  room: Newsroom,
  story: OpenStory,
  snapshot: StorySnapshot,
  ledger: readonly LedgerEntry[],
): OpenStory {
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

/** Later decisions about the story, which hold for its earlier versions, drafts of them included. */
function refuseOvertaken(room: Newsroom, story: OpenStory, then: OpenStory): void {
  if (story.ledger.standing.stage === 'killed' && then.ledger.standing.stage !== 'killed') {
    throw new NewsroomError('refused', newsroomText('exportAgain.killedSince'))
  }
  const { embargo } = story.value().fields
  if (!isOver(embargo, room.desk().now) && isLooser(embargo, then.value().fields.embargo)) {
    throw new NewsroomError('refused', newsroomText('exportAgain.embargo', { embargo }))
  }
}

/** Whether an embargo holds nothing back at `now`. One whose end nobody can read is never over. */
function isOver(embargo: string, now: string): boolean {
  const ends = instant(embargo)
  return embargo.trim() === '' || (ends !== undefined && Date.parse(ends) <= Date.parse(now))
}
