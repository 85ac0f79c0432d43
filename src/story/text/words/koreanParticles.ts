/** Korean words carry particles: a name that is known is known with them, too. */
const HONORIFIC = '씨|님|측|들|군|양'
const PARTICLE =
  '은|는|이|가|을|를|의|에|에서|에게|에게서|한테|께|께서|와|과|랑|이랑|도|만|로|으로|로서|으로서|로써|까지|부터|보다|처럼|' +
  '만큼|마다|조차|마저|밖에|이나|나|라도|이라도|라|이라|라고|이라고|라는|이라는|란|이란|다|이다|며|이며|고|이고|자|이자|' +
  '였다|이었다|에는|에도|에서는|에서도|와는|과는|으로는|로는|에게는|까지도|부터는|만이|만을'
const AFTER_NAME = new RegExp(`^(?:${HONORIFIC})?(?:${PARTICLE})?$`, 'u')
const HANGUL = /^\p{sc=Hangul}+$/u

/** Whether letters behind a Korean name are a particle or a form of address: “@김서연님이”. */
export const isParticle = (letters: string): boolean => letters !== '' && AFTER_NAME.test(letters)

/** The shortest word that takes particles here: one syllable alone would swallow too much. */
const SHORTEST = 2

/** The words that this one may be with a particle, longest first; the word itself is the first. */
export function withoutParticle(word: string): readonly string[] {
  if (!HANGUL.test(word)) return [word]
  const stems = [word]
  for (let end = word.length - 1; end >= SHORTEST; end--)
    if (AFTER_NAME.test(word.slice(end))) stems.push(word.slice(0, end))
  return stems
}
