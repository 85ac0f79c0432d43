/** The source book: what people do with it. Every change has its line in the library's ledger, which never holds a name. */
import type { LibraryEvent } from '../../story/ledger/ledgerEntry'
import { NewsroomError, type RestingFact } from '../../story/requests/requests'
import {
  listedSources,
  pseudonymAt,
  pseudonyms,
  shownSource,
  SOURCE_KIND_WORDS,
  sourcesCalled,
  type Source,
  type SourceWords,
} from '../../story/desk/source'
import { isAuthorOf } from '../../story/assessment/story'
import type { LibraryFacts } from '../../storage/disk/storyStore'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'

export const addSource: Action<'source.add'> = (
  room,
  by,
  { name, kind, groundRules = 'onTheRecord', protected: guarded = false, aliases = [], ...more },
) =>
  room.changeDesk(by, (facts) => {
    const words = tidied({
      name: readName(name),
      kind,
      groundRules,
      protected: guarded,
      aliases,
      ...given(withOriginIds(more, facts.sources)),
    })
    const id = room.ids.next('source', (taken) => facts.sources.some((source) => source.id === taken))
    const source: Source = {
      ...words,
      id,
      groundRulesVersion: 1,
      ...(guarded ? { pseudonym: freePseudonym(facts.sources) } : {}),
    }
    refuseTakenName(facts.sources, source)
    refuseUnknownOrigins(facts.sources, source)
    return {
      facts: { ...facts, sources: [...facts.sources, source] },
      answer: { id },
      events: [{ kind: 'sourceAdded', source: id, protected: guarded, groundRules }],
    }
  })

/**
 * Changes a source. Other ground rules, wording or description raise their version, which sends every fact that rests on it
 * to re-check. What weakens protection needs a reason and someone whose stories do not rest on the source.
 */
export const editSource: Action<'source.edit'> = async (room, by, { source: called, reason, name, ...changes }) => {
  const standing = findSource(room, called)
  const { id } = standing
  const wanted = {
    ...given(withOriginIds(changes, room.library.sources)),
    ...(name === undefined ? {} : { name: readName(name) }),
  } as Partial<SourceWords>
  if (weakensProtection(standing, wanted)) await refuseToWeaken(room, by, standing, reason)
  return room.changeDesk(by, (facts) => {
    const before = sourceOf(facts, id)
    if (before.destroyed)
      throw new NewsroomError(
        'refused',
        `The identity of ${before.name} was destroyed: nothing about it can be written any more.`,
      )
    const after = tidied({ ...before, ...wanted }) as Source
    const fields = changedFields(before, after)
    if (fields.length === 0) return { facts, answer: sealedSource(before, facts.sources) }
    const renewed = fields.some((field) => field === 'groundRules' || field === 'wording' || field === 'description')
    const source: Source = {
      ...after,
      // The old name of a protected source is as telling as the new one.
      ...(after.protected && before.protected && after.name !== before.name
        ? { aliases: [...new Set([...after.aliases, before.name])] }
        : {}),
      ...(after.protected && after.pseudonym === undefined ? { pseudonym: freePseudonym(facts.sources) } : {}),
    }
    refuseTakenName(facts.sources, source)
    refuseUnknownOrigins(facts.sources, source)
    // Sign-offs that named a source merged into this one count by its version.
    const sources = facts.sources.map((other) => {
      const next = other.id === id ? source : other
      return renewed && (other.id === id || leadsTo(other, id, facts.sources))
        ? { ...next, groundRulesVersion: next.groundRulesVersion + 1 }
        : next
    })
    const event: LibraryEvent = {
      kind: 'sourceChanged',
      source: id,
      fields,
      ...(before.protected === source.protected ? {} : { protected: source.protected }),
      ...(before.groundRules === source.groundRules ? {} : { groundRules: source.groundRules }),
      ...(reason?.trim() ? { reason: reason.trim() } : {}),
    }
    return {
      facts: { ...facts, sources },
      answer: sealedSource(sources.find((other) => other.id === id) ?? source, sources),
      events: [event],
    }
  })
}

