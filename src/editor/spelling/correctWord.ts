import type { Command } from '@tiptap/pm/state'
import { asOwnUndoStep } from '../copy/factRecords'
import { replaceWords } from '../copy/replaceWords'
import type { MarkedWord } from './spellingMarks'

/**
 * Writes a correction over a misspelt word: an ordinary edit, and one undo step. Facts lapse and tags stay, as always
 * (rules 2 and 3); in Suggesting mode it is proposed. False if the word is no longer there.
 */
export const correctWord =
  ({ from, to }: Pick<MarkedWord, 'from' | 'to'>, was: string, correction: string): Command =>
  (state, dispatch) => {
    if (to > state.doc.content.size || state.doc.textBetween(from, to, '\n', '\n') !== was) return false
    if (dispatch) {
      const { tr } = state
      replaceWords(tr, from, to, correction)
      dispatch(asOwnUndoStep(tr))
    }
    return true
  }
