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
