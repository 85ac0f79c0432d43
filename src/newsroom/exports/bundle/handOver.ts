/** Hands stories over: writes them into one bundle, and notes that in the history of each. */
import { nameOfHit } from '../../../projection/scan/leakScan'
import { storedText } from '../../../story/history/storedText'
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { writeBundle, type BundleToWrite } from '../../../exchange/bundle/writeBundle'
import { storyStem } from '../../../exchange/export/parts/fileName'
import { confirmedIn } from '../../../gate/confirmedNames'
import { protectedTerms, type ProtectedTerm } from '../../../projection/scan/protectedTerms'
import { maskNames } from '../../../projection/scan/maskNames'
import { listedSources, type Source } from '../../../story/desk/source'
import { hashBytes } from '../../../story/ledger/hash'
import { NewsroomError, type HandedOver, type Loss, type RequestOf } from '../../../story/requests/requests'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { defined } from '../../../story/text/defined'
import { messageOf } from '../../../story/text/messageOf'
import { ownCard } from '../../library/roster/devices'
import { penHolder } from '../../../story/ledger/writers/pen'
import { penGiven } from '../../gate/movePen'
import { wroteIn } from '../../gate/wroteAt'
import { keepSnapshot } from '../../replica/snapshots/keepSnapshot'
import type { OpenStory } from '../../replica/openStory'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { basename } from 'node:path'
import { noteOnItsWay } from '../exportFailed'
import { capturedOf, takeCaptured } from './captured'
import { typedFor } from './typedFor'
import { leaksOfBundle, type BundleLeak } from './leaks'
import { peopleNamed, whyNotShared } from './receivers'
import { namesOf, noteShared, refuseChangedBook, sealedParts, sharingOf, snapshotsHeld, type Shared } from './sealed'
import { secretsOf } from './secrets'
import { readForBundle, type StoryRead } from './storyToHandOver'

const BUNDLE_TYPE = 'application/vnd.stet.bundle+zip'

/**
 * Answers with the bundle of these stories when their histories, on disk, say that they were handed over. The gate is
 * not asked: a draft may be handed over. The leak scan is, and refuses every protected name.
 */
export const handOver: Action<'story.handOver'> = async (room, by, request) => {
  const book = room.library.sources
  const terms = protectedTerms(listedSources(book))
  const people = peopleNamed(room, request.for)
  const { pen } = request
  const first = await bundleWithoutLeaks(room, by, { request, people, terms })
  // The pen is handed over only when all else may leave. Its entry has to be in the bundle, so it is made twice.
  const isGiven = pen !== undefined && (await giveAlong(room, by, first.stories, pen))
  const made = isGiven ? await bundleWithoutLeaks(room, by, { request, people, terms }) : first
  const { stories, share, fileName, bytes, losses } = made
  const sha256 = hashBytes(bytes)
  if (share) await noteShared(room, by, share, book)
  else refuseChangedBook(room.library.sources, book)
  const entries = await noted(room, by, stories, { ...request, people, share, fileName, sha256 })
  return { fileName, mediaType: BUNDLE_TYPE, bytes, sha256, losses, shared: share?.names ?? [], entries }
}

interface Asked {
  readonly request: RequestOf<'story.handOver'>
  readonly people: readonly string[]
  readonly terms: readonly ProtectedTerm[]
}

/** Throws a refusal if a protected name would leave. */
async function bundleWithoutLeaks(room: Newsroom, by: string, { request, people, terms }: Asked) {
  const stories = await readAll(room, request, terms)
  const fileName = nameOf(stories, people)
  const share = sharingOf(room, by, stories, people)
  if (share && request.shares) refuseUnseen(stories, request.shares)
  refuseLeaks(share?.leaks ?? [], stories, terms)
  const { bytes, losses } = await bundleOf(room, by, stories, { request, terms, share })
  const names = [fileName, request.saveAs ?? '', basename(request.destination ?? '')].filter((name) => name !== '')
  refuseLeaks(leaksFound(room, bytes, names, stories, terms), stories, terms)
  return { stories, share, fileName, bytes, losses }
}

/** Throws a refusal if it would be told of a source that the person did not see in the plan. */
function refuseUnseen(stories: readonly StoryRead[], seen: readonly string[]): void {
  const unseen = stories.flatMap(({ secrets }) => secrets.filter(({ id }) => !seen.includes(id)))
  if (unseen.length > 0)
    throw new NewsroomError('refused', newsroomText('handOver.unseen', { names: namesOf(unseen).join(', ') }))
}

