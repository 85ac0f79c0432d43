/** What a word would do in a sentence, before the desk saves it. */
import type { Block } from '../../story/copy/copy'
import { isSought, type DeskWord, type DeskWords, type GivenWord } from '../../story/desk/deskWords'
import { finderOf, isQuiet, placesIn, statementsWith, taughtIn } from '../detect/taught/taughtWords'
import { statementsOf, type KeyedStatement } from '../detect/statementsOf'
import { standsApart } from '../quote/taughtQuote'

export interface Trial {
  /** The words that it finds: to tag, to leave out of a quote, a title, or names that are no longer asked about. */
  readonly finds: readonly string[]
  /** What is found there without it, as statements to tag or names to look at. */
  readonly already: readonly string[]
}

export function tryWord(given: GivenWord, sentence: string, known: DeskWords): Trial {
  const word: DeskWord = { id: '', by: '', at: '', ...given }
  const block: Block = { role: 'paragraph', text: sentence, spans: [] }
  const already = statementsWith(block, known).map(({ words }) => words)
  return { finds: [...new Set(findsOf(word, block))], already: [...new Set(already)] }
}

function findsOf(word: DeskWord, block: Block): readonly string[] {
  const { text } = block
  const taught = taughtIn(block, [word])
  const wordsOf = (found: readonly KeyedStatement[]): readonly string[] => found.map(({ words }) => words)
  if (isSought(word.list)) return wordsOf(taught.sought)
  if (word.list === 'name') return wordsOf(statementsOf(block).filter((one) => isQuiet(one, taught)))
  return placesIn(text, finderOf([word]))
    .filter(({ from, to }) => word.list === 'title' || word.list === 'spelling' || standsApart(text, from, to))
    .map(({ from, to }) => text.slice(from, to))
}
