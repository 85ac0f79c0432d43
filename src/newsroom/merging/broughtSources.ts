/** The sources that come with a story. The source books are united; of two protections the stricter one holds. */
import { withSecrets } from '../../exchange/bundle/revealedSources'
import { isRevealed, isUsableContact } from '../../exchange/bundle/sourceShape'
import { GROUND_RULES, listedSources, shownSource, sourceBook, type Source } from '../../story/desk/source'
import { joinedContacts } from '../../story/desk/contact'
import type { LibraryEvent } from '../../story/ledger/events/libraryEvent'
import { commitmentOf, committedName, haveSameTerms } from '../../story/view/commitment'
import { changedFields, freePseudonym } from '../sources/sourceWords'
import type { Newsroom } from '../state/newsroom'

export interface BroughtSources {
  /** The book afterwards. */
  readonly book: ReadonlyMap<string, Source>
  /** The same as a list. */
  readonly sources: readonly Source[]
  /** Of those that are new here, as they may be shown. */
  readonly names: readonly string[]
  /** Something becomes known, and protected, of who a source is. */
  readonly learned: boolean
  /** Pseudonyms of those that were open here and are protected from now on. */
  readonly guarded: readonly string[]
  /** Pseudonyms of the protected ones of which becomes known who they are. */
  readonly revealed: readonly string[]
  /** Pseudonyms of those that stay as they are here, although the bundle says who they are. */
  readonly otherwise: readonly string[]
}

interface Union {
  readonly sources: readonly Source[]
  readonly added: readonly Source[]
  readonly guarded: readonly Source[]
  readonly revealed: readonly Source[]
  readonly otherwise: readonly Source[]
  readonly events: readonly LibraryEvent[]
  readonly learned: boolean
}

/** The source book as a merge would make it, and what it changes. Writes nothing. */
export function broughtSources(room: Newsroom, brought: readonly Source[]): BroughtSources {
  const { sources, added, guarded, revealed, otherwise, learned } = unionOf(room.library.sources, brought)
  const shown = (some: readonly Source[]): readonly string[] =>
    some.map((source) => shownSource(source, listedSources(sources)))
  return {
    book: sourceBook(sources),
    learned,
    sources,
    names: shown(added),
    guarded: shown(guarded),
    revealed: shown(revealed),
    otherwise: shown(otherwise),
  }
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
  const [added, guarded, revealed, otherwise]: Source[][] = [[], [], [], []]
  const events: LibraryEvent[] = []
  let learned = false
  const bookThere = sourceBook(brought)
  const guard = (known: Source): void => {
    const after = { ...known, protected: true, pseudonym: known.pseudonym ?? freePseudonym(sources) }
    sources = sources.map((one) => (one === known ? after : one))
    guarded?.push(after)
    events.push({ kind: 'sourceChanged', source: known.id, fields: changedFields(known, after), protected: true })
  }
  for (const source of brought) {
    // What a source was merged into there is the same person.
    const isProtected = source.protected || bookThere.get(source.id)?.protected === true
    const open = isProtected ? openFor(source.id, sources) : undefined
    if (open) guard(open)
    const named = sources.find(({ id }) => id === source.id)
    const known = named && isRevealed(source) ? keptFor(named, sources) : named
    if (!known) {
      const fresh = source.protected ? underFreeName(source, sources) : source
      const { id, groundRules } = fresh
      sources = [...sources, fresh]
      added?.push(fresh)
      if (isRevealed(fresh)) revealed?.push(fresh)
      learned ||= isRevealed(fresh)
      events.push({ kind: 'sourceAdded', source: id, protected: fresh.protected, groundRules })
      continue
    }
    const after = united(known, source, { isMerged: known !== named, bookThere })
    if (after === undefined && !open) otherwise?.push(known)
    else if (after !== undefined && after !== known) {
      sources = sources.map((one) => (one === known ? after : one))
      learned ||= isRevealed(source)
      if (known.commitment !== undefined && after.commitment === undefined) revealed?.push(after)
      events.push({
        kind: 'sourceChanged',
        source: known.id,
        fields: changedFields(known, after),
      })
    }
  }
  return {
    sources,
    added: added ?? [],
    guarded: guarded ?? [],
    revealed: revealed ?? [],
    otherwise: otherwise ?? [],
    events,
    learned,
  }
}