/** Gives the pen of all these stories to a person, or of none. Returns whether it moved. */
async function giveAlong(room: Newsroom, by: string, stories: readonly StoryRead[], to: string): Promise<boolean> {
  const given = stories.flatMap(({ story }) =>
    penHolder(story.ledger) === to ? [] : [{ story, event: penGiven(room, by, story, to) }],
  )
  for (const { story, event } of given) await story.note(by, event).written
  return given.length > 0
}

/** Notes in each story that it was handed over. If one cannot be noted, the others say that it failed. */
async function noted(
  room: Newsroom,
  by: string,
  stories: readonly StoryRead[],
  {
    fileName,
    saveAs,
    destination,
    sha256,
    people,
    share,
  }: RequestOf<'story.handOver'> & {
    readonly people: readonly string[]
    readonly share: Shared | undefined
    readonly fileName: string
    readonly sha256: string
  },
): Promise<HandedOver['entries']> {
  const done: { readonly story: OpenStory; readonly entry: LedgerEntry }[] = []
  try {
    for (const { story, entries, secrets } of stories) {
      const why = storedText('stored.handedOver')
      const { n: version } = await keepSnapshot(room, story, by, { kind: 'export', why })
      const note = story.note(by, {
        kind: 'exported',
        format: 'bundle',
        edition: 'internal',
        fileName: saveAs ?? fileName,
        sha256,
        draft: false,
        blocks: 0,
        overrides: [],
        warns: 0,
        ...defined({ destination }),
        ...(people.length > 0 ? { to: people } : {}),
        ...(share && secrets.length > 0 ? { shared: secrets.map(({ id: source }) => source) } : {}),
        version,
        state: hashBytes(story.state()),
        ledgerAt: entries.length,
      })
      for (const entry of note.entries) noteOnItsWay(room, entry)
      await note.written
      for (const entry of note.entries) done.push({ story, entry })
    }
  } catch (error) {
    for (const { story, entry } of done)
      await story
        .note(by, { kind: 'exportFailed', export: entry.hash, reason: messageOf(error) })
        .written.catch(() => undefined)
    throw error
  }
  return done.map(({ story, entry }) => ({ story: story.id, entry: entry.seq }))
}

/** The file name that `handOver` suggests, and what becomes of protected sources. */
export const handOverName: Action<'story.handOverName'> = async (room, by, { stories: ids, for: names }) => {
  const people = peopleNamed(room, names)
  const book = room.library.sources
  const stories: { readonly story: OpenStory }[] = []
  const secrets = new Map<string, Source>()
  const typed = new Set<string>()
  for (const id of ids) {
    const story = await room.storyNow(id)
    stories.push({ story })
    for (const text of typedFor(story.entries, book)) typed.add(text)
    for (const secret of secretsOf(story.entries, book)) secrets.set(secret.id, secret)
  }
  const refused = people.length > 0 && secrets.size > 0 ? whyNotShared(room, by, people) : undefined
  const sources = namesOf([...secrets.values()])
  const shares = [...secrets.keys()]
  return { fileName: nameOf(stories, people), sources, shares, typed: [...typed], ...defined({ refused }) }
}

async function readAll(
  room: Newsroom,
  { stories: ids, withoutFiles = false }: RequestOf<'story.handOver'>,
  terms: readonly ProtectedTerm[],
): Promise<readonly StoryRead[]> {
  if (new Set(ids).size < ids.length) throw new NewsroomError('usage', newsroomText('handOver.twice'))
  const stories: StoryRead[] = []
  for (const id of ids) stories.push(await readForBundle(room, id, { terms, withoutFiles }))
  return stories
}

/** "busan-talks.stet", "busan-talks-and-2-more.stet", "busan-talks-for-kim-lee.stet", "3-stories-for-kim-lee.stet" */
function nameOf(stories: readonly Pick<StoryRead, 'story'>[], people: readonly string[]): string {
  const [first] = stories
  const [person] = people
  const others = people.length > 1 ? `-and-${people.length - 1}-more` : ''
  const whom = person === undefined ? '' : `-for-${storyStem(person, '')}${others}`
  const { fields, copy } = first?.story.value() ?? { fields: { slug: '' }, copy: [] }
  const stem = storyStem(fields.slug, copy.find(({ role }) => role === 'headline')?.text ?? '')
  if (stories.length < 2) return `${stem}${whom}.stet`
  return whom === '' ? `${stem}-and-${stories.length - 1}-more.stet` : `${stories.length}-stories${whom}.stet`
}

