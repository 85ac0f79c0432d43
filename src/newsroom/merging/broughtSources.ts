/** The sources that come with a story. The source books are united; of two protections the stricter one holds. */
import { isRevealed } from '../../exchange/bundle/sourceShape'
import { listedSources, shownSource, sourceBook, type Source } from '../../story/desk/source'
import type { LibraryEvent } from '../../story/ledger/libraryEvent'
import { defined } from '../../story/text/defined'
import { isSameIdentity } from '../../story/view/commitment'
import { changedFields, freePseudonym } from '../sources/sourceWords'
import type { Newsroom } from '../state/newsroom'

export interface BroughtSources {
  /** The book afterwards. */
  readonly book: ReadonlyMap<string, Source>
  /** Of those that are new here, as they may be shown. */
  readonly names: readonly string[]
  /** Pseudonyms of the protected ones of which becomes known who they are. */
  readonly revealed: readonly string[]
  /** Pseudonyms of those that stay as they are here, although the bundle says who they are. */
  readonly otherwise: readonly string[]
}

interface Union {
  readonly sources: readonly Source[]
  readonly added: readonly Source[]
  readonly revealed: readonly Source[]
  readonly otherwise: readonly Source[]
  readonly events: readonly LibraryEvent[]
}

export function broughtSources(room: Newsroom, brought: readonly Source[]): BroughtSources {
  const { sources, added, revealed, otherwise } = unionOf(room.library.sources, brought)
  const shown = (some: readonly Source[]): readonly string[] =>
    some.map((source) => shownSource(source, listedSources(sources)))
  return { book: sourceBook(sources), names: shown(added), revealed: shown(revealed), otherwise: shown(otherwise) }
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
  const [added, revealed, otherwise]: Source[][] = [[], [], []]
  const events: LibraryEvent[] = []
  for (const source of brought) {
    const known = sources.find(({ id }) => id === source.id)
    if (!known) {
      const fresh = source.protected ? underFreeName(source, sources) : source
      const { id, protected: guarded, groundRules } = fresh
      sources = [...sources, fresh]
      added?.push(fresh)
      if (isRevealed(fresh)) revealed?.push(fresh)
      events.push({ kind: 'sourceAdded', source: id, protected: guarded, groundRules })
      continue
    }
    const after = united(known, source, sources)
    if (after === undefined) otherwise?.push(known)
    else if (after !== known) {
      sources = sources.map((one) => (one === known ? after : one))
      if (known.commitment !== undefined && after.commitment === undefined) revealed?.push(after)
      events.push({
        kind: 'sourceChanged',
        source: known.id,
        fields: changedFields(known, after),
        ...(known.protected === after.protected ? {} : { protected: true }),
      })
    }
  }
  return { sources, added: added ?? [], revealed: revealed ?? [], otherwise: otherwise ?? [], events }
}

/** The source afterwards. Undefined: it stays as it is, although the other says who it is. */
function united(known: Source, brought: Source, sources: readonly Source[]): Source | undefined {
  const guarded: Source =
    brought.protected && !known.protected
      ? { ...known, protected: true, pseudonym: known.pseudonym ?? freePseudonym(sources) }
      : known
  if (!isRevealed(brought)) return guarded
  const stays = guarded === known ? undefined : guarded
  if (known.destroyed || known.mergedInto !== undefined) return stays
  if (known.commitment === undefined)
    // Who it is, is known. Names under which it is known elsewhere are protected here, too.
    return known.commitmentKey === brought.commitmentKey ? withNames(guarded, brought) : stays
  if (!isSameIdentity(known.commitment, brought)) return undefined
  const contact = [...new Set([brought.contact, known.contact].filter((text) => text !== undefined && text !== ''))]
  const { commitment: _commitment, ...rest } = known
  return withNames(
    {
      ...rest,
      ...brought,
      ...defined({ pseudonym: known.pseudonym, contact: contact.length > 0 ? contact.join('; ') : undefined }),
    },
    known,
  )
}

function withNames(source: Source, other: Source): Source {
  const more = [other.name, ...other.aliases].filter(
    (name) => name !== other.pseudonym && name !== source.name && !source.aliases.includes(name),
  )
  return more.length > 0 ? { ...source, aliases: [...source.aliases, ...more] } : source
}

/** "Source A" there may be another source than "Source A" here. */
function underFreeName(source: Source, sources: readonly Source[]): Source {
  const isTaken = sources.some(({ pseudonym, name }) => pseudonym === source.pseudonym || name === source.pseudonym)
  if (!isTaken) return source
  const pseudonym = freePseudonym(sources)
  return { ...source, pseudonym, name: source.name === source.pseudonym ? pseudonym : source.name }
}
