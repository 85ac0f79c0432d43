/** Finds the words of a turn that negate, count or hedge. Cutting beside one can change the meaning. */
import type { SpokenWord } from './spokenWords'
import { spokenWords } from './spokenWords'
import { WORD_TABLES, type NearKind } from '../../story/language/wordTables'

export interface NearWord {
  readonly kind: NearKind
  /** As in the transcript. */
  readonly word: string
}

interface Phrase {
  readonly kind: NearKind
  readonly keys: readonly string[]
  /** Followed or preceded by a separator. */
  readonly apartBefore: boolean
  readonly apartAfter: boolean
}

const KINDS: readonly NearKind[] = ['negation', 'number', 'hedge']

/** Languages that share a script. The same letters may mean different words in them. */
const SHARING: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es'])

/** Phrases by their first word, in lower case. Only languages of the text's script count. */
function readPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>()
  for (const [language, table] of Object.entries(WORD_TABLES)) {
    for (const kind of KINDS) {
      for (const phrase of table[kind].split('|')) {
        const keys = spokenWords(phrase).map(({ key }) => key.toLowerCase())
        const [first] = keys
        if (first === undefined) continue
        const name = `${SHARING.has(language) ? language : 'other'} ${first}`
        phrases.set(name, [
          ...(phrases.get(name) ?? []),
          { kind, keys, apartBefore: phrase.startsWith(' '), apartAfter: phrase.endsWith(' ') },
        ])
      }
    }
  }
  return phrases
}

/** Built at first use, not at start. */
let known: ReadonlyMap<string, readonly Phrase[]> | undefined
const phrasesFrom = (first: string): readonly Phrase[] => (known ??= readPhrases()).get(first) ?? []

const fillers = new Set(Object.values(WORD_TABLES).flatMap(({ filler }) => filler.split('|')))
/** Characters in sequence. */
const fillerSigns = [...fillers]
  .filter((filler) => /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}]/u.test(filler))
  .map((filler) => [...filler])

/** The end of a sound of hesitation that starts at `at`; `at` if there is none. */
export function afterFiller(words: readonly SpokenWord[], at: number): number {
  const word = words[at]
  if (!word) return at
  if (!word.sign) return fillers.has(word.key.toLowerCase()) ? at + 1 : at
  let longest = at
  for (const signs of fillerSigns) {
    if (
      at + signs.length > longest &&
      signs.every((sign, index) => words[at + index]?.key === sign) &&
      aloneBetweenMarks(words, at, at + signs.length)
    )
      longest = at + signs.length
  }
  return longest
}

/** A character is hesitation only between commas or spaces. */
const aloneBetweenMarks = (words: readonly SpokenWord[], from: number, to: number): boolean => {
  const before = words[from - 1]
  const after = words[to]
  return (!before || before.to < (words[from]?.from ?? 0)) && (!after || after.from > (words[to - 1]?.to ?? 0))
}

/**
 * The negations, numbers and hedges that overlap `[from, to)` of a turn's words. `language`: the transcript's, because
 * languages in Latin script share words ("die", "no", "pas").
 */
export function nearWordsIn(
  words: readonly SpokenWord[],
  from: number,
  to: number,
  language: string,
  only?: NearKind,
): readonly NearWord[] {
  const found: NearWord[] = []
  // A phrase may begin before the range.
  for (let at = Math.max(0, from - LONGEST_PHRASE); at < Math.min(to, words.length); at++) {
    const hit = hitAt(words, at, language)
    if (!hit) continue
    const end = at + hit.length
    if (end > from && (!only || hit.kind === only))
      found.push({
        kind: hit.kind,
        word: words
          .slice(at, end)
          .map(({ key }) => key)
          .join(words[at]?.sign ? '' : ' '),
      })
    // "大約" does not contain another "約".
    at = end - 1
  }
  return found
}

const LONGEST_PHRASE = 5

function hitAt(
  words: readonly SpokenWord[],
  at: number,
  language: string,
): { readonly kind: NearKind; readonly length: number } | undefined {
  const word = words[at]
  if (!word) return undefined
  const key = word.key.toLowerCase()
  if (/\p{Nd}/u.test(key)) return { kind: 'number', length: 1 }
  if (/n't$/u.test(key)) return { kind: 'negation', length: 1 }
  // A few words do not show their language: any is possible.
  const tables = SHARING.has(language) ? [language, 'other'] : [...SHARING, 'other']
  const known = tables.flatMap((table) => phrasesFrom(`${table} ${key}`))
  const hits = known.filter(
    ({ keys, apartBefore, apartAfter }) =>
      keys.every(
        (part, index) => words[at + index]?.key.toLowerCase() === part && words[at + index]?.sentence === word.sentence,
      ) &&
      !(apartBefore && words[at - 1]?.to === word.from) &&
      !(apartAfter && words[at + keys.length]?.from === words[at + keys.length - 1]?.to),
  )
  const [best] = hits.toSorted((a, b) => b.keys.length - a.keys.length || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
  return best && { kind: best.kind, length: best.keys.length }
}
