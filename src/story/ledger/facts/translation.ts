/** The original of a translated quote. */
export interface Translation {
  readonly original: string
  /** BCP 47. */
  readonly language: string
  readonly translator: string
  /** The second reader. Absent for an official interpreter. */
  readonly secondReader?: string
  readonly officialInterpreter?: boolean
}

/**
 * Whether two notes have the same original words, language and translator, so that a reading of one is a reading of the
 * other.
 */
export const saysTheSame = (a: Translation, b: Translation): boolean =>
  a.original.trim() === b.original.trim() &&
  a.language.trim() === b.language.trim() &&
  a.translator.trim() === b.translator.trim()
