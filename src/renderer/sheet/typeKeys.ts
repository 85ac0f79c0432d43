import { FACT_TYPES, TYPE_WORDS, type FactType } from '../../story/fact'

/** One letter for each type of fact; by physical key, so that they work on every layout. */
const LETTERS: Readonly<Record<FactType, string>> = {
  quote: 'Q', paraphrase: 'P', name: 'N', title: 'T', figure: 'F', date: 'D', place: 'L', event: 'E', superlative: 'S', allegation: 'A', visual: 'V'
}

export const TYPE_KEYS = FACT_TYPES.map((type) => ({ type, key: LETTERS[type], code: `Key${LETTERS[type]}`, label: TYPE_WORDS[type] }))

export const typeOfCode = (code: string): FactType | undefined => TYPE_KEYS.find((row) => row.code === code)?.type
