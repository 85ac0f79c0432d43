/** Seals for named people who the protected sources of stories are, and what stays out of the open parts with them. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { NEW_LINE, writeSealedPart } from '../../../exchange/bundle/sealedPart'
import { LARGEST_SEALED, LARGEST_SEALED_HEAD } from '../../../exchange/bundle/bundleLimits'
import { whyNotMay } from '../../../story/assessment/people/rights'
import type { Source } from '../../../story/desk/source'
import { canonicalJson } from '../../../story/text/canonicalJson'
import { NewsroomError } from '../../../story/requests/requests'
import type { KnownKey } from '../../../story/trust/keys/knownKeys'
import { seal } from '../../people/seal'
import type { Newsroom } from '../../state/newsroom'
import type { Sharing } from './captured'
import { hitsIn, snapshotLeaks, type BundleLeak } from './leaks'
import { sealingKeysOf, whyNotShared } from './receivers'
import { termsBeside, textsOfSecret } from './secrets'
import type { StoryRead } from './storyToHandOver'

/** What is shared, and with whom. */
export interface Shared {
  /** Of each story. */
  readonly stories: readonly Sharing[]
  /** Ids of all sources that are shared. */
  readonly shared: ReadonlySet<string>
  readonly people: readonly string[]
  readonly keys: readonly KnownKey[]
  /** Pseudonyms. */
  readonly names: readonly string[]
  /** Names of other protected sources in the records that are shared. */
  readonly leaks: readonly BundleLeak[]
}

export const namesOf = (sources: readonly Source[]): readonly string[] =>
  [...new Set(sources.map(({ id, pseudonym = id }) => pseudonym))].sort()

/** Undefined: nobody is named, or no story has a protected source that is known here. Throws a refusal. */
export function sharingOf(
  room: Newsroom,
  by: string,
  stories: readonly StoryRead[],
  people: readonly string[],
): Shared | undefined {
  const secrets = stories.flatMap((story) => story.secrets)
  if (people.length === 0 || secrets.length === 0) return undefined
  const why = whyNotShared(room, by, people)
  if (why !== undefined) throw new NewsroomError('refused', why)
  const sharing = stories.map((story) => {
    const shared = new Set(story.secrets.map(({ id }) => id))
    return { shared, terms: termsBeside(shared, room.library.sources) }
  })
  return {
    people,
    keys: people.flatMap((person) => sealingKeysOf(room, person)),
    stories: sharing,
    shared: new Set(secrets.map(({ id }) => id)),
    names: namesOf(secrets),
    leaks: stories.flatMap((story, nth) =>
      story.secrets.flatMap((secret) =>
        hitsIn(textsOfSecret(secret), sharing[nth]?.terms ?? []).map((hit) => ({
          nth,
          hit,
          where: newsroomText('handOver.place.sources'),
          forEver: false,
        })),
      ),
    ),
  }
}

/** Snapshots that stay here although others are sealed: they name a source that is not shared. */
export const snapshotsHeld = ({ naming, secrets }: StoryRead, share: Sharing | undefined): number =>
  share && secrets.length > 0 ? naming.filter((one) => snapshotLeaks(one, share.terms)).length : naming.length

/**
 * Throws a refusal if the source book is another one than the bundle was made from: somebody may have become protected
 * since, or their identity destroyed.
 */
export function refuseChangedBook(now: readonly Source[], book: readonly Source[]): void {
  if (now !== book && canonicalJson(now) !== canonicalJson(book))
    throw new NewsroomError('refused', newsroomText('handOver.bookChanged'))
}

/**
 * Notes in the library's history which sources were shared with whom, before anything leaves. Refuses if the right, the
 * trust in a key or the source book changed since.
 */
export const noteShared = (
  room: Newsroom,
  by: string,
  { shared, people, keys }: Shared,
  book: readonly Source[],
): Promise<void> =>
  room.changeDesk(by, (facts) => {
    refuseChangedBook(facts.sources, book)
    const why = whyNotMay('shareSources', by, { desk: facts })
    if (why !== undefined) throw new NewsroomError('refused', newsroomText('handOver.mayNotShare', { why }))
    const ended = keys.find(({ id, person }) => !sealingKeysOf(room, person).some((key) => key.id === id))
    if (ended) throw new NewsroomError('refused', newsroomText('handOver.noSealingKey', { person: ended.person }))
    return { facts, answer: undefined, events: [{ kind: 'sourcesShared', sources: [...shared], people }] }
  })

interface ToSeal extends Shared {
  /** Files, of each story. */
  readonly secret: readonly ReadonlyMap<string, Uint8Array>[]
  readonly made: string
  /** Id of the key that signs the bundle. */
  readonly from: string | undefined
}

/** One age file a story; undefined for a story without a source to share. */
export async function sealedParts(
  stories: readonly StoryRead[],
  { people, keys, stories: sharing, secret, made, from }: ToSeal,
): Promise<readonly (Uint8Array | undefined)[]> {
  const failed = (): NewsroomError =>
    new NewsroomError('failed', newsroomText('handOver.sealFailed', { people: people.join(', ') }))
  // Without a signature nobody could tell who sealed it.
  if (from === undefined) throw failed()
  const parts: (Uint8Array | undefined)[] = []
  for (const [at, { story, secrets, naming }] of stories.entries()) {
    if (secrets.length === 0) {
      parts.push(undefined)
      continue
    }
    const plain = writeSealedPart({
      story: story.id,
      guid: story.guid,
      from,
      made,
      keys: keys.map(({ id }) => id),
      sources: secrets,
      snapshots: naming.filter((one) => !snapshotLeaks(one, sharing[at]?.terms ?? [])),
      files: secret[at] ?? new Map(),
    })
    if (plain.length > LARGEST_SEALED / 2 + SLACK || plain.indexOf(NEW_LINE) > LARGEST_SEALED_HEAD) throw failed()
    const recipients = keys.flatMap(({ recipient }) => (recipient === undefined ? [] : [recipient]))
    parts.push(await seal(plain, recipients).catch(() => Promise.reject(failed())))
  }
  return parts
}

/** Bytes for records and snapshots beside the captured files. */
const SLACK = LARGEST_SEALED / 4
