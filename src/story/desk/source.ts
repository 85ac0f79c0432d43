/** The library's source book. */
import { wordsFor } from '../../catalogue/rooms/wordsFor'
import { deskText } from '../../catalogue/story/desk'
import { sameName } from '../text/words/personName'

export const SOURCE_KINDS = [
  'person',
  'document',
  'official',
  'pool',
  'outlet',
  'dataset',
  'observation',
  'media',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]
export const GROUND_RULES = ['onTheRecord', 'background', 'deepBackground', 'offTheRecord'] as const
export type GroundRules = (typeof GROUND_RULES)[number]

/** The parts of a source that people edit. */
/** Characters of a name and of a contact that people may give. Each export is searched for them. */
export const LONGEST_NAME = 500
export const LONGEST_CONTACT = 5000

export interface SourceWords {
  readonly name: string
  readonly kind: SourceKind
  readonly groundRules: GroundRules
  /** The terms as they were negotiated, word for word. */
  readonly wording?: string
  /** Background: the description that must be in the sentence: "a senior Korean official". */
  readonly description?: string
  /** The identity must never leave the desk. */
  readonly protected: boolean
  readonly aliases: readonly string[]
  readonly contact?: string
  /** Pool reports: who wrote it, and its number. */
  readonly pooler?: string
  readonly poolNumber?: string
  /** Ids of the sources behind this one. Two wires with one pool report behind them are one source. */
  readonly derivedFrom?: readonly string[]
  /** An official record (court file, register, gazette). It can support an allegation alone. */
  readonly officialRecord?: boolean
}

export interface Source extends SourceWords {
  readonly id: string
  /** Increases when the ground rules, their wording or the agreed description change. Sign-offs store it. */
  readonly groundRulesVersion: number
  /** The name shown for a protected source: "Source A". Never given to another source. */
  readonly pseudonym?: string
  /** The identity was destroyed. Only the pseudonym is left. */
  readonly destroyed?: { readonly by: string; /** ISO 8601 instant. */ readonly at: string }
  /** The same as another source. Facts that name this one rest on that one. */
  readonly mergedInto?: string
  /** An own observation that was merged into another kind of source. What was seen stays what somebody saw. */
  readonly observed?: true
  /**
   * 32 random bytes (hex) under which sign-offs commit to this source (story/view/commitment.ts). It stays in the
   * source book's file. Absent until the library is next written by a Stet that knows it, and after the identity is
   * destroyed.
   */
  readonly commitmentKey?: string
  /** Commitments to earlier spellings of the name: an editor logged the change as one of spelling. */
  readonly sameAs?: readonly string[]
  /** The commitment at the time when the identity was destroyed. */
  readonly commitment?: string
}

export const SOURCE_KIND_WORDS = wordsFor(SOURCE_KINDS, (sourceKind) => deskText(`sourceKind.${sourceKind}`))
export const GROUND_RULES_WORDS = wordsFor(GROUND_RULES, (groundRules) => deskText(`groundRules.${groundRules}`))

const SOURCE_FIELDS = [
  'aliases',
  'contact',
  'derivedFrom',
  'description',
  'groundRules',
  'kind',
  'name',
  'officialRecord',
  'poolNumber',
  'pooler',
  'protected',
  'wording',
] as const
const isSourceField = (name: string): name is (typeof SOURCE_FIELDS)[number] =>
  (SOURCE_FIELDS as readonly string[]).includes(name)

/** "groundRules" → "ground rules", in the reader's language. */
export const sourceFieldWords = (field: string): string =>
  isSourceField(field) ? deskText(`sourceField.${field}`) : field

/** The source book by id. The id of a merged source leads to the source it was merged into. */
export function sourceBook(sources: readonly Source[]): ReadonlyMap<string, Source> {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const book = new Map<string, Source>()
  for (const source of sources) {
    const { kept, observed } = followMerges(source, byId)
    const { groundRulesVersion } = source
    // Keeps its own version: sign-offs that named it stored that one.
    const merged = { ...kept, groundRulesVersion, ...(observed ? { observed: true as const } : {}) }
    book.set(source.id, kept === source ? source : merged)
  }
  return book
}

/** Whether what rests on this source is what a person saw. */
export const isObservation = ({ kind, observed }: Source): boolean => kind === 'observation' || observed === true

