/**
 * Words that a desk teaches the checks and the spell-checker. A word can only add to what is found, and a name can take
 * away warnings about names: no word takes away a block. The checks do not read the list `spelling`.
 */
import { deskText } from '../../catalogue/story/desk'
import { wordsFor } from '../../catalogue/rooms/wordsFor'

export const WORD_LISTS = ['superlative', 'comparison', 'pattern', 'filler', 'title', 'name', 'spelling'] as const
export type WordList = (typeof WORD_LISTS)[number]

export const isWordList = (value: string): value is WordList => (WORD_LISTS as readonly string[]).includes(value)
export const WORD_LIST_WORDS = wordsFor(WORD_LISTS, (list) => deskText(`wordList.${list}`))

/** Lists whose words are looked for in the copy, and block clearing until they are tagged or let stand. */
const SOUGHT: ReadonlySet<WordList> = new Set<WordList>(['superlative', 'comparison', 'pattern'])
export const isSought = (list: WordList): boolean => SOUGHT.has(list)

export interface DeskWord {
  readonly id: string
  readonly list: WordList
  /** One phrase. In lists that are sought, `*` stands for the rest of a word, or alone for one word. */
  readonly words: string
  /** BCP 47, such as "ko". Absent: every language. Fillers have one. */
  readonly language?: string
  /** Where it is from, or why it is here; for the people of the desk. */
  readonly source: string
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
}

/** What a person gives. */
export type GivenWord = Pick<DeskWord, 'list' | 'words' | 'language' | 'source'>

/** As a library keeps them, in the order in which they were added. The same array: nothing changed. */
export type DeskWords = readonly DeskWord[]
export const NO_WORDS: DeskWords = []

export const MOST_WORDS = 2000
export const LONGEST_WORD = 80
/** Words of a phrase, those that `*` stands for included. */
export const MOST_PHRASE_WORDS = 8
