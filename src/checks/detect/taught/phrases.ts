/**
 * Finds the desk's phrases in folded text (fold.ts). `*` in a word stands for the rest of it, and alone for one word.
 * Phrases are compared word by word, or sign by sign in Korean and in scripts without spaces, where spaces do not count
 * and `*` stands for up to twelve signs. No regular expression is made of what people type, so that none can hang.
 */
import { lazy } from '../../../story/text/lazy'
import { fold } from '../fold'
import type { Region } from '../statement'

export interface Phrase<T> {
  readonly words: string
  readonly about: T
}
export interface PhrasePlace<T> extends Region {
  readonly about: T
}
/** Finds all places, in no order. They may overlap. */
export type Finder<T> = (folded: string) => readonly PhrasePlace<T>[]

/** The pieces of a word between its stars. One piece: no star. */
type Pieces = readonly string[]
interface Spaced<T> {
  readonly parts: readonly Pieces[]
  readonly about: T
}
interface Joined<T> {
  readonly pieces: Pieces
  readonly about: T
}
interface Token extends Region {
  readonly word: string
}

/** Signs that are compared one by one. */
const SIGNS =
  '\\p{sc=Hangul}\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'
const JOINED = lazy(() => new RegExp(`[${SIGNS}]`, 'u'))
/** In “Yahoo는” the particle is no part of the word. */
const TOKEN = lazy(() => new RegExp(`[${SIGNS}]+|(?:(?![${SIGNS}])[\\p{L}\\p{M}\\p{N}*])+`, 'gu'))
/** What may stand between two words of a phrase. */
const BETWEEN = /^[ '.&/-]{1,3}$/
const MOST_SIGNS = 12

export function phraseFinder<T>(phrases: readonly Phrase<T>[]): Finder<T> {
  const byWord = new Map<string, Spaced<T>[]>()
  /** By the first letter; those that begin with a star under ''. */
  const starred = new Map<string, Spaced<T>[]>()
  const bySign = new Map<string, Joined<T>[]>()
  const file = <P>(map: Map<string, P[]>, name: string, phrase: P): void => {
    const list = map.get(name)
    if (list) list.push(phrase)
    else map.set(name, [phrase])
  }
  for (const { words, about } of phrases) {
    const folded = fold(words).text
    if (JOINED().test(folded)) {
      const pieces = folded
        .replace(/\s/g, '')
        .split('*')
        .filter((piece) => piece !== '')
      file(bySign, (pieces[0] ?? '').charAt(0), { pieces, about })
      continue
    }
    const parts = (folded.match(TOKEN()) ?? []).map((word) => word.split('*'))
    const [first, ...stars] = parts[0] ?? []
    if (first === undefined) continue
    if (stars.length === 0) file(byWord, first, { parts, about })
    else file(starred, first.charAt(0), { parts, about })
  }
  const asWords = byWord.size + starred.size > 0
  return (folded) => [
    ...(asWords ? inWords(folded, byWord, starred) : []),
    ...(bySign.size > 0 ? inSigns(folded, bySign) : []),
  ]
}

type Index<P> = ReadonlyMap<string, readonly P[]>

function inWords<T>(folded: string, byWord: Index<Spaced<T>>, starred: Index<Spaced<T>>): readonly PhrasePlace<T>[] {
  // A star of the copy stands for itself, and is no part of a word.
  const tokens = [...folded.replaceAll('*', ' ').matchAll(TOKEN())].map(({ 0: word, index }): Token => ({
    word,
    from: index,
    to: index + word.length,
  }))
  const found: PhrasePlace<T>[] = []
  tokens.forEach((token, at) => {
    for (const list of [byWord.get(token.word), starred.get(token.word.charAt(0)), starred.get('')])
      for (const { parts, about } of list ?? []) {
        const last = tokens[at + parts.length - 1]
        if (last && parts.every((pieces, next) => standsAt(folded, tokens, at + next, pieces, next)))
          found.push({ from: token.from, to: last.to, about })
      }
  })
  return found
}

function standsAt(folded: string, tokens: readonly Token[], at: number, pieces: Pieces, next: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (!token || !fits(pieces, token.word)) return false
  return next === 0 || (before !== undefined && BETWEEN.test(folded.slice(before.to, token.from)))
}

function fits(pieces: Pieces, word: string): boolean {
  const first = pieces[0] ?? ''
  if (pieces.length === 1) return word === first
  const last = pieces.at(-1) ?? ''
  if (!word.startsWith(first) || !word.endsWith(last) || word.length < first.length + last.length) return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = word.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at <= word.length - last.length
}

function inSigns<T>(folded: string, bySign: Index<Joined<T>>): readonly PhrasePlace<T>[] {
  const signs: string[] = []
  const origin: number[] = []
  for (let at = 0; at < folded.length; at++) {
    const sign = folded.charAt(at)
    if (/\s/.test(sign)) continue
    signs.push(sign)
    origin.push(at)
  }
  const text = signs.join('')
  const found: PhrasePlace<T>[] = []
  signs.forEach((sign, at) => {
    for (const { pieces, about } of bySign.get(sign) ?? []) {
      const end = endOf(text, at, pieces)
      if (end !== undefined) found.push({ from: origin[at] ?? 0, to: (origin[end - 1] ?? 0) + 1, about })
    }
  })
  return found
}

/** Where pieces that begin at `at` end. Undefined: they are not there. */
function endOf(text: string, at: number, [first = '', ...more]: Pieces): number | undefined {
  if (!text.startsWith(first, at)) return undefined
  let end = at + first.length
  for (const piece of more) {
    const window = text.slice(end, end + MOST_SIGNS + piece.length)
    const found = window.indexOf(piece)
    if (found < 0) return undefined
    end += found + piece.length
  }
  return end
}
