import { newsroomText } from '../../catalogue/rooms/newsroom'
import { listedSources, pseudonyms, type Source } from '../../story/desk/source'
import type { RestingFact } from '../../story/requests/requests'
import { findSource } from './findSource'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'

/** The source book with protected sources sealed, as everything but the desk's own window reads it. */
export const listSources: Action<'source.list'> = (room) => {
  const listed = listedSources(room.library.sources)
  return Promise.resolve(listed.map((source) => sealedSource(source, listed)))
}

/** Every fact of every story that rests on a source, stories oldest first. */
export const factsOfSource: Action<'source.facts'> = async (room, _by, { source }) =>
  restingFacts(room, findSource(room, source).id)
export async function restingFacts(room: Newsroom, source: string): Promise<readonly RestingFact[]> {
  const { sources } = room.desk()
  const found: RestingFact[] = []
  for (const id of room.storyIds()) {
    const summary = (await room.summaries()).find((story) => story.id === id)
    if (!summary || summary.unavailable !== undefined) continue
    const { slug, headline } = summary
    // Reads the story file of a closed story.
    const snapshot = room.isOpen(id) ? undefined : await room.store.readStoryFile(id)
    const view = snapshot?.view ?? (await room.storyNow(id)).view()
    for (const fact of view.facts) {
      const items = fact.evidence.filter((item) => sources.get(item.source)?.id === source)
      if (items.length)
        found.push({
          story: id,
          slug,
          headline,
          fact: fact.id,
          words: fact.words,
          status: fact.status,
          locators: items.map(({ locator }) => locator),
        })
    }
  }
  return found
}

/** A source without its identity and without its keys. Any screen and any command may show it. */
export function sealedSource(source: Source, book: readonly Source[]): Source {
  const { commitmentKey: _key, sameAs: _same, commitment: _commitment, ...known } = source
  if (!source.protected) return known
  const { contact: _contact, pooler: _pooler, poolNumber: _number, wording: _wording, ...rest } = known
  return { ...rest, name: pseudonyms(book).get(source.id) ?? newsroomText('listSources.pseudonym'), aliases: [] }
}
