import type { DeskWords, GivenWord } from '../../story/desk/deskWords'
import { whyNotWord } from '../../story/desk/whyNotWord'
import { whyNotFiller } from '../quote/whyNotFiller'

/** Why the desk cannot teach this word, as one sentence for people. `given`: tidied. Undefined: it can. */
export const whyNotTaught = (given: GivenWord, known: DeskWords): string | undefined =>
  whyNotWord(given, known) ?? (given.list === 'filler' ? whyNotFiller(given.words, given.language) : undefined)
