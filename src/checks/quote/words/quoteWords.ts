/**
 * What the quote check knows of a language: data for its speakers to read and extend. Phrases are separated by commas
 * or line breaks. A phrase of several words has spaces. Chinese, Japanese, Korean and Thai phrases are compared sign by
 * sign: "_" at an end requires a break there (안 is not in 안전). "$" at the end: only at the end of its sentence; "^"
 * before: only behind a mark or at its start.
 */
export interface QuoteWords {
  /** Where the words are from. */
  readonly source: string
  readonly negation: string
  /** Words on which the sentence depends: if, unless. */
  readonly condition: string
  /** Words and endings that make a question without its mark. */
  readonly question: string
  /** Weakens its whole sentence: perhaps, I think. */
  readonly hedge: string
  /** Weakens what is said: could, would. */
  readonly modal: string
  /** Weakens the next word: about, almost. */
  readonly about: string
  readonly number: string
  /** Number words that also mean something else. A single sign counts only directly beside the quote. */
  readonly count: string
  readonly minus: string
  readonly percent: string
  /** Before the number: 百分之, yüzde. */
  readonly percentBefore?: string
  /** Sounds of hesitation. Omitting one is an elision. */
  readonly filler: string
  /** Words that are hesitation only between commas or dashes. */
  readonly fillerApart: string
  /** Small words by which the language is recognised among those of its script. */
  readonly small: string
  /** Verbs of saying, as in attributions. */
  readonly saying: string
  /** Third-person subjects of an attribution. */
  readonly pronoun: string
  /** Groups of thousands have commas: 1,500 is not one and a half. */
  readonly groupsByComma?: boolean
  /** Forms that no list can hold, as regular expressions over a whole word in lower case. */
  readonly forms?: {
    readonly negation?: string
    readonly condition?: string
    readonly question?: string
    readonly hedge?: string
  }
}

/** The phrases of a list. */
export const phrasesOf = (list: string): readonly string[] =>
  list
    .split(/[,\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
