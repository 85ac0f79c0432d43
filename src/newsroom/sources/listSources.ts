import { listedSources, NO_PSEUDONYM, pseudonyms, type Source } from '../../story/desk/source'
import type { RestingFact } from '../../story/requests/requests'
import type { IndexedFact } from '../../storage/storyIndex/indexedStory'
import type { RestingStory } from '../../storage/storyIndex/storyIndex'
import { findSource } from './findSource'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { restingFactsOf } from '../storyIndex/indexedStory'

/** The source book with protected sources sealed, as everything but the desk's own window reads it. */
export const listSources: Action<'source.list'> = (room) => {
  const listed = listedSources(room.library.sources)
  return Promise.resolve(listed.map((source) => sealedSource(source, listed)))
}

/** Every fact of every story that rests on a source, stories oldest first. */
export const factsOfSource: Action<'source.facts'> = async (room, _by, { source }) =>
  restingFacts(room, findSource(room, source).id)

/** Every fact of every story that rests on the source with this id, stories oldest first. Sealed stories are read. */
export async function restingFacts(room: Newsroom, source: string): Promise<readonly RestingFact[]> {
  const { sources } = room.desk()
  const resting: RestingFact[] = []
  for (const { row, sealed, facts } of await storiesResting(room, source)) {
    if (facts.length === 0) continue
    const { id, slug, headline } = await room.index.shown({ row, sealed })
    for (const { fact, words, status, rests } of sealed ? await factsItself(room, id) : facts) {
      const locators = rests.filter((item) => sources.get(item.source)?.id === source).map(({ locator }) => locator)
      if (locators.length > 0) resting.push({ story: id, slug, headline, fact, words, status, locators })
    }
  }
  return resting
}

/** Ids of the stories with a fact that rests, or ever rested, on a source. */
export const storiesThatUsed = async (room: Newsroom, source: string): Promise<readonly string[]> =>
  (await storiesResting(room, source)).map(({ row }) => row.id)

/** The source with all that were merged into it. */
export const idsOfSource = (room: Newsroom, source: string): readonly string[] =>
  [...room.desk().sources].flatMap(([id, { id: leadsTo }]) => (leadsTo === source ? [id] : []))

async function storiesResting(room: Newsroom, source: string): Promise<readonly RestingStory[]> {
  const ask = () => room.index.question('resting', idsOfSource(room, source))
  const first = await ask()
  return (await room.index.wasBehind(first.map(({ row }) => row.id))) ? ask() : first
}

/** The index has them with a protected name masked: the story has the words. */
async function factsItself(room: Newsroom, id: string): Promise<readonly IndexedFact[]> {
  const entry = room.isOpen(id) ? undefined : await room.store.readEntry(id)
  return restingFactsOf(entry?.file.view ?? (await room.storyNow(id)).view())
}

/** A source without its identity and without its keys. Any screen and any command may show it. */
export function sealedSource(source: Source, book: readonly Source[]): Source {
  const { commitmentKey: _key, sameAs: _same, commitment: _commitment, ...known } = source
  if (!source.protected) return known
  const { contact: _contact, pooler: _pooler, poolNumber: _number, wording: _wording, ...rest } = known
  return { ...rest, name: pseudonyms(book).get(source.id) ?? NO_PSEUDONYM, aliases: [] }
}
