/**
 * Which words of the desk a gate asked for. They are no part of the cleared hash: a word that is taught later asks at
 * the next door (docs/decisions/desk-words.md).
 */
import { canonicalJson } from '../text/canonicalJson'
import type { DeskWords } from '../desk/deskWords'
import { hashText } from './hash'
import type { DeskWordsAsked } from './events/gateEvent'

/** Undefined: the desk has none. The gate does not ask for words of the spell-checker. */
export function deskWordsAsked(taught: DeskWords | undefined): DeskWordsAsked | undefined {
  const words = taught?.filter(({ list }) => list !== 'spelling')
  if (!words || words.length === 0) return undefined
  const lines = words.map(({ list, words: phrase, language = '' }) => canonicalJson([list, phrase, language]))
  return { count: words.length, hash: hashText(canonicalJson(lines.toSorted())) }
}
