/** Names with umlauts and rings, as plain letters write them: MUELLER is Müller, Aase is Åse. */

const MARKED = /[äæöøœüå]/iu

/** Undefined of a word without such a letter: Choe is another name than Cho. */
export function inPlainLetters(word: string): string | undefined {
  const whole = word.normalize('NFC')
  if (!MARKED.test(whole)) return undefined
  return whole.toLowerCase().replace(/[äæ]/gu, 'ae').replace(/[öøœ]/gu, 'oe').replace(/ü/gu, 'ue').replace(/å/gu, 'aa')
}

/** Whether two parts of names may be one name whose mark each left out in its own way: Muller and Mueller. */
export const mayBeSpelledAs = (one: string, other: string): boolean => withoutE(one) === withoutE(other)

const withoutE = (part: string): string => part.replace(/([aou])e/gu, '$1').replaceAll('aa', 'a')
