import type { EditorState } from '@tiptap/pm/state'
import { guessType } from '../../story/assessment/copy/guessType'
import type { FactType } from '../../story/ledger/facts/fact'
import { copyPlaceAt, readCopyFromDoc } from '../copy/readCopy'
import { storyContextOf } from '../copy/storyContext'
import { textOf, type SheetRange } from './factRanges'

/** Guesses the type of words in the sheet, from their graf if they are in one. */
export function guessAt(state: EditorState, stretch: SheetRange): FactType {
  const { doc } = state
  const { guessTypeAt } = storyContextOf(state)
  const [first, last] = [copyPlaceAt(doc, stretch.from), copyPlaceAt(doc, stretch.to)]
  const block = readCopyFromDoc(doc)[first.block]
  const fromGraf = block && first.block === last.block ? guessTypeAt?.(block, first.offset, last.offset) : undefined
  return fromGraf ?? guessType(textOf(doc, stretch))
}
