/** The record of a correction, and who was told of it. */
import { correctionNotice } from '../../projection/print/correctionNotice'
import { scanForLeaks } from '../../projection/scan/leakScan'
import { protectedTerms, type ProtectedTerm } from '../../projection/scan/protectedTerms'
import { publishableText } from '../../projection/published/publishableText'
import { sealText } from '../../projection/scan/sealText'
import { proposeCorrection } from '../../review/proposeCorrection'
import type { StorySnapshot } from '../../storage/disk/storyStore'
import { sameText } from '../../story/text/compare'
import {
  CORRECTION_TEXTS,
  CORRECTION_WORDS,
  isCorrectionKind,
  type CorrectionText,
  type Destination,
  type PublishedVersion,
} from '../../story/ledger/correctionNote'
import { correctionsIn, destinationsOf, publishedVersions, type Corrected } from '../../story/ledger/corrections'
import { whyNotApproveCorrection } from '../../story/assessment/entitlement'
import { NewsroomError, type CorrectionProposal, type CorrectionView } from '../../story/requests/requests'
import { STAGE_WORDS } from '../../story/ledger/stages'
import { containsWords } from '../../story/text/containsWords'
import { isAuthorOf } from '../../story/assessment/story'
import { listedSources } from '../../story/desk/source'
import type { Action } from '../state/action'
import { internalIds } from '../state/internalIds'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'
import { headlineOf } from '../replica/storyView'

/** The record of a correction, what it may say, and a notice for each destination. */
export const showCorrection: Action<'correction.show'> = async (room, _by, { story: id, version }) =>
  viewOf(room, await room.storyNow(id), version)

async function viewOf(room: Newsroom, story: OpenStory, wanted?: number): Promise<CorrectionView> {
  const { standing } = story.ledger
  const published = publishedVersions(story.entries)
  const all = correctionsIn(story.entries)
  const corrected = correctedIn(all, wanted)
  if (!corrected)
    return { version: standing.version, versions: [], published, open: false, proposed: {}, destinations: [] }
  const { version, kind, record, approved } = corrected
  const open = version === standing.version && WHEN_OPEN.has(standing.stage)
  const terms = protectedTerms(listedSources(room.library.sources))
  const notice = approved && {
    guid: story.guid,
    headline: headlineOf(story.value()),
    kind,
    record: approved,
    at: corrected.published ?? approved.at,
  }
  const ids = notice ? internalIds(room, story) : []
  return {
    version,
    kind,
    versions: all.map((one) => one.version),
    published: published.filter((one) => one.version < version),
    open,
    ...(record
      ? {
          record: {
            ...record,
            was: sealText(record.was, terms),
            is: sealText(record.is, terms),
            cause: sealText(record.cause, terms),
            publicText: sealText(record.publicText, terms),
          },
        }
      : {}),
    ...(corrected.published === undefined ? {} : { at: corrected.published }),
    proposed: record || !open ? {} : await proposalFor(room, story, version, published),
    destinations: destinationsOf(story.entries, version, (approved ?? record)?.since.version).map((destination) => ({
      ...destination,
      ...sealedDestination(destination, terms),
      ...(notice ? noticeOrWhyNot(correctionNotice(notice, destination, terms), terms, ids) : {}),
    })),
  }
}

/** It passes the scan that finished outputs pass: what may not leave with the story does not leave beside it. */
function noticeOrWhyNot(
  notice: string,
  terms: readonly ProtectedTerm[],
  ids: readonly string[],
): Pick<CorrectionView['destinations'][number], 'notice' | 'held'> {
  const [hit] = scanForLeaks({ text: notice, fileName: '', mediaType: 'text/plain' }, terms, ids, [])
  return hit
    ? {
        held: `The notice would hold ${hit.what === 'internalId' ? 'an internal id of this library' : `${hit.label}’s ${hit.what}`}, which must not leave the desk. Take it out of the record or the headline.`,
      }
    : { notice }
}

/** A name may have been protected since it was noted. */
const sealedDestination = (
  { destination, fileName, told }: Destination,
  terms: readonly ProtectedTerm[],
): Pick<Destination, 'destination' | 'fileName' | 'told'> => ({
  destination: sealText(destination, terms),
  fileName: sealText(fileName, terms),
  ...(told ? { told: { ...told, ...(told.how === undefined ? {} : { how: sealText(told.how, terms) }) } } : {}),
})

