import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { correctionNotice } from '../../../projection/print/correctionNotice'
import { type ProtectedTerm, protectedTerms } from '../../../projection/scan/protectedTerms'
import {
  type Corrected,
  correctionsIn,
  destinationsOf,
  publishedVersions,
} from '../../../story/ledger/leaving/corrections/corrections'
import {
  numberOf,
  numberOfCorrection,
  numbersOf,
  textsThatLeft,
  type TextThatLeft,
} from '../../../story/ledger/leaving/textsOut'
import { hasLapsedApproval } from '../../../story/ledger/leaving/corrections/correctedWords'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import { listedSources } from '../../../story/desk/source'
import { internalIds } from '../../state/internalIds'
import {
  type CorrectionProposal,
  type CorrectionView,
  NewsroomError,
  type NoticeTo,
} from '../../../story/requests/requests'
import type { Action } from '../../state/action'
import { nameOfHit, scanForLeaks } from '../../../projection/scan/leakScan'
import { maskNames } from '../../../projection/scan/maskNames'
import type {
  CorrectionRecord,
  Destination,
  PublishedVersion,
} from '../../../story/ledger/leaving/corrections/correctionNote'
import { proposeCorrection } from '../../../review/proposeCorrection'
import { containsWords } from '../../../story/text/words/containsWords'
import type { OpenStory } from '../../replica/openStory'
import type { Newsroom } from '../../state/newsroom'
import type { StorySnapshot } from '../../../storage/disk/storyStore'
import { defined } from '../../../story/text/defined'
import { textNow } from '../numberExport'
import { numbered } from './numbered'
import { lastPublished } from './publishedParts'
import { publishedSnapshots } from './publishedSnapshots'

export const WHEN_OPEN: ReadonlySet<string> = new Set(['draft', 'filed', 'inReview', 'cleared', 'published'])
/** The wanted version, or the last correction. Throws a usage error when the wanted version is not a correction. */
export function correctedIn(all: readonly Corrected[], wanted: number | undefined): Corrected | undefined {
  if (wanted === undefined) return all.at(-1)
  const found = all.find(({ version }) => version === wanted)
  if (found) return found
  throw new NewsroomError(
    'usage',
    newsroomText('showCorrection.notACorrection', {
      wanted,
      known:
        all.length === 0
          ? newsroomText('showCorrection.none')
          : newsroomText('showCorrection.known', { versions: all.map(({ version }) => version).join(', ') }),
    }),
  )
}

/** Shows the record of a correction, a proposal for it, and a notice for each destination. */
export const showCorrection: Action<'correction.show'> = async (room, _by, { story: id, version }) =>
  correctionView(room, await room.storyNow(id), version)

/** What `showCorrection` shows of an open story. `wanted`: the version; absent, the last one that is a correction. */
export async function correctionView(room: Newsroom, story: OpenStory, wanted?: number): Promise<CorrectionView> {
  const { standing } = story.ledger
  const apart = apartOf(story.apart)
  const published = publishedVersions(story.entries, apart)
  const all = correctionsIn(story.entries, apart)
  const corrected = correctedIn(all, wanted)
  if (!corrected)
    return { version: standing.version, versions: [], published, open: false, proposed: {}, destinations: [] }
  const { version, kind, record } = corrected
  const open = version === standing.version && WHEN_OPEN.has(standing.stage)
  const lapsed = open && hasLapsedApproval(story.value().copy, story.value().fields, story.ledger)
  const approved = lapsed ? undefined : corrected.approved
  const terms = protectedTerms(listedSources(room.library.sources))
  // Never words that no reader had: a next version may be open.
  const had = approved && ((await lastPublished(room, story)) ?? story.value().copy)
  const notice = approved && {
    guid: story.guid,
    headline: had?.find(({ role }) => role === 'headline')?.text ?? '',
    kind,
    record: withNumbers(story, approved, corrected.published !== undefined),
    language: story.value().fields.language || 'en',
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
            was: maskNames(record.was, terms),
            is: maskNames(record.is, terms),
            cause: maskNames(record.cause, terms),
            publicText: maskNames(record.publicText, terms),
          },
        }
      : {}),
    ...(lapsed ? { lapsed } : {}),
    ...defined({ at: corrected.published }),
    proposed: (record && !lapsed) || !open ? {} : await proposalFor(room, story, version, published),
    destinations: numbered(
      story,
      destinationsOf(story.entries, version, (approved ?? record)?.since.version, apart),
    ).map((destination) => ({
      ...destination,
      ...maskedDestination(destination, terms),
      ...(notice ? noticeOrWhyNot(correctionNotice(notice, destination, terms), terms, ids) : {}),
    })),
  }
}

/** A record for receivers, who know versions by their numbers. Each text of the version “since” may have the words. */
function withNumbers(story: OpenStory, record: CorrectionRecord, isPublished: boolean): CorrectionRecord {
  const left = textsThatLeft(story.entries, apartOf(story.apart))
  const { version, since, publicText } = record
  const { standing } = story.ledger
  const isLast = standing.stage === 'published' && standing.version === version
  const number = isLast ? numberOfCorrection(version, publicText, left) : numbersOf(version, left).at(-1)
  return {
    ...record,
    version: isPublished ? (number ?? version) : numberToCome(story, version, left),
    since: { ...since, version: numbersOf(since.version, left)[0] ?? since.version },
  }
}

/** The number of a version that is not published: of its text that left, or of the one that it leaves with. */
function numberToCome(story: OpenStory, version: number, left: readonly TextThatLeft[]): number {
  const now = textNow(story)
  return numberOf(now.version === version ? now : { version, copy: '' }, left)
}

/** Scans a notice as finished exports are scanned. */
export function noticeOrWhyNot(
  notice: string,
  terms: readonly ProtectedTerm[],
  ids: readonly string[],
): Pick<NoticeTo, 'notice' | 'held'> {
  const [hit] = scanForLeaks({ text: notice, fileName: '', mediaType: 'text/plain' }, terms, ids, [])
  return hit
    ? {
        held: newsroomText('showCorrection.noticeHeld', {
          what: hit.what === 'internalId' ? newsroomText('showCorrection.internalId') : nameOfHit(hit),
        }),
      }
    : { notice }
}

/** Masks names that were protected after the destination was noted. */
export const maskedDestination = (
  { destination, fileName, told }: Destination,
  terms: readonly ProtectedTerm[],
): Pick<Destination, 'destination' | 'fileName' | 'told'> => ({
  destination: maskNames(destination, terms),
  fileName: maskNames(fileName, terms),
  ...(told
    ? { told: { ...told, ...defined({ how: told.how === undefined ? undefined : maskNames(told.how, terms) }) } }
    : {}),
})

/** What changed since the version before, and the first version that had the old words. */
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

/** The snapshot of a version when it was first published; undefined when it cannot be read. */
async function publishedState(room: Newsroom, story: OpenStory, version: number): Promise<StorySnapshot | undefined> {
  for await (const snapshot of publishedSnapshots(room, story.id))
    if (snapshot.view.version === version) return snapshot
  return undefined
}
