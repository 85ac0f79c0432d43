/**
 * Finds the words of a turn that negate, condition, ask, count or hedge. Leaving one out can change the meaning of its
 * sentence.
 */
import type { SpokenWord } from '../spokenWords'
import { nearPhrases, NEAR_KINDS, type NearPhraseKind, type NearPhrase, type Reach } from '../words/nearPhrases'

export interface NearWord {
  readonly kind: NearPhraseKind
  /** As in the transcript. */
  readonly word: string
}

export interface NearHit extends NearWord {
  readonly reach: Reach
  /** `[from, to)` in words of the turn. */
  readonly from: number
  readonly to: number
}

const LONGEST_PHRASE = 8

/**
 * What overlaps `[from, to)` of a turn's words. `language`: the transcript's, because languages share words ("die",
 * "no", "pas").
 */
export function nearWordsIn(
  words: readonly SpokenWord[],
  from: number,
  to: number,
  language: string,
): readonly NearHit[] {
  const found: NearHit[] = []
  // A phrase may begin before the range.
  for (let at = Math.max(0, from - LONGEST_PHRASE); at < Math.min(to, words.length); at++) {
    const hit = hitAt(words, at, language)
    if (!hit) continue
    const end = at + hit.length
    if (end > from) {
      found.push({ kind: hit.kind, reach: hit.reach, from: at, to: end, word: wordsFrom(words, at, end) })
    }
    // "大約" does not contain another "約".
    at = end - 1
  }
  return found
}

/** As people write it: “n’ai” with the word that it leans on, signs without spaces. */
function wordsFrom(words: readonly SpokenWord[], from: number, to: number): string {
  const leans = (at: number): boolean => words[at]?.key.endsWith("'") === true && words[at]?.to === words[at + 1]?.from
  let text = ''
  for (let at = from; at < to || leans(at - 1); at++)
    text += `${at === from || words[from]?.sign || leans(at - 1) ? '' : ' '}${words[at]?.key ?? ''}`
  return text
}

interface Hit {
  readonly kind: NearPhraseKind
  readonly reach: Reach
  readonly length: number
}

function hitAt(words: readonly SpokenWord[], at: number, language: string): Hit | undefined {
  const word = words[at]
  if (!word) return undefined
  const { same } = word
  if (same === '-' || same === '+' || same === '±') return { kind: 'sign', reach: 'beside', length: 1 }
  const numeral = numeralAt(words, at)
  if (numeral) return numeral
  // “In May” is no hedge.
  if (word.key === 'May' && !word.initial) return undefined
  const { byFirst, forms } = nearPhrases(language)
  const key = same.toLowerCase()
  let best: NearPhrase | undefined
  for (const phrase of byFirst.get(key) ?? []) {
    if (!fits(words, at, phrase)) continue
    if (!best || weight(phrase) > weight(best)) best = phrase
  }
  if (best) return { kind: best.kind, reach: best.reach, length: best.keys.length }
  const form = word.sign ? undefined : forms.find((one) => one.form.test(key))
  return form && { kind: form.kind, reach: form.reach, length: 1 }
}

/** The longer phrase; then the one that needs its place ("không" at the end asks); then the graver kind. */
const weight = ({ keys, atEnd, kind }: NearPhrase): number =>
  keys.length * 20 + (atEnd ? 10 : 0) - NEAR_KINDS.indexOf(kind)

/** Figures count; a single CJK numeral (一起, 百姓) only directly beside the quote. */
function numeralAt(words: readonly SpokenWord[], at: number): Hit | undefined {
  const word = words[at]
  if (!word || !/\d/.test(word.same)) return undefined
  if (/\p{Nd}/u.test(word.key) || /^[万萬亿億兆만억조]/u.test(words[at + 1]?.key ?? ''))
    return { kind: 'number', reach: 'sentence', length: 1 }
  if (word.to - word.from > 1) return { kind: 'number', reach: 'sentence', length: 1 }
  return /[一二两兩零일이]/u.test(word.key) ? undefined : { kind: 'number', reach: 'beside', length: 1 }
}

function fits(
  words: readonly SpokenWord[],
  at: number,
  { keys, breakBefore, breakAfter, atEnd, atStart, unbroken }: NearPhrase,
): boolean {
  const sentence = words[at]?.sentence
  for (let index = 0; index < keys.length; index++) {
    const word = words[at + index]
    if (word?.sentence !== sentence || word?.same.toLowerCase() !== keys[index]) return false
    if (unbroken && index > 0 && word?.from !== words[at + index - 1]?.to) return false
  }
  const last = words[at + keys.length - 1]
  const next = words[at + keys.length]
  if (breakBefore && words[at - 1]?.to === words[at]?.from) return false
  if (breakAfter && next && next.from === last?.to) return false
  if (atStart && !words[at]?.markBefore && !words[at]?.initial) return false
  return !atEnd || next?.sentence !== sentence || last?.stop !== ''
}
