/**
 * Names of months and their short forms, from January to December. Only whole words count: “Market”, “Marines” and
 * “decisions” are no months.
 */

const ENGLISH: readonly string[] = [
  'jan(?:uary)?',
  'feb(?:r|ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
]
/** German, French and Spanish. */
const OTHERS: readonly string[] = [
  'januar|jänner|janv(?:ier)?|ene(?:ro)?',
  'februar|feber|f[ée]vr?(?:ier)?|febrero',
  'märz?|maerz|mrz|mars|marzo',
  'avr(?:il)?|abr(?:il)?',
  'mai|mayo',
  'juni|juin|junio',
  'juli|juil(?:let)?|julio',
  'ao[uû]t|ago(?:sto)?',
  'septembre|sep?tiembre',
  'okt(?:ober)?|octobre|octubre',
  'novembre|noviembre',
  'dez(?:ember)?|d[ée]c(?:embre)?|dic(?:iembre)?',
]

const oneOf = (names: readonly string[]): string => `(?:${names.join('|')})(?!['’-]?\\p{L})\\.?`

/** Sources of patterns. Only English writes the month before the day. */
export const ENGLISH_MONTH = oneOf(ENGLISH)
export const MONTH = oneOf([...ENGLISH, ...OTHERS])

const NAMED = ENGLISH.map((name, index) => new RegExp(`^${oneOf([name, OTHERS[index] ?? name])}$`, 'iu'))

/** From 1; 0 for another word. */
export const monthNamed = (name: string): number => NAMED.findIndex((month) => month.test(name)) + 1
