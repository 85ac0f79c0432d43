/** What the window asks its spelling worker, and what it answers. */
import type { SpellLanguage } from '../../story/spelling/dictionaries'

export type SpellRequest = { readonly id: number; readonly language: SpellLanguage } & (
  | { readonly ask: 'wrong'; readonly words: readonly string[] }
  | { readonly ask: 'corrections'; readonly word: string }
)

export type SpellAnswer = { readonly id: number } &
  /** The words of the list that the dictionary does not have, or the corrections. */
  (
    | { readonly words: readonly string[] }
    /** Why the dictionary cannot be used. */
    | { readonly why: string }
  )
