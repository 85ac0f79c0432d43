/** German and Nordic letters in plain Latin: "Müller" is "Muller" by folding, and "Mueller" by hand. */
const BY_HAND: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  Ø: 'Oe',
  Å: 'Aa',
}

/** A name as it may be written. */
export interface Spellings {
  /** As it is, and without umlauts if it has any. */
  readonly written: readonly string[]
  /**
   * With umlauts, if somebody may have entered it by hand: copy says “Müller” where the source book has “Mueller”.
   * Folding takes the umlaut away, so the first vowel stands for it. A word of three letters is another one without
   * its second vowel: Joe and Jo, Sue and Su.
   */
  readonly marked: readonly string[]
}

export function spellingsOf(name: string): Spellings {
  const composed = name.normalize('NFC')
  const plain = composed.replace(/[äöüøå]/giu, (letter) => BY_HAND[letter] ?? letter)
  // “Ms. MacDonald” is no McDonald’s.
  const gaelic = /\s/u.test(plain) ? plain.replace(GAELIC, (prefix) => TURNED[prefix] ?? prefix) : plain
  const marked = composed.replace(/\p{L}{4,}/gu, (word) => word.replace(/(?<=a)a|(?<=[aou])e/giu, ''))
  return { written: [...new Set([name, plain, gaelic])], marked: marked === composed ? [] : [marked] }
}

/** “McDonald” is “MacDonald” elsewhere, and “OBrien” O’Brien. Not “Machado”. */
const GAELIC = /(?<!\p{L})(?:Mc|Mac|O)(?=\s?\p{Lu}\p{Ll})/gu
const TURNED: Readonly<Record<string, string>> = { Mc: 'Mac', Mac: 'Mc', O: 'O’' }

export const hasUmlaut = (text: string): boolean => /[äöüøå]/iu.test(text.normalize('NFC'))
