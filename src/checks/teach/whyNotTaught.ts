import type { DeskWords, GivenWord } from '../../story/desk/deskWords'
import { problemOfWord, type WordProblem } from '../../story/desk/whyNotWord'
import { whyNotFiller } from '../quote/whyNotFiller'

/** Why the desk cannot teach this word. `given`: tidied. Undefined: it can. */
export function whyNotTaught(given: GivenWord, known: DeskWords): WordProblem | undefined {
  const problem = problemOfWord(given, known)
  if (problem || given.list !== 'filler') return problem
  const why = whyNotFiller(given.words, given.language)
  return why === undefined ? undefined : { part: given.language === undefined ? 'language' : 'words', why }
}
