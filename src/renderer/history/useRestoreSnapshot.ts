import { historyText } from '../../catalogue/history'
import { keyOrName, useNotice, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'

/** Puts a version of the open story back: one step of this window's undo. True when it was done; why not is shown as a notice. */
export function useRestoreSnapshot(
  story: StoryPart<'id' | 'session'>,
): (n: number, fields: boolean) => Promise<boolean> {
  const { act } = useWindowServices().newsroom
  const { check, say } = useNotice()
  return async (n, fields) => {
    const done = check(await act('version.restore', { story: story.id, n, fields, mark: story.session.markForUndo() }))
    if (!done) return false
    say(
      historyText('useRestoreSnapshot.stateBackTakesWords', { n, keyOrName: keyOrName('edit.undo'), kept: done.kept }),
    )
    return true
  }
}
