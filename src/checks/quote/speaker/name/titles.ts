/** Titles in names: offices, forms of address, and who held an office before or holds only a part of it. */
import { ADDRESS, FORMER, OFFICES } from '../../../../story/language/names/titles'
import { lazy } from '../../../../story/text/lazy'
import { phrasesOf } from '../../words/quoteWords'
import { foldedName, isJoinedScript, wordsOf } from './foldedName'

export type Title = { readonly office: string } | { readonly address: 'woman' | 'man' | 'anyone' }

interface Titles {
  /** Phrases of words by their first word, the longest first. */
  readonly words: ReadonlyMap<string, readonly (readonly [readonly string[], Title])[]>
  /** Korean, Japanese and Chinese, the longest first. */
  readonly signs: readonly (readonly [string, Title])[]
  readonly former: ReadonlySet<string>
}

/** Each title of `story/language/names/titles.ts`, by the letters that names are compared in. */
export const titles = lazy((): Titles => {
  const words = new Map<string, (readonly [readonly string[], Title])[]>()
  const signs: (readonly [string, Title])[] = []
  const add = (list: string, title: Title): void => {
    for (const phrase of phrasesOf(list)) {
      if (isJoinedScript(phrase)) signs.push([phrase, title])
      else {
        const parts = wordsOf(phrase)
        const [first] = parts
        if (first !== undefined) words.set(first, [...(words.get(first) ?? []), [parts, title]])
      }
    }
  }
  for (const [office, list] of Object.entries(OFFICES)) add(list, { office })
  for (const [address, list] of Object.entries(ADDRESS)) add(list, { address: address as keyof typeof ADDRESS })
  for (const list of words.values()) list.sort((a, b) => b[0].length - a[0].length)
  signs.sort((a, b) => b[0].length - a[0].length)
  return { words, signs, former: new Set(phrasesOf(FORMER).map(foldedName)) }
})

export const isFormer = (word: string): boolean => titles().former.has(foldedName(word.trim()))

/** The title that the words begin with at `at`, and its length. */
export function titleAt(words: readonly string[], at: number): readonly [number, Title] | undefined {
  const word = words[at] ?? ''
  const found = titles()
    .words.get(word)
    ?.find(([phrase]) => phrase.every((one, index) => words[at + index] === one))
  if (found && found[0].length > 1) return [found[0].length, found[1]]
  return viceTitle(words, at) ?? (found ? [1, found[1]] : compoundTitle(word))
}

/** “Deputy Prime Minister”, “Assistant Secretary”: they do not hold the office. */
function viceTitle(words: readonly string[], at: number): readonly [number, Title] | undefined {
  const offices = VICE.get(words[at] ?? '')
  const [length, title] = (offices && titleAt(words, at + 1)) ?? [0, undefined]
  if (!title || !('office' in title) || !offices?.has(title.office)) return undefined
  // “Deputy Director General”
  const isGeneral = title.office === 'chief' && words[at + 1 + length] === 'general'
  return [length + (isGeneral ? 2 : 1), { office: `vice ${title.office}` }]
}
/** Ranks of soldiers and of schools are no such offices: who writes “Gen. Lee” may mean a Lieutenant General. */
const OF_VICE = new Set(
  'primeMinister minister secretary governor mayor chair chief prosecutor spokesperson chancellor police'.split(' '),
)
export const VICE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...'deputy dep vice vize stellvertretende stellvertretender stellvertretenden'
    .split(' ')
    .map((word) => [word, OF_VICE] as const),
  ['deputy', new Set([...OF_VICE, 'president'])],
  ['shadow', OF_VICE],
  ['assistant', new Set(['secretary', 'minister', 'governor', 'prosecutor'])],
  ['lieutenant', new Set(['governor'])],
  ['lt', new Set(['governor'])],
  ['sous', new Set(['secretary'])],
])

/** “Deputy Treasury Secretary” is a deputy secretary, not a deputy and a secretary. `under`: offices it may be of. */
export function addOffice(offices: string[], office: string, under: ReadonlySet<string> | undefined): void {
  if (under?.has(office) && offices.at(-1) === 'representative') offices.pop()
  offices.push(under?.has(office) ? `vice ${office}` : office)
}

/** “Shadow Foreign Secretary”, “Deputy Foreign Minister”: their words are no name, but tell them apart. */
export const isViceOf = (words: readonly string[], at: number): boolean =>
  /^(?:shadow|deputy|vice|assistant|under)$/u.test(words[at] ?? '') &&
  PORTFOLIOS.has(words[at + 1] ?? '') &&
  at + 2 < words.length
const PORTFOLIOS = new Set(
  (
    'foreign home defence defense finance interior health education justice transport treasury trade environment ' +
    'energy labour labor agriculture culture business housing press first'
  ).split(' '),
)
export const isPortfolio = (word: string): boolean => PORTFOLIOS.has(word)

/** Bundestagspräsidentin, wethouder: a title with what it rules before it. */
function compoundTitle(word: string): readonly [number, Title] | undefined {
  if (!/^[a-z]{9,40}$/u.test(word)) return undefined
  for (let at = 3; at <= word.length - 4; at++) {
    const ending = word.slice(at)
    const title = titles()
      .words.get(ending)
      ?.find(([phrase]) => phrase.length === 1)?.[1]
    if (title && 'office' in title && COMPOUNDS.test(ending))
      return [1, word.startsWith('vize') ? { office: `vice ${title.office}` } : title]
  }
  return undefined
}
const COMPOUNDS =
  /^(?:minister|ministerin|ministern|prasident|prasidentin|chef|chefin|sprecher|sprecherin|meister|meisterin|direktor|direktorin|leiter|leiterin|richter|richterin|anwalt|anwaltin|burgemeester|woordvoerder|voorzitter|trainer|trainerin|lehrer|lehrerin|professor|professorin)$/u

/** The offices that a text names, by their keys in `OFFICES`. A deputy has another one: “vice minister”. */
export function officesIn(text: string): readonly string[] {
  const words = wordsOf(text)
  const found: string[] = []
  let under: ReadonlySet<string> | undefined
  for (let at = 0; at < words.length; at++) {
    const [length, title] = titleAt(words, at) ?? []
    if (title && 'office' in title) addOffice(found, title.office, under)
    under = VICE.get(words[at] ?? '') ?? (title || words[at] === 'and' ? undefined : under)
    // “deputy prime minister” names no prime minister.
    if (title && 'office' in title && title.office.startsWith('vice ')) at += (length ?? 1) - 1
  }
  const sign = isJoinedScript(text)
    ? titles().signs.find(([one]) => one.length > 1 && text.includes(one))?.[1]
    : undefined
  return sign && 'office' in sign ? [...found, sign.office] : found
}
