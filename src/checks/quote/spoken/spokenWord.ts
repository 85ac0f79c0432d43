/** A word of speech as the quote check compares it. */
export interface SpokenWord {
  /** Folded, with its case: for showing. */
  readonly key: string
  /** The form that is compared: figures in plain digits, without vowel marks, simplified. */
  readonly same: string
  /** `same` with its first letter in lower case. */
  readonly low: string
  /** UTF-16 offsets into the original text. */
  readonly from: number
  readonly to: number
  /** Starts a sentence: its capital means nothing. */
  readonly initial: boolean
  /** Number of its sentence in the text, from 0. */
  readonly sentence: number
  /** A character of a script without spaces, or of Korean. */
  readonly sign: boolean
  /** A mark stands between it and the word before. */
  readonly markBefore: boolean
  /** The mark behind it, if it ends a sentence. */
  readonly stop: '' | '?' | '.'
  /** The transcriber put it in brackets: no quote takes it, and one that passes over it leaves it out. */
  readonly added?: boolean
  /** In a paragraph of round brackets: speech or a note. A quote may take it or pass over it, and either is told. */
  readonly aside?: boolean
}
