/**
 * Words that no dictionary has and that are right here: names of the roster, of sources and of the story, and the
 * desk's words. A protected name is treated like any other word: if it were known here, its missing squiggle would give
 * it away. So nothing that names a protected source makes a word known, no matter who wrote it down and where.
 */
import type { DeskWords } from '../desk/deskWords'
import type { Person } from '../desk/roster'
import type { Source } from '../desk/source'
import { foldName } from '../text/words/personName'
import { withoutParticle } from '../text/words/koreanParticles'
import { plainWord } from './spellableWords'

export interface KnownFrom {
  readonly roster: readonly Pick<Person, 'name'>[]
  readonly sources: readonly Pick<Source, 'id' | 'name' | 'aliases' | 'pooler' | 'protected' | 'mergedInto'>[]
  readonly words: DeskWords
  /** Names that the story has: of its authors, and the words of its name facts. */
  readonly names: readonly string[]
}

export class KnownWords {
  /** Words as they were written. */
  readonly #words = new Set<string>()

  constructor({ roster, sources, words, names }: KnownFrom) {
    const isProtected = protectedNames(sources)
    const entries = [
      ...roster.map(({ name }) => name),
      ...sources.flatMap(namesOf),
      ...words.flatMap(({ words: phrase }) => (phrase.includes('*') ? [] : [phrase])),
      ...names,
    ]
    for (const entry of entries) {
      const parts = partsOf(entry)
      if (!isProtected(parts)) for (const part of parts) this.#add(part)
    }
  }

  /** `word`: as `spellableWords` gives it. */
  has(word: string): boolean {
    return withoutParticle(word.replace(/'s$/u, '')).some(
      (stem) => this.#words.has(stem) || this.#words.has(small(stem)),
    )
  }

  #add(part: string): void {
    this.#words.add(part)
    if (part.includes('-')) for (const piece of part.split('-')) if (piece.length > 1) this.#words.add(piece)
  }
}

/** At the start of a sentence a small word has a capital. A name in small letters stays unknown. */
const small = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1)

const PART = /[\p{L}\p{M}\p{N}]+(?:['’ʼ‐‑-][\p{L}\p{M}\p{N}]+)*/gu
const partsOf = (text: string): readonly string[] =>
  (text.match(PART) ?? []).map((part) => plainWord(part).replace(/'s$/u, ''))

const namesOf = ({ name, aliases, pooler }: KnownFrom['sources'][number]): readonly string[] => [
  name,
  ...aliases,
  ...(pooler === undefined ? [] : [pooler]),
]

/**
 * Tells whether words name a protected source: they hold one of its names whole, or are nothing but parts of it. The
 * question costs as much as the words that are asked about, whatever the number of sources.
 */
function protectedNames(sources: KnownFrom['sources']): (parts: readonly string[]) => boolean {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const byPart = new Map<string, Set<ReadonlySet<string>>>()
  for (const source of sources) {
    if (!isKept(source, byId)) continue
    for (const name of namesOf(source)) {
      const parts = new Set(partsOf(name).flatMap(foldedPieces))
      for (const part of parts) byPart.set(part, (byPart.get(part) ?? new Set()).add(parts))
    }
  }
  if (byPart.size === 0) return () => false
  return (given) => {
    const stems = given.map((part) => foldedPieces(part).flatMap((piece) => withoutParticle(piece)))
    const asked = new Set(stems.flat())
    const met = new Set([...asked].flatMap((stem) => [...(byPart.get(stem) ?? [])]))
    return [...met].some(
      (name) =>
        [...name].every((part) => asked.has(part)) ||
        given.every((part) => foldedPieces(part).every((piece) => withoutParticle(piece).some((one) => name.has(one)))),
    )
  }
}

/** Whether a source is protected, or was merged into one that is. */
function isKept(
  source: KnownFrom['sources'][number],
  byId: ReadonlyMap<string, KnownFrom['sources'][number]>,
): boolean {
  const seen = new Set<string>()
  let here: KnownFrom['sources'][number] | undefined = source
  while (here && !seen.has(here.id)) {
    if (here.protected) return true
    seen.add(here.id)
    here = here.mergedInto === undefined ? undefined : byId.get(here.mergedInto)
  }
  return false
}

const foldedPieces = (part: string): readonly string[] =>
  foldName(part)
    .split('-')
    .filter((piece) => piece !== '')