/** The version that is asked for, or else the last one that is a correction. Throws a usage error when the one that is asked for is none. */
function correctedIn(all: readonly Corrected[], wanted: number | undefined): Corrected | undefined {
  if (wanted === undefined) return all.at(-1)
  const found = all.find(({ version }) => version === wanted)
  if (found) return found
  throw new NewsroomError(
    'usage',
    `Version ${wanted} is no correction or clarification. ${all.length === 0 ? 'The story has none.' : `Those are: ${all.map(({ version }) => version).join(', ')}.`}`,
  )
}

const WHEN_OPEN: ReadonlySet<string> = new Set(['draft', 'filed', 'inReview', 'cleared', 'published'])

/** What changed between the version before and now, and since when the old words are out. */
async function proposalFor(
  room: Newsroom,
  story: OpenStory,
  version: number,
  published: readonly PublishedVersion[],
): Promise<CorrectionProposal> {
  const earlier = published.filter((one) => one.version < version)
  const last = earlier.at(-1)
  const before = last && (await publishedState(room, story, last.version))
  const found = before && proposeCorrection(before.view, story.view())
  if (!last || !found) return last ? { since: last.version } : {}
  let since = last.version
  for (const { version: n } of earlier.slice(0, -1).reverse()) {
    const state = await publishedState(room, story, n)
    if (!state?.view.blocks.some(({ text }) => containsWords(found.was, text))) break
    since = n
  }
  return { ...found, since }
}

/** The kept state of a version as it was first published; undefined when it cannot be read any more. */
async function publishedState(room: Newsroom, story: OpenStory, version: number): Promise<StorySnapshot | undefined> {
  for (const { n, kind, why, trouble } of await room.snapshots.list(story.id)) {
    if (kind !== 'move' || trouble !== undefined || !why.startsWith('Publish')) continue
    const state = await room.snapshots.read(story.id, n).catch(() => undefined)
    if (state?.view.stage === 'published' && state.view.version === version) return state
  }
  return undefined
}

/**
 * Records what the version corrects. Whoever is entitled to approves it by recording it. What is absent from the request is as in
 * the record before, or as it is proposed; so an empty request approves the record as it stands.
 */
export const noteCorrection: Action<'correction.note'> = async (room, by, { story: id, since: given, ...typed }) => {
  const story = await room.storyNow(id)
  // What was published is looked up first: whatever another window does meanwhile, the rules below see it.
  const { published, proposed, version: looked } = await viewOf(room, story)
  const {
    standing: { stage, version, versionKind },
    correction: before,
  } = story.ledger
  if (!isCorrectionKind(versionKind))
    throw new NewsroomError(
      'refused',
      `Version ${version} is ${versionKind === undefined ? 'the first' : NO_CORRECTION[versionKind]}, and corrects nothing. Open the next version as a correction or clarification first.`,
    )
  if (!WHEN_OPEN.has(stage))
    throw new NewsroomError('refused', `The story is ${STAGE_WORDS[stage].toLowerCase()}: its record stays as it is.`)
  const text = (name: CorrectionText): string =>
    publishableText(
      typed[name] ??
        before?.[name] ??
        ((name === 'was' || name === 'is') && looked === version ? proposed[name] : undefined) ??
        '',
    ).trim()
  const [was, is, cause] = [text('was'), text('is'), text('cause')]
  const publicText = text('publicText').replace(/\s+/gu, ' ')
  const missing = CORRECTION_TEXTS.filter((name) => ({ was, is, cause, publicText })[name] === '').map(
    (name) => CORRECTION_WORDS[name],
  )
  if (missing.length > 0)
    throw new NewsroomError('usage', `The record lacks ${missing.join(', ')}. Nothing was recorded.`)
  if (sameText(was, is))
    throw new NewsroomError('usage', 'What was wrong and what is right are the same words. Nothing was recorded.')
  const wanted = given ?? before?.since.version ?? proposed.since
  const since = published.find((one) => one.version === wanted)
  if (!since)
    throw new NewsroomError(
      'usage',
      `Version ${wanted ?? '?'} was not published before this one. Published before: ${published.map((one) => one.version).join(', ')}.`,
    )
  refuseProtected(room, publicText)
  refuseInternal(internalIds(room, story), { was, is, publicText })
  const why = whyNotApproveCorrection(by, story.value(), room.desk())
  if (why !== undefined && (stage === 'cleared' || stage === 'published'))
    throw new NewsroomError(
      'refused',
      `${why} The version is ${STAGE_WORDS[stage].toLowerCase()}, so nothing was recorded.`,
    )
  const approval =
    why === undefined
      ? { approver: by, ...(isAuthorOf(story.value().fields, by) ? { selfApproved: true as const } : {}) }
      : {}
  const { entries, written } = story.note(by, {
    kind: 'correctionNoted',
    version,
    was,
    is,
    since,
    cause,
    publicText,
    ...approval,
  })
  await written
  return { entry: entries[0]?.seq ?? 0, approved: why === undefined }
}

