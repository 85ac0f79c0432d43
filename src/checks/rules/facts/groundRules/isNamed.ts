/** Whether a sentence names a source, whose name may also be a word of the language. */
import { canonical } from '../../../../story/text/compare'
import { findDates } from '../../../detect/numbers/dates'
import { placesOfWholeWords } from '../../../finding/supportingSources'

/**
 * Whether the sentence names somebody or something: as `standsIn`, but “for the first time” does not name Time, and “in
 * May” names nobody called May. A word with a capital may be the name in another case: “REUTERS”, “The Times”.
 */
export function isNamed(sentence: string, name: string): boolean {
  const text = canonical(sentence)
  const found = placesOfWholeWords(text, name).filter(({ from, to }) => hasCase(text.slice(from, to), canonical(name)))
  if (found.length === 0) return false
  const dates = findDates(text)
  return found.some(
    ({ from, to }) =>
      !dates.some((date) => date.from <= from && to <= date.to) &&
      !(MONTH.test(text.slice(from, to)) && IN_MONTH.test(text.slice(0, from))),
  )
}

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)$/iu
const IN_MONTH =
  /(?<!\p{L})(?:in|since|until|till|during|last|next|this|early|late|mid|through|im|seit|bis|Anfang|Mitte|Ende)[\s-]$/iu

/** Small words of a name that are written without a capital inside a sentence: “the Times”. */
const SMALL = /^(?:the|a|an|of|and|de|du|des|la|le|les|el|los|der|die|das|und|et|y)$/u
const WORDS = /[\p{L}\p{M}\p{N}]+/gu
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

/** Whether words that are a name in some case are it as they stand. */
function hasCase(shown: string, name: string): boolean {
  if (shown === name) return true
  const words = shown.match(WORDS) ?? []
  const own = name.match(WORDS) ?? []
  // “Who” is not WHO, but DPA is dpa.
  if ((name.match(/\p{L}/gu) ?? []).length < 4)
    return shown === shown.toUpperCase() || (isCapital(shown) && !isCapital(name))
  return words.every((word, at) => word === own[at] || isCapital(word) || (words.length > 1 && SMALL.test(word)))
}
