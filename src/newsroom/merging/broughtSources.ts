/** The sources that come with a story. The source books are united; of two protections the stricter one holds. */
import { listedSources, shownSource, sourceBook, type Source } from '../../story/desk/source'
import type { LibraryEvent } from '../../story/ledger/libraryEvent'
import { freePseudonym } from '../sources/sourceWords'
import type { Newsroom } from '../state/newsroom'

export interface BroughtSources {
  /** The book afterwards. */
  readonly book: ReadonlyMap<string, Source>
  /** Of those that are new here, as they may be shown. */
  readonly names: readonly string[]
}

interface Union {
  readonly sources: readonly Source[]
  readonly added: readonly Source[]
  readonly events: readonly LibraryEvent[]
}

export function broughtSources(room: Newsroom, brought: readonly Source[]): BroughtSources {
  const { sources, added } = unionOf(room.library.sources, brought)
  return { book: sourceBook(sources), names: added.map((source) => shownSource(source, listedSources(sources))) }
}

/**
 * Writes them. They come before the story: a protected name is known before any of its words are here, and a source
 * alone gives nothing.
 */
export async function bringSources(room: Newsroom, by: string, brought: readonly Source[]): Promise<void> {
  if (unionOf(room.library.sources, brought).events.length === 0) return
  await room.changeDesk(by, (facts) => {
    const { sources, events } = unionOf(facts.sources, brought)
    return { facts: { ...facts, sources }, answer: undefined, events }
  })
}

function unionOf(here: readonly Source[], brought: readonly Source[]): Union {
  let sources = [...here]
  const added: Source[] = []
  const events: LibraryEvent[] = []
  for (const source of brought) {
    const known = sources.find(({ id }) => id === source.id)
    if (!known) {
      const fresh = source.protected ? underFreeName(source, sources) : source
      const { id, protected: guarded, groundRules } = fresh
      sources = [...sources, fresh]
      added.push(fresh)
      events.push({ kind: 'sourceAdded', source: id, protected: guarded, groundRules })
    } else if (source.protected && !known.protected) {
      const guarded = { ...known, protected: true, pseudonym: known.pseudonym ?? freePseudonym(sources) }
      sources = sources.map((one) => (one === known ? guarded : one))
      events.push({ kind: 'sourceChanged', source: known.id, fields: ['protected'], protected: true })
    }
  }
  return { sources, added, events }
}

/** "Source A" there may be another source than "Source A" here. */
function underFreeName(source: Source, sources: readonly Source[]): Source {
  const isTaken = sources.some(({ pseudonym, name }) => pseudonym === source.pseudonym || name === source.pseudonym)
  if (!isTaken) return source
  const pseudonym = freePseudonym(sources)
  return { ...source, pseudonym, name: source.name === source.pseudonym ? pseudonym : source.name }
}
