/** The phrases of each language that change what a sentence says, prepared for looking up by their first word. */
import { spokenWords } from '../spokenWords'
import { phrasesOf, type QuoteWords } from './quoteWords'
import { languagesFor, QUOTE_WORDS } from './tables'

export const NEAR_KINDS = ['negation', 'condition', 'question', 'number', 'hedge', 'sign'] as const
export type NearPhraseKind = (typeof NEAR_KINDS)[number]

/** How far from a cut it counts: in the whole sentence, or only directly beside. */
export type Reach = 'sentence' | 'beside'

export interface NearPhrase {
  readonly kind: NearPhraseKind
  readonly reach: Reach
  readonly keys: readonly string[]
  /** Something else than a letter stands before or after it. */
  readonly breakBefore: boolean
  readonly breakAfter: boolean
  readonly atEnd: boolean
  readonly atStart: boolean
  /** Of signs, without a space: 을지 is not in 약속을 지키다. */
  readonly unbroken: boolean
}

export interface NearPhrases {
  readonly byFirst: ReadonlyMap<string, readonly NearPhrase[]>
  readonly forms: readonly { readonly kind: NearPhraseKind; readonly reach: Reach; readonly form: RegExp }[]
}

type Lists = 'negation' | 'condition' | 'question' | 'hedge' | 'modal' | 'about' | 'number' | 'count'
const LISTS: Readonly<Record<Lists, NearPhraseKind>> = {
  negation: 'negation',
  condition: 'condition',
  question: 'question',
  number: 'number',
  hedge: 'hedge',
  modal: 'hedge',
  about: 'hedge',
  count: 'number',
}

const known = new Map<string, NearPhrases>()

export function nearPhrases(language: string): NearPhrases {
  const before = known.get(language)
  if (before) return before
  const byFirst = new Map<string, NearPhrase[]>()
  const forms: NearPhrases['forms'][number][] = []
  for (const one of languagesFor(language)) {
    const table = QUOTE_WORDS[one]
    if (!table) continue
    for (const list of Object.keys(LISTS) as Lists[]) {
      const kind = LISTS[list]
      for (const phrase of phrasesOf(table[list])) {
        const words = spokenWords(phrase, { language: one })
        const keys = words.map(({ same }) => same.toLowerCase())
        const [first] = keys
        // One sign (三, 百) is often part of another word.
        const reach: Reach = list === 'count' && keys.length === 1 && words[0]?.sign ? 'beside' : 'sentence'
        // Digits are found without a list.
        if (first === undefined || /^\d+$/.test(first)) continue
        const entry = {
          kind,
          reach,
          keys,
          breakBefore: phrase.startsWith('_'),
          breakAfter: phrase.endsWith('_'),
          atEnd: phrase.endsWith('$'),
          atStart: phrase.startsWith('^'),
          unbroken: keys.length > 1 && !phrase.includes(' '),
        }
        byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
      }
    }
    for (const [kind, form] of Object.entries(table.forms ?? {}) as [keyof NonNullable<QuoteWords['forms']>, string][])
      forms.push({ kind, reach: 'sentence', form: new RegExp(`^(?:${form})$`, 'u') })
  }
  const made = { byFirst, forms }
  known.set(language, made)
  return made
}
