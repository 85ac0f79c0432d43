import { fieldsText } from '../../../catalogue/window/fields'
import type { Outcome } from '../../../ipc/contract'
import type { FieldName, Fields } from '../../../story/ledger/fields'
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { canonicalJson } from '../../../story/text/canonicalJson'
import { useNotice } from '../../state'
import { useWindowServices } from '../../state/windowServices'

/** Sets a field of a story. `seen`: what legal read. */
export type SetField = <F extends FieldName>(
  story: string,
  field: F,
  value: Fields[F],
  before: Fields[F],
  seen?: string,
) => Promise<Outcome<{ readonly fields: Fields }>>

/**
 * Sets fields, and offers to put back the value that a field had before, unless it was changed again since. A legal
 * read is a signature: it stays.
 */
export function useSetField(): SetField {
  const { act, undoList } = useWindowServices().newsroom
  const { check } = useNotice()
  return async (story, field, value, before, seen) => {
    const outcome = await act('story.setField', { story, field, value, ...(seen === undefined ? {} : { seen }) })
    const isSignature = field === 'needsLegal' && (value === 'complete' || before === 'complete')
    if (!outcome.ok || isSignature) return outcome
    // The owner may store it otherwise than it was typed.
    const stored = canonicalJson(outcome.value.fields[field])
    undoList.offer(
      fieldsText('undo.changed', { field: fieldWords(field) }),
      async () => check(await act('story.setField', { story, field, value: before })),
      async () => {
        const shown = check(await act('story.show', { story }))
        // A legal read that the rules require shows so, whatever is stored.
        return shown && [stored, canonicalJson(before)].includes(canonicalJson(shown.fields[field]))
      },
    )
    return outcome
  }
}