function followMerges(
  source: Source,
  byId: ReadonlyMap<string, Source>,
): { readonly kept: Source; readonly observed: boolean } {
  const seen = new Set<string>()
  let kept = source
  let observed = isObservation(source)
  while (kept.mergedInto !== undefined && !seen.has(kept.id)) {
    seen.add(kept.id)
    const next = byId.get(kept.mergedInto)
    if (!next) break
    kept = next
    observed ||= isObservation(kept)
  }
  return { kept, observed }
}

/** The sources of the book, without merged ones. */
export const listedSources = (sources: readonly Source[]): readonly Source[] =>
  sources.filter(({ mergedInto }) => mergedInto === undefined)

/**
 * The sources that a text may mean: by id, else by name, else by alias. A protected source matches only its pseudonym:
 * a person who types a name must not learn that it is in the book.
 */
export function sourcesCalled(sources: readonly Source[], given: string): readonly Source[] {
  const listed = listedSources(sources)
  const own = listed.find(({ id }) => id === given)
  if (own) return [own]
  const names = pseudonyms(listed)
  const called = listed.filter((source) =>
    source.protected
      ? [names.get(source.id) ?? NO_PSEUDONYM, shownSource(source, listed)].some((name) => sameName(name, given))
      : sameName(source.name, given),
  )
  return called.length > 0
    ? called
    : listed.filter((source) => !source.protected && source.aliases.some((alias) => sameName(alias, given)))
}

/**
 * 0 → "Source A", 25 → "Source Z", 26 → "Source AA". Pseudonyms are stored, and leave the library: they are the same in
 * every language. `shownPseudonym` has them as people read them.
 */
export const pseudonymAt = (index: number): string => `Source ${letters(index)}`

function letters(index: number): string {
  const here = String.fromCharCode(65 + (index % 26))
  return index < 26 ? here : letters(Math.floor(index / 26) - 1) + here
}

/**
 * The pseudonym of each protected source, by id. Older books did not store them: there the next free one, in the book's
 * order.
 */
export function pseudonyms(sources: Iterable<Source>): ReadonlyMap<string, string> {
  const all = [...sources]
  const taken = new Set(all.flatMap(({ pseudonym }) => (pseudonym === undefined ? [] : [pseudonym])))
  const names = new Map<string, string>()
  let index = 0
  for (const source of all) {
    if (!source.protected || names.has(source.id)) continue
    let name = source.pseudonym
    while (name === undefined || (source.pseudonym === undefined && taken.has(name))) name = pseudonymAt(index++)
    taken.add(name)
    names.set(source.id, name)
  }
  return names
}

/** Stands for the pseudonym of a source that has none. */
export const NO_PSEUDONYM = 'Source'

/** A pseudonym in the reader's language. Any other text as it is. */
export function shownPseudonym(name: string): string {
  if (name === NO_PSEUDONYM) return deskText('source.unnamed')
  const letters = /^Source ([A-Z]+)$/.exec(name)?.[1]
  return letters === undefined ? name : deskText('source.pseudonym', { letters })
}

/** The sources of a book, as a list or by id. A book is never changed in place: a change makes another one. */
export type SourcesOfBook = readonly Source[] | ReadonlyMap<string, Source>

/** The pseudonyms of each book that was asked for one: a list of sources asks for every row. */
const namesOfBooks = new WeakMap<SourcesOfBook, ReadonlyMap<string, string>>()

function namesIn(book: SourcesOfBook): ReadonlyMap<string, string> {
  const known = namesOfBooks.get(book)
  if (known) return known
  const names = pseudonyms(book.values())
  namesOfBooks.set(book, names)
  return names
}

/** The name that is stored and may leave: "Source A" for a protected source, in every language. */
export const openSource = (source: Source, book: SourcesOfBook): string =>
  source.protected ? (namesIn(book).get(source.id) ?? NO_PSEUDONYM) : source.name

/** Another library knows who it is: this one has the pseudonym only, so no scan can look for the name. */
export const isNameElsewhere = ({
  protected: guarded,
  destroyed,
  name,
  pseudonym,
}: Pick<Source, 'protected' | 'destroyed' | 'name' | 'pseudonym'>): boolean =>
  guarded && destroyed === undefined && name === pseudonym

/** The name that may be shown on the desk: “Source A” in the reader's language for a protected source. */
export const shownSource = (source: Source, book: SourcesOfBook): string =>
  source.protected ? shownPseudonym(openSource(source, book)) : source.name

/** The shown name of the source with this id: "Source A" for a protected one. */
export function shownSourceOf(id: string, book: ReadonlyMap<string, Source>): string | undefined {
  const source = book.get(id)
  return source && shownSource(source, book)
}
