/**
 * The form of the word tables. A language's table is data for speakers of the language to read and extend: `sources`
 * says where its words and patterns come from.
 *
 * A pattern is a regular expression over folded text (lower case, straight apostrophes, plain spaces; fold.ts). In it
 * `@name` stands for a list of the table, `@l` for a letter and `@w` for a word. If it has a group, the group is the
 * core: what a tag must cover. In languages with spaces a pattern matches whole words only.
 */
export type Pattern = string | { readonly find: string; readonly lower: true }

export interface LanguageWords {
  readonly sources: readonly string[]
  /** Written without spaces between words, or with particles joined to them. */
  readonly joined?: true
  readonly lists: Readonly<Record<string, string>>
  readonly superlatives: readonly Pattern[]
  /** Phrases in which the words above claim nothing: "at first", "more or less". */
  readonly notSuperlatives: readonly Pattern[]
  /** Figures in words. */
  readonly figures: readonly Pattern[]
  readonly notFigures: readonly Pattern[]
  /** Words before a number that belongs to a name: "Channel 4", "Paragraf 218". */
  readonly designators?: string
}
