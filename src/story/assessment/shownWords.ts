import type { Assessment } from './assessment'
import { canonical } from '../text/compare'

/**
 * The words of a fact for people: the tagged text with its closing marks. Letters or digits that touch the tag, or that
 * stand in a gap of it, change what the fact says. Then the words that a verdict holds for: “112 ships” for a tag on
 * “12 ships”.
 */
export const shownWords = ({ text, words }: Pick<Assessment, 'text' | 'words'>): string =>
  canonical(text).includes(canonical(words)) && text !== '' ? text : words
