import type { Command } from '@tiptap/pm/state'
import type { Range } from '../../story/copy/copy'
import type { FactTag, FactType } from '../../story/ledger/facts/fact'
import { withFactRecords } from '../copy/factRecords'
import { eachTextNode } from '../copy/textNodes'
import { sheetRangeIn } from '../copy/readCopy'
import { storyContextOf } from '../copy/storyContext'
import { factMark, hasStanding, markText, trimmed, type SheetRange } from './factRanges'

/** Words of the standing copy that become a fact. */
export interface ToTag extends Range {
  readonly type: FactType
}

/**
 * Tags each of these words as one fact to check, in one undo step. Words that are only proposed are left out.
 * `onTagged` is told how many facts there are now.
 */
export const tagAll =
  (wanted: readonly ToTag[], onTagged: (count: number) => void = () => undefined): Command =>
  (state, dispatch, view) => {
    if (view && !view.editable) return false
    const byBlock = new Map<number, ToTag[]>()
    for (const one of wanted) byBlock.set(one.block, [...(byBlock.get(one.block) ?? []), one])
    const stretches: (SheetRange & { readonly type: FactType })[] = []
    let block = 0
    eachTextNode(state.doc, (node, position) => {
      for (const one of byBlock.get(block) ?? []) {
        const stretch = trimmed(state.doc, sheetRangeIn(node, position, one))
        if (stretch && hasStanding(state.doc, stretch)) stretches.push({ ...stretch, type: one.type })
      }
      block++
    })
    if (stretches.length === 0) return false
    if (!dispatch) return true
    const { newId, now, person } = storyContextOf(state)
    const { tr } = state
    const records = stretches.map(({ type, ...stretch }): FactTag => {
      const record: FactTag = { id: newId(), type, by: person, at: now() }
      markText(tr, stretch, factMark(state.schema, record.id))
      return record
    })
    dispatch(withFactRecords(tr, records))
    onTagged(records.length)
    return true
  }
