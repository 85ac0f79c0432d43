/** What a written name says: its parts, offices, form of address and what else tells people apart. */

export interface ParsedName {
  /** Folded, without titles and joining words between them. Korean, Japanese, Chinese: one part. Empty: a title. */
  readonly parts: readonly string[]
  /** A joining word or “Don” before the parts, with a capital: a given name (Ben, Al, Van), or part of the surname. */
  readonly lead?: string
  readonly offices: readonly string[]
  readonly address?: 'woman' | 'man' | 'anyone'
  /** The house and the side that somebody leads: senate, minority. */
  readonly house?: readonly string[]
  readonly former: boolean
  /** “Mr. BAKER of Ohio”, as official minutes name a member of the house. */
  readonly official?: true
  /** Where official minutes say that somebody is from. */
  readonly place?: string
  /** What official minutes have in brackets behind it: the seat of a member, or the party. */
  readonly seat?: string
  /** Only surnames, the father’s first: “El señor ABASCAL CONDE”. */
  readonly surnames?: true
  /** The words of the office in a label of the Cortes: presidente del gobierno. */
  readonly office?: readonly string[]
  /** As “el” or “la” says before a Spanish office. */
  readonly gender?: 'woman' | 'man'
  /** The house that a Spanish office is of: gobierno, congreso. */
  readonly ofHouse?: string
  /** What a Korean office is of: 법무부, 미국. */
  readonly authority?: string
  /** “Le Maire” is a surname, too; “le maire” is the mayor. */
  readonly surname?: string
  /** “JW”: it may be short for a name. */
  readonly initials?: string
  /** Jr., Sr., II: father and son. */
  readonly generation?: string
  /** Korean, Japanese or Chinese: surname first, without spaces. */
  readonly joined: boolean
  /** Words with a marked letter, folded, as plain letters write them: muller is mueller. */
  readonly plain?: ReadonlyMap<string, string>
  /** What somebody of the person named is: “David Lammy’s lawyer”, 김민수 측. The offices are their own. */
  readonly theirs?: string
  /** “Roe aide” of “Roe aide Jane Lee”, whose parts have Roe’s, too. */
  readonly role?: ParsedName
  /** All words, titles included. "Bishop" is a title or a name. */
  readonly words: readonly string[]
}