const NO_CORRECTION = { update: 'an update', writethru: 'a writethru' } as const

/** It goes out as it stands, so a name in it is not sealed but sent back to whoever wrote it. */
function refuseProtected(room: Newsroom, publicText: string): void {
  const [hit] = scanForLeaks(
    { text: publicText, fileName: '', mediaType: 'text/plain' },
    protectedTerms(listedSources(room.library.sources)),
    [],
    [],
  )
  if (hit)
    throw new NewsroomError(
      'refused',
      `The text for readers holds ${hit.label}’s ${hit.what}, which must not leave the desk. Take it out; nothing was recorded.`,
    )
}

/** A notice holds these words, and sealing knows no word that could stand for an id. */
function refuseInternal(ids: readonly string[], texts: Readonly<Partial<Record<CorrectionText, string>>>): void {
  for (const name of CORRECTION_TEXTS) {
    if (scanForLeaks({ text: texts[name] ?? '', fileName: '', mediaType: 'text/plain' }, [], ids, []).length > 0)
      throw new NewsroomError(
        'refused',
        `An internal id of this library stands in ${CORRECTION_WORDS[name]}, and must not leave the desk. Take it out; nothing was recorded.`,
      )
  }
}

/** Notes that a destination was told, or with `undo` that it was not after all. */
export const noteTold: Action<'correction.told'> = async (
  room,
  by,
  { story: id, version, destination: name, entry, how, undo = false },
) => {
  const story = await room.storyNow(id)
  const corrected = correctedIn(correctionsIn(story.entries), version)
  if (!corrected?.approved)
    throw new NewsroomError(
      'refused',
      'There is no approved record of a correction to tell anybody of. Record it first.',
    )
  const found = destinationIn(
    story,
    corrected,
    { name, entry, isTold: undo },
    protectedTerms(listedSources(room.library.sources)),
  )
  if (undo !== (found.told !== undefined))
    throw new NewsroomError(
      'usage',
      undo ? `Nobody told ${found.destination} of it.` : `${found.told?.by ?? ''} told ${found.destination} already.`,
    )
  const said = how?.trim() ?? ''
  await story.note(by, {
    kind: 'correctionTold',
    version: corrected.version,
    export: found.entry,
    destination: found.destination,
    ...(said === '' ? {} : { how: said }),
    ...(undo ? { withdrawn: true as const } : {}),
  }).written
  return {}
}

/**
 * By its whole name as it is shown, or by the last part of it when only one has that. Sealed names may read the same for several places: then
 * `entry` says which, and without it the first is meant for which there is something to note.
 */
function destinationIn(
  story: OpenStory,
  { version, approved }: Corrected,
  { name, entry, isTold }: { readonly name: string; readonly entry: number | undefined; readonly isTold: boolean },
  terms: readonly ProtectedTerm[],
): Destination {
  const known = destinationsOf(story.entries, version, approved?.since.version).map((one) => ({
    ...one,
    destination: sealText(one.destination, terms),
  }))
  const lastPart = known.filter(({ destination }) => destination.split(/[/\\]/u).at(-1) === name)
  const isOne = lastPart.every(({ destination }) => destination === lastPart[0]?.destination)
  const whole = known.filter(({ destination }) => destination === name)
  const called = (whole.length > 0 ? whole : isOne ? lastPart : []).filter(
    (one) => entry === undefined || one.entry === entry,
  )
  const found = called.find(({ told }) => (told !== undefined) === isTold) ?? called[0]
  if (found) return found
  throw new NewsroomError(
    'usage',
    `Nothing that this corrects went to “${name}”${isOne ? '' : ' alone: give the whole path'}. ${known.length === 0 ? 'It went nowhere.' : `It went to: ${known.map(({ destination }) => destination).join(', ')}.`}`,
  )
}
