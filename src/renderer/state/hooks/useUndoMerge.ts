import { windowText } from '../../../catalogue/window/window'
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { defined } from '../../../story/text/defined'
import { useNotice } from './useNotice'
import { useWindowServices } from '../windowServices'

/**
 * Undoes the merge that is the latest change of a story. With `bundle` only a merge of that bundle is undone. A refusal
 * is shown as a notice, unless `refused` takes it.
 */
export function useUndoMerge(
  story: string | undefined,
): (bundle?: string, refused?: (message: string) => boolean) => Promise<boolean> {
  const { act } = useWindowServices().newsroom
  const { check, say } = useNotice()
  return async (bundle, refused) => {
    if (story === undefined) return false
    const outcome = await act('story.undoMerge', { story, ...defined({ bundle }) })
    if (!outcome.ok && refused?.(outcome.message)) return false
    const done = check(outcome)
    if (!done) return false
    const { from, tray, keptFields } = done
    const fields = keptFields.map(fieldWords).join(', ')
    say(
      [
        windowText('work.mergeUndone', { from, count: tray }),
        ...(fields === '' ? [] : [windowText('work.keptFields', { fields })]),
      ].join(' '),
    )
    return true
  }
}