/** Makes two entries one: facts that rest on `source` rest on `into` from now on, and its names become aliases. */
export const mergeSources: Action<'source.merge'> = async (room, by, { source, into: other }) => {
  const from = findSource(room, source)
  const kept = findSource(room, other)
  const [{ id }, { id: into }] = [from, kept]
  if (id === into) throw new NewsroomError('usage', 'A source cannot be merged with itself.')
  if (from.destroyed || kept.destroyed)
    throw new NewsroomError(
      'refused',
      'A source whose identity was destroyed cannot be merged: nobody can say any more that they are one.',
    )
  await room.changeDesk(by, (facts) => {
    const [gone, stays] = [sourceOf(facts, id), sourceOf(facts, into)]
    const guarded = gone.protected || stays.protected
    const pseudonym = stays.pseudonym ?? gone.pseudonym
    const aliases = [...new Set([...stays.aliases, gone.name, ...gone.aliases])].filter((name) => name !== stays.name)
    const contact = [
      ...new Set([stays.contact, gone.contact].filter((text) => text !== undefined && text !== '')),
    ].join('; ')
    const origins = [...new Set([...(stays.derivedFrom ?? []), ...(gone.derivedFrom ?? [])])].filter(
      (other) => other !== id && other !== into,
    )
    const { contact: _contact, derivedFrom: _origins, pseudonym: _pseudonym, ...rest } = stays
    const merged: Source = {
      ...rest,
      protected: guarded,
      aliases,
      ...(contact === '' ? {} : { contact }),
      ...(origins.length ? { derivedFrom: origins } : {}),
      ...(guarded ? { pseudonym: pseudonym ?? freePseudonym(facts.sources) } : {}),
    }
    // Only what its sign-offs count by is left of it.
    const sameTerms =
      gone.groundRules === stays.groundRules &&
      (gone.wording ?? '') === (stays.wording ?? '') &&
      (gone.description ?? '') === (stays.description ?? '')
    const stub: Source = {
      id,
      name: id,
      kind: stays.kind,
      groundRules: stays.groundRules,
      protected: false,
      aliases: [],
      mergedInto: into,
      groundRulesVersion: gone.groundRulesVersion + (sameTerms ? 0 : 1),
    }
    const sources = facts.sources.map((source) =>
      source.id === id ? stub : source.id === into ? merged : repointed(source, id, into),
    )
    return { facts: { ...facts, sources }, answer: {}, events: [{ kind: 'sourceMerged', source: id, into }] }
  })
  return {}
}

/**
 * Destroys the identity of a protected source; the pseudonym, the ground rules and the sign-offs stay. Nothing brings it back.
 */
export const destroySource: Action<'source.destroy'> = async (room, by, { source: called, reason }) => {
  const standing = findSource(room, called)
  const { id } = standing
  if (!standing.protected)
    throw new NewsroomError('refused', 'Only the identity of a protected source can be destroyed. Protect it first.')
  if (reason.trim() === '')
    throw new NewsroomError(
      'usage',
      'Say why: the reason stays in the library’s ledger, and nothing brings the identity back.',
    )
  refuseReporter(room, by)
  await room.changeDesk(by, (facts) => {
    const before = sourceOf(facts, id)
    const name = pseudonyms(facts.sources).get(id) ?? 'Source'
    const { contact: _contact, wording: _wording, pooler: _pooler, poolNumber: _number, ...rest } = before
    const source: Source = {
      ...rest,
      name,
      aliases: [],
      pseudonym: name,
      destroyed: before.destroyed ?? { by, at: room.clock.now() },
    }
    return {
      facts: { ...facts, sources: facts.sources.map((other) => (other.id === id ? source : other)) },
      answer: {},
      events: before.destroyed ? [] : [{ kind: 'sourceDestroyed', source: id, reason: reason.trim() }],
    }
  })
  // The generation before is kept beside every file: written once more, it holds no name either.
  await room.store.writeSources(room.library.sources)
  return {}
}

/** Protected sources as everything but the desk's own window reads them. */
export const listSources: Action<'source.list'> = (room) => {
  const listed = listedSources(room.library.sources)
  return Promise.resolve(listed.map((source) => sealedSource(source, listed)))
}

