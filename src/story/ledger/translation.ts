/** A quote that was said in another language. */
export interface Translation {
  readonly original: string
  /** BCP 47. */
  readonly language: string
  readonly translator: string
  /** Who read it again, not the translator; absent for an official interpreter's words. */
  readonly secondReader?: string
  readonly officialInterpreter?: boolean
}

/** Whether two notes have the same original words in the same language by the same translator: who has read the one has read the other. */
export const saysTheSame = (a: Translation, b: Translation): boolean =>
  a.original.trim() === b.original.trim() &&
  a.language.trim() === b.language.trim() &&
  a.translator.trim() === b.translator.trim()
