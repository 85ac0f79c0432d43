import { fieldsText } from '../../catalogue/window/fields'
import type { Outcome } from '../../ipc/contract'
import type { FieldName, Fields } from '../../story/ledger/fields'
import { fieldWords } from '../../story/ledger/leaving/leaving'
import { useNotice } from '../state'
import { useWindowServices } from '../state/windowServices'

/** Sets a field of a story. `seen`: what legal read. */
export type SetField = <F extends FieldName>(
  story: string,
  field: F,
  value: Fields[F],
  before: Fields[F],
  seen?: string,
) => Promise<Outcome<{ readonly fields: Fields }>>

/** Sets fields, and offers to put back the value that a field had before. A legal read is a signature: it stays. */
export function useSetField(): SetField {
  const { act, undoList } = useWindowServices().newsroom
  const { check } = useNotice()
  return async (story, field, value, before, seen) => {
    const outcome = await act('story.setField', { story, field, value, ...(seen === undefined ? {} : { seen }) })
    const isSignature = field === 'needsLegal' && (value === 'complete' || before === 'complete')
    if (outcome.ok && !isSignature)
      undoList.offer(fieldsText('undo.changed', { field: fieldWords(field) }), async () =>
        check(await act('story.setField', { story, field, value: before })),
      )
    return outcome
  }
}
