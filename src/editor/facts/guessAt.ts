import type { Node as SheetNode } from '@tiptap/pm/model'
import { guessTypeAt } from '../../checks/detect/guessTypeAt'
import { guessType } from '../../story/assessment/guessType'
import type { FactType } from '../../story/ledger/fact'
import { placeOf, readCopyFromDoc } from '../copy/readCopy'
import { textOf, type SheetRange } from './factRanges'

/** Guesses the type of words in the sheet, from their graf if they are in one. */
export function guessAt(doc: SheetNode, stretch: SheetRange): FactType {
  const [first, last] = [placeOf(doc, stretch.from), placeOf(doc, stretch.to)]
  const block = readCopyFromDoc(doc)[first.block]
  return block && first.block === last.block
    ? guessTypeAt(block, first.offset, last.offset)
    : guessType(textOf(doc, stretch))
}
