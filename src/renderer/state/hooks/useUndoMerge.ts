import { windowText } from '../../../catalogue/window/window'
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { defined } from '../../../story/text/defined'
import { useNotice } from './useNotice'
import { useWindowServices } from '../windowServices'

/**
 * Undoes the merge that is the latest change of a story. With `bundle` only a merge of that bundle is undone. A refusal
 * is shown as a notice.
 */
export function useUndoMerge(story: string | undefined): (bundle?: string) => Promise<boolean> {
  const { act } = useWindowServices().newsroom
  const { check, say } = useNotice()
  return async (bundle) => {
    const done =
      story === undefined ? undefined : check(await act('story.undoMerge', { story, ...defined({ bundle }) }))
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