/** Every fact of every story that rests on a source, stories oldest first. */
export const factsOfSource: Action<'source.facts'> = async (room, _by, { source }) =>
  restingFacts(room, findSource(room, source).id)

async function restingFacts(room: Newsroom, source: string): Promise<readonly RestingFact[]> {
  const { sources } = room.desk()
  const found: RestingFact[] = []
  for (const id of room.storyIds()) {
    const summary = (await room.summaries()).find((story) => story.id === id)
    if (!summary || summary.unavailable !== undefined) continue
    const { slug, headline } = summary
    // A story that is not open is read as its snapshot has it.
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

/** The identity taken off: what is left may be shown on any screen and printed by any command. */
export function sealedSource(source: Source, book: readonly Source[]): Source {
  if (!source.protected) return source
  const { contact: _contact, pooler: _pooler, poolNumber: _number, wording: _wording, ...rest } = source
  return { ...rest, name: pseudonyms(book).get(source.id) ?? 'Source', aliases: [] }
}

/** By id, pseudonym, name or alias, as it is shown. Throws a usage error when there is none or it may be several. */
function findSource(room: Newsroom, called: string): Source {
  return oneCalled(room.library.sources, called)
}

function oneCalled(sources: readonly Source[], called: string): Source {
  const [found, ...others] = sourcesCalled(sources, called)
  if (!found)
    throw new NewsroomError(
      'usage',
      `The source book has no source “${called}”. “stet source list” lists them; a protected one goes by its pseudonym.`,
    )
  if (others.length === 0) return found
  const shown = [found, ...others].map(
    (source) => `${source.id} (${shownSource(source, sources)}, ${SOURCE_KIND_WORDS[source.kind].toLowerCase()})`,
  )
  throw new NewsroomError(
    'usage',
    `“${called}” may be ${shown.slice(0, -1).join(', ')} or ${shown.at(-1) ?? ''}. Give the id.`,
  )
}

/** People may name what a source rests on; what is kept are ids. */
const withOriginIds = <W extends { readonly derivedFrom?: readonly string[] | undefined }>(
  words: W,
  sources: readonly Source[],
): W =>
  words.derivedFrom === undefined
    ? words
    : { ...words, derivedFrom: words.derivedFrom.map((called) => oneCalled(sources, called).id) }

function sourceOf({ sources }: Pick<LibraryFacts, 'sources'>, id: string): Source {
  const found = sources.find((source) => source.id === id && source.mergedInto === undefined)
  if (!found) throw new NewsroomError('usage', `The source book has no source ${id}.`)
  return found
}

/** By its id, its exact name, or as it is shown. Throws a usage error when it may be several. */
export function sourceNamed(room: Newsroom, given: string): Source | undefined {
  const listed = listedSources(room.library.sources)
  const exact = listed.find(({ id }) => id === given) ?? listed.find(({ name }) => name === given)
  return exact ?? (sourcesCalled(listed, given).length > 0 ? oneCalled(listed, given) : undefined)
}

/** Unprotected, or fewer names to look for in what leaves the desk. */
function weakensProtection(before: Source, wanted: Partial<SourceWords>): boolean {
  if (!before.protected) return false
  const fewer = wanted.aliases !== undefined && before.aliases.some((alias) => !wanted.aliases?.includes(alias))
  return (
    wanted.protected === false ||
    fewer ||
    (wanted.contact !== undefined && before.contact !== undefined && wanted.contact !== before.contact)
  )
}

async function refuseToWeaken(room: Newsroom, by: string, source: Source, reason: string | undefined): Promise<void> {
  if ((reason?.trim() ?? '') === '')
    throw new NewsroomError(
      'usage',
      'Say why: taking protection off a source, or a name or contact away from it, stays in the library’s ledger.',
    )
  if (room.desk().settings.deskOfOne) return
  refuseReporter(room, by)
  for (const id of new Set((await restingFacts(room, source.id)).map(({ story }) => story))) {
    if (isAuthorOf((await room.storyNow(id)).value().fields, by)) {
      throw new NewsroomError(
        'refused',
        `${by} is the author of a story that rests on this source, or has a byline there: someone else must take protection off it.`,
      )
    }
  }
}

function refuseReporter(room: Newsroom, by: string): void {
  const { role } = room.onRoster(by) ?? {}
  if (role !== 'reporter' || room.desk().settings.deskOfOne) return
  throw new NewsroomError('refused', `An editor, a checker or legal does that; ${by} is a reporter on the roster.`)
}

const TEXTS = ['wording', 'description', 'contact', 'pooler', 'poolNumber'] as const

/** Characters; each export looks for every one of them, and an expression that is too long to be looked for would name it in its error. */
const LONGEST_NAME = 500
const LONGEST_CONTACT = 5000

function refuseEndless({ name, aliases, contact = '' }: SourceWords): void {
  if ([name, ...aliases].some((text) => text.length > LONGEST_NAME))
    throw new NewsroomError('usage', `A name or alias has ${LONGEST_NAME} characters at most. Nothing was changed.`)
  if (contact.length > LONGEST_CONTACT)
    throw new NewsroomError('usage', `A contact has ${LONGEST_CONTACT} characters at most. Nothing was changed.`)
}

/** Texts without white space around them; empty ones are absent. Throws a usage error for names and contacts that no person has. */
function tidied<S extends SourceWords>(source: S): S {
  refuseEndless(source)
  const next: Record<string, unknown> = {
    ...(source as object),
    aliases: [...new Set(source.aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''))],
  }
  for (const field of TEXTS) {
    const text = source[field]?.trim()
    if (text === undefined || text === '') delete next[field]
    else next[field] = text
  }
  if (!source.derivedFrom?.length) delete next['derivedFrom']
  if (source.officialRecord !== true) delete next['officialRecord']
  return next as unknown as S
}

function changedFields(before: Source, after: Source): readonly string[] {
  const fields: readonly (keyof SourceWords)[] = [
    'name',
    'kind',
    'groundRules',
    'wording',
    'description',
    'protected',
    'aliases',
    'contact',
    'pooler',
    'poolNumber',
    'derivedFrom',
    'officialRecord',
  ]
  return fields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
}

const given = <T extends object>(words: T): Partial<T> =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Partial<T>

function refuseTakenName(sources: readonly Source[], source: Source): void {
  const same = listedSources(sources).find((other) => other.id !== source.id && other.name === source.name)
  if (same) throw new NewsroomError('usage', `The source book has a source named “${source.name}” already.`)
}

function refuseUnknownOrigins(sources: readonly Source[], { id, derivedFrom = [] }: Source): void {
  for (const origin of derivedFrom) {
    if (origin === id) throw new NewsroomError('usage', 'A source cannot rest on itself.')
    if (!listedSources(sources).some((other) => other.id === origin))
      throw new NewsroomError('usage', `The source book has no source ${origin} to rest on.`)
  }
}

function leadsTo(source: Source, id: string, sources: readonly Source[]): boolean {
  const seen = new Set<string>()
  for (
    let at: Source | undefined = source;
    at?.mergedInto !== undefined && !seen.has(at.id);
    at = sources.find((other) => other.id === at?.mergedInto)
  ) {
    seen.add(at.id)
    if (at.mergedInto === id) return true
  }
  return false
}

function repointed(source: Source, from: string, into: string): Source {
  if (!source.derivedFrom?.includes(from)) return source
  const derivedFrom = [...new Set(source.derivedFrom.map((id) => (id === from ? into : id)))].filter(
    (id) => id !== source.id,
  )
  return tidied({ ...source, derivedFrom })
}

/** Never one that another source has or had. */
function freePseudonym(sources: readonly Source[]): string {
  const taken = new Set([...pseudonyms(sources).values(), ...sources.flatMap(({ pseudonym }) => pseudonym ?? [])])
  let index = 0
  while (taken.has(pseudonymAt(index))) index++
  return pseudonymAt(index)
}

function readName(name: string): string {
  if (name.trim() === '') throw new NewsroomError('usage', 'A source needs a name.')
  return name.trim()
}