/** What a source was merged into here, if its names are protected there. Else the source itself. */
function keptFor(source: Source, sources: readonly Source[]): Source {
  const id = sourceBook(sources).get(source.id)?.id
  const kept = sources.find((one) => one.id === id) ?? source
  return kept.protected && !kept.destroyed && kept.mergedInto === undefined ? kept : source
}

/** The source here that this id leads to, if its names may leave: also that into which people here merged it. */
function openFor(id: string, sources: readonly Source[]): Source | undefined {
  const kept = sourceBook(sources).get(id)?.id
  return sources.find((one) => one.id === kept && !one.protected)
}

interface Around {
  /** The source that is known here is the one that it was merged into. */
  readonly isMerged: boolean
  /** The sources of the bundle. */
  readonly bookThere: ReadonlyMap<string, Source>
}

/** The source afterwards. Undefined: it stays as it is, although the other says who it is. */
function united(known: Source, brought: Source, { isMerged, bookThere }: Around): Source | undefined {
  if (!isRevealed(brought)) return known
  if (known.destroyed || known.mergedInto !== undefined) return undefined
  // People here said that it is this one.
  if (isMerged) return withNames(known, brought)
  const { commitment } = known
  if (commitment === undefined)
    // Who it is, is known. Names under which it is known elsewhere are protected here, too.
    return known.commitmentKey === brought.commitmentKey ? withNames(known, brought) : undefined
  const name = committedName(commitment, brought)
  if (name === undefined) return undefined
  return opened(known, brought, name, haveSameTerms(commitmentOf(brought.id, bookThere), commitment))
}

/**
 * Of a record that was opened only who it is counts, under the name to which signatures commit. Kind, description and
 * roots stay as they are here, so that no tick comes back. The stricter ground rules hold, and their version never goes
 * down.
 */
function opened(known: Source, brought: Source, name: string, areSameTerms: boolean): Source {
  const aliases = [...new Set([brought.name, ...brought.aliases])].filter((one) => one !== name)
  const record = withNames(withSecrets(known, { ...known, ...brought, name, aliases }), known)
  const next = { ...record, ...contactOf(known, brought) }
  if (areSameTerms && known.groundRules === brought.groundRules) return next
  const isStricter = GROUND_RULES.indexOf(brought.groundRules) > GROUND_RULES.indexOf(known.groundRules)
  return {
    ...next,
    groundRules: isStricter ? brought.groundRules : known.groundRules,
    groundRulesVersion: Math.max(known.groundRulesVersion, brought.groundRulesVersion),
  }
}

/** Names beyond these would make a record that no other machine takes. */
const MOST_NAMES = 1000

/** With the names and the contact of another record of the same source, as far as there is room. */
function withNames(source: Source, other: Source): Source {
  const more = [other.name, ...other.aliases]
    .filter((name) => name !== other.pseudonym && name !== source.name && !source.aliases.includes(name))
    .slice(0, Math.max(0, MOST_NAMES - source.aliases.length))
  const { contact } = contactOf(source, other)
  const next = more.length > 0 ? { ...source, aliases: [...source.aliases, ...more] } : source
  return contact === undefined || contact === source.contact ? next : { ...next, contact }
}

/** Both contacts, if together they are not too long to be sought; else the first. */
function contactOf(source: Source, other: Source): Pick<Source, 'contact'> {
  const both = joinedContacts(source.contact ?? '', other.contact ?? '')
  if (both === '') return {}
  return { contact: isUsableContact(both) ? both : joinedContacts(source.contact ?? '', '') || both }
}

/** "Source A" there may be another source than "Source A" here. */
function underFreeName(source: Source, sources: readonly Source[]): Source {
  const isTaken = sources.some(({ pseudonym, name }) => pseudonym === source.pseudonym || name === source.pseudonym)
  if (!isTaken) return source
  const pseudonym = freePseudonym(sources)
  return { ...source, pseudonym, name: source.name === source.pseudonym ? pseudonym : source.name }
}
