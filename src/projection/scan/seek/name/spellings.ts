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
  /** With a space behind the first syllable of a family name: “Mc Donald”. Also found where nothing is between. */
  readonly apart: readonly string[]
  /** “M’Donald”. Without its apostrophe it is another name: “Joe M. Donald”. */
  readonly elided: readonly string[]
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
  const marked = composed.replace(/\p{L}{4,}/gu, (word) => word.replace(/(?<=a)a|(?<=[aou])e/giu, ''))
  return {
    written: [...new Set([name, plain, ...gaelic(plain, ['Mc', 'Mac'], 'O’'), ...saint(plain)])],
    apart: gaelic(plain, ['Mc ', 'Mac '], 'O’'),
    elided: gaelic(plain, ['M’'], 'O’').filter((elided) => hasElision(elided)),
    marked: marked === composed ? [] : [marked],
  }
}

/** “St. Clair” is Saint Clair. Not “Eva Saint”: “St.” behind a name is a street. */
const saint = (name: string): readonly string[] =>
  name.search(SAINT) === -1 ? [] : [name.replace(SAINT, (_, word: string) => `${SAINTS[word.toLowerCase()] ?? word} `)]
const SAINT = /(?<!\p{L})(Sainte?|SAINTE?|Ste?|STE?)(?:\.?[\s-]|\.)(?=\p{Lu})/gu
const SAINTS: Readonly<Record<string, string>> = { saint: 'St', st: 'Saint', sainte: 'Ste', ste: 'Sainte' }

/**
 * “McDonald” is “MacDonald”, “Mc Donald” and “M’Donald” elsewhere, and “OBrien” O’Brien. Not “Machado”.
 * “Ms. MacDonald” is no McDonald’s.
 */
function gaelic(name: string, macs: readonly string[], o: string): readonly string[] {
  if (!/\s/u.test(name) || name.search(GAELIC) === -1) return []
  return macs.map((mac) =>
    name.replace(GAELIC, (prefix: string, rest: string) =>
      prefix.startsWith('O') ? `${o}${rest}` : `${mac}${rest.charAt(0).toUpperCase()}${rest.slice(1)}`,
    ),
  )
}
const GAELIC = /(?<!\p{L})(?:(?:Ma?c\s?|M['’ʼ‘]\s?|O)(?=\p{Lu}\p{Ll})|Mc(?=\p{Ll}{3}))(\p{L})/gu

/** “Mc”, “M’” or “O’”, which a family name is never without. */
const PREFIX = /(?<!\p{L})(Ma?c|[MO])[\s'’ʼ‘]+(?=\p{Lu})/gu
export const hasPrefix = (name: string): boolean => name.search(PREFIX) !== -1
export const withPrefixOn = (name: string): string => name.replace(PREFIX, '$1')

export const hasElision = (text: string): boolean => /(?<!\p{L})M['’ʼ‘]/iu.test(text)

export const hasUmlaut = (text: string): boolean => /[äöüøå]/iu.test(text.normalize('NFC'))
