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

/** Returns the name, and its spelling without umlauts if it has any. */
export function spellingsOf(name: string): readonly string[] {
  const composed = name.normalize('NFC')
  const plain = composed.replace(/[äöüøå]/giu, (letter) => BY_HAND[letter] ?? letter)
  return plain === composed ? [name] : [name, plain]
}
