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

/** A name of fewer letters is another one without its second vowel: Joe and Jo, Sue and Su. */
const SHORTEST = 5

/**
 * Returns the name, its spelling without umlauts if it has any, and the one with them if somebody may have entered it
 * by hand: copy says “Müller” where the source book has “Mueller”.
 */
export function spellingsOf(name: string): readonly string[] {
  const composed = name.normalize('NFC')
  const plain = composed.replace(/[äöüøå]/giu, (letter) => BY_HAND[letter] ?? letter)
  const isLong = (composed.match(/\p{L}/gu)?.length ?? 0) >= SHORTEST
  // Folding takes the umlaut away, so the first vowel stands for it.
  const marked = isLong ? composed.replace(/(?<=a)a|(?<=[aou])e/giu, '') : composed
  return [...new Set([name, plain, marked])]
}