async function bundleOf(
  room: Newsroom,
  by: string,
  stories: readonly StoryRead[],
  {
    request: { withoutFiles = false },
    terms,
    share,
  }: {
    readonly request: RequestOf<'story.handOver'>
    readonly terms: readonly ProtectedTerm[]
    readonly share: Shared | undefined
  },
): Promise<{ readonly bytes: Uint8Array; readonly losses: readonly Loss[] }> {
  const sealed = new Set(stories.flatMap((story) => [...story.sealed]))
  const captured = capturedOf(
    stories.flatMap(({ entries }) => entries),
    stories.flatMap(({ copies }) => copies),
  )
  const ofStory = stories.map(({ entries, copies }) => capturedOf(entries, copies))
  const sharing = (share?.stories ?? []).map((one, at) => ({ ...one, files: ofStory[at] ?? new Map() }))
  const captures = await takeCaptured(room, captured, { withoutFiles, sealed, terms, sharing })
  const { files, leftOut, secret, losses } = captures
  const made = room.clock.now()
  const sender = await senderOf(room, by)
  const parts = share && (await sealedParts(stories, { ...share, secret, made, from: sender.sender?.key }))
  const bytes = written({
    made,
    by,
    device: deviceOf(room),
    stories: stories.map(({ write: { about, ...rest } }, at) => ({
      ...rest,
      story: {
        ...about,
        leftOut: leftOut.filter(({ sha256 }) => ofStory[at]?.has(sha256)),
        ...(parts?.[at] ? { sealedFor: share?.people ?? [] } : {}),
      },
      ...defined({ sealed: parts?.[at] }),
    })),
    files,
    ...sender,
  })
  const snapshots = stories.reduce(
    (sum, story, at) => sum + story.snapshotsLeft + snapshotsHeld(story, share?.stories[at]),
    0,
  )
  const kept = [...sealed].filter((id) => !share?.shared.has(id))
  return {
    bytes,
    losses: [
      ...losses,
      ...lossOf('versions', snapshots, stories[0]?.write.about.headline ?? ''),
      ...lossOf('sources', kept.length, ''),
    ],
  }
}

function written(bundle: BundleToWrite): Uint8Array {
  try {
    return writeBundle(bundle)
  } catch (error) {
    throw new NewsroomError('failed', newsroomText('handOver.documentKept', { why: messageOf(error) }))
  }
}

const lossOf = (what: 'versions' | 'sources', count: number, example: string): readonly Loss[] =>
  count === 0 ? [] : [{ what: newsroomText(`handOver.left.${what}`), count, example }]

/** Names the copy of the library. */
const deviceOf = ({ ring }: Newsroom): string => ring.history.keys.get(ring.history.library ?? '')?.device ?? ''

/** The person's card and key. Nothing for a person whose key this process cannot use. */
async function senderOf(room: Newsroom, by: string): Promise<Pick<BundleToWrite, 'sender'>> {
  const key = room.ring.usableKeyOf(by)
  if (!key || key.grade === 'library') return {}
  const { card } = await ownCard(room, by, {})
  return { sender: { card, key: key.id, sign: (hash: string) => room.ring.sign(key.id, hash) } }
}

function leaksFound(
  room: Newsroom,
  bytes: Uint8Array,
  names: readonly string[],
  stories: readonly StoryRead[],
  terms: readonly ProtectedTerm[],
): readonly BundleLeak[] {
  const scanned = stories.map(({ story }) => ({
    isConfirmed: confirmedIn(story.value(), room.desk(), wroteIn(room, story)),
  }))
  return leaksOfBundle(bytes, names, scanned, terms)
}

/** Places that a refusal names. The rest are counted. */
const MOST_TOLD = 5

function refuseLeaks(
  leaks: readonly BundleLeak[],
  stories: readonly StoryRead[],
  terms: readonly ProtectedTerm[],
): void {
  const told = [...new Set(leaks.map((leak) => sentenceOf(leak, stories, terms)))]
  if (told.length === 0) return
  const more = told.length - MOST_TOLD
  const problems = [
    ...told.slice(0, MOST_TOLD),
    ...(more > 0 ? [newsroomText('handOver.more', { count: more })] : []),
  ].join(' ')
  throw new NewsroomError('refused', newsroomText('handOver.refused', { problems }))
}

/** "Source A’s name stands in entry 12 of the history. …" Never the name itself. */
function sentenceOf(
  { nth, hit, where, forEver }: BundleLeak,
  stories: readonly StoryRead[],
  terms: readonly ProtectedTerm[],
): string {
  const headline = nth === undefined || stories.length < 2 ? '' : (stories[nth]?.write.about.headline ?? '')
  const next = forEver ? 'forEver' : hit.confirmable ? 'confirm' : nth === undefined ? 'otherName' : 'takeOut'
  return newsroomText('handOver.leak', {
    name: nameOfHit(hit),
    where,
    story: headline === '' ? '' : newsroomText('handOver.ofStory', { headline: maskNames(headline, terms) }),
    next: newsroomText(`handOver.next.${next}`),
  })
}
