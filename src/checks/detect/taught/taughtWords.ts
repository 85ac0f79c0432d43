/**
 * What the desk's own words find in a block: statements that nothing else finds, and names that need no check. Both are
 * remembered by the block and by the desk's words, so that a keystroke reads one block.
 */
import type { Block } from '../../../story/copy/copy'
import { isSought, type DeskWord, type DeskWords } from '../../../story/desk/deskWords'
import { FORMER_SENTENCE_RULES } from '../../../story/copy/words/sentences'
import { keyText } from '../../finding/findingKey'
import { memoizeByBlock } from '../../finding/memoizeByBlock'
import { sentenceAt } from '../../finding/sentenceAt'
import { fold } from '../fold'
import { inReadingOrder, overlapAny, type Region } from '../statement'
import { readBlock, statementsOf, type KeyedStatement } from '../statementsOf'
import { phraseFinder, type Finder, type PhrasePlace } from './phrases'

export interface Taught {
  /** In text order. No statement of the checks' own word tables overlaps one. */
  readonly sought: readonly KeyedStatement[]
  /** Names that need no check. */
  readonly quiet: readonly Region[]
}
const NOTHING: Taught = { sought: [], quiet: [] }

const readers = new WeakMap<DeskWords, (block: Block) => Taught>()

export function taughtIn(block: Block, words: DeskWords | undefined): Taught {
  if (words === undefined || words.length === 0) return NOTHING
  let reader = readers.get(words)
  if (!reader) readers.set(words, (reader = readerOf(words)))
  return reader(block)
}

/** All statements of a block, those of the desk's words included, in text order. */
export function statementsWith(block: Block, words: DeskWords | undefined): readonly KeyedStatement[] {
  const own = statementsOf(block)
  const { sought } = taughtIn(block, words)
  return sought.length === 0 ? own : [...own, ...sought].sort(inReadingOrder)
}

/** Reads the statements of a block in steps, ahead of the question. Does nothing for a block that is known. */
export function* statementsAhead(block: Block, words: DeskWords | undefined): Generator<void, void, void> {
  yield* readBlock.ahead(block)
  if (words === undefined || words.length === 0) return
  yield
  taughtIn(block, words)
}

/** A name is quiet when it stands whole in words that need no check: Apple Martin is not Apple. */
export const isQuiet = ({ kind, from, to }: KeyedStatement, { quiet }: Taught): boolean =>
  kind === 'name' && quiet.some((region) => region.from <= from && to <= region.to)

/** Finds the places of words of one list or several. */
export const finderOf = (words: DeskWords): Finder<DeskWord> =>
  phraseFinder(words.map((word) => ({ words: word.words, about: word })))

function readerOf(words: DeskWords): (block: Block) => Taught {
  const sought = words.filter(({ list }) => isSought(list))
  const names = words.filter(({ list }) => list === 'name')
  if (sought.length + names.length === 0) return () => NOTHING
  const find = finderOf(sought)
  const findNames = finderOf(names)
  return memoizeByBlock((block): Taught => {
    if (block.text.trim() === '') return NOTHING
    return {
      sought: sought.length > 0 ? statementsIn(block, find) : [],
      quiet: names.length > 0 ? placesIn(block.text, findNames) : [],
    }
  })
}

/** Places in a text as its own offsets. */
export function placesIn<T>(text: string, find: Finder<T>): readonly PhrasePlace<T>[] {
  const folded = fold(text)
  return find(folded.text).map(({ from, to, about }) => ({ from: folded.origin(from), to: folded.origin(to), about }))
}

function statementsIn(block: Block, find: Finder<DeskWord>): readonly KeyedStatement[] {
  const { text } = block
  // Where the word tables find something, it has its key, and the people who dismissed it did so under that key.
  const isKnown = overlapAny(
    statementsOf(block)
      .filter(({ kind }) => kind === 'superlative')
      .map(({ coreFrom, coreTo }) => ({ from: coreFrom, to: coreTo })),
  )
  return readBlock(block).sentences.flatMap(({ from: start, to: end, languages }) => {
    const sentence = text.slice(start, end)
    const found = placesIn(sentence, find)
      .filter(({ about: { language } }) => reads(languages, language))
      .map(({ from, to, about }) => ({ from: start + from, to: start + to, about }))
      .filter((region) => !isKnown(region))
    return widest(found).map(({ from, to, about }): KeyedStatement => {
      const words = text.slice(from, to)
      const keyIn = (within: string): string => `superlative:${keyText(within)}:${keyText(words)}:desk`
      const key = keyIn(sentence)
      const former = FORMER_SENTENCE_RULES.map((rule) => [rule, keyIn(sentenceAt(text, from, rule))] as const).filter(
        ([, one]) => one !== key,
      )
      return {
        ...{ kind: 'superlative', from, to, coreFrom: from, coreTo: to, words, key, taught: about.words },
        ...(former.length > 0 ? { formerKeys: Object.fromEntries(former) } : {}),
      }
    })
  })
}

/** Whether a sentence may be in the language of a word. Languages without tables are not told apart. */
function reads(languages: readonly string[], language: string | undefined): boolean {
  const main = language?.split('-')[0]
  return main === undefined || languages.includes(main) || !TOLD_APART.has(main)
}
const TOLD_APART: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es', 'ko', 'ja', 'zh'])

/** Of places that overlap the first, and of those the longest. */
function widest<T>(found: readonly PhrasePlace<T>[]): readonly PhrasePlace<T>[] {
  let end = -1
  return found
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < end) return false
      end = to
      return true
    })
}
