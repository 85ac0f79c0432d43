/** Words, people and verdicts in the messages of findings. */
import { checksText } from '../../catalogue/rooms/checks'
import type { SignOff } from '../../story/ledger/facts/fact'

/** Puts words in quotation marks, unless they have some. Shortens long words in the middle. */
export function named(words: string): string {
  // The words of a fact lack closing quotation marks. With the opening one they would be quoted twice.
  const opened = /^[“„«»「『"‘'](?!.*[”“»«」』"’'][,.]?$)/su.exec(words.trim())
  return nameWhole(opened ? words.trim().slice(1) : words)
}

function nameWhole(words: string): string {
  const shortened = words.length > 1000 ? `${words.slice(0, 400)} ${words.slice(-400)}` : words
  const oneLine = shortened.replace(/\s+/gu, ' ').trim()
  const points = [...oneLine]
  if (points.length <= 90) return /^[“„«»「『"‘'].*[”“»«」』"’'][,.]?$/u.test(oneLine) ? oneLine : `“${oneLine}”`
  return `“${points.slice(0, 50).join('')} … ${points.slice(-30).join('')}”`
}

/** A sign-off as a clause: Editor verified “100 minutes”. */
export function signed(signOff: SignOff, words: string = named(signOff.words)): string {
  return checksText(`signed.${signOff.status}`, { by: signOff.by, words })
}

/** Joins items with "and". */
export const joined = (items: readonly string[]): string =>
  items.length === 0 ? '' : items.reduce((first, second) => checksText('wording.and', { first, second }))

/** A reason after a colon, and the full stop. */
export const because = (reason: string | undefined): string => {
  const given = reason?.trim().replace(/(?<![.\s])[.\s]+$/u, '') ?? ''
  if (given === '') return '.'
  return /[?!…。？！]$/u.test(given) ? `: ${given}` : `: ${given}.`
}
