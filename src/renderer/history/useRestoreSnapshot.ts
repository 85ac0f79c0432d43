import { sheetText } from '../../catalogue/writing/sheet'
import { keyOrName, useNotice, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'

/**
 * Puts a snapshot of the open story back, as one step of this window's undo. Resolves to whether it was done; a refusal
 * is shown as a notice.
 */
export function useRestoreSnapshot(
  story: StoryPart<'id' | 'session'>,
): (n: number, fields: boolean) => Promise<boolean> {
  const { act } = useWindowServices().newsroom
  const { check, say } = useNotice()
  return async (n, fields) => {
    const done = check(
      await act('version.restore', { story: story.id, n, fields, mark: story.session.requested.mark() }),
    )
    if (!done) return false
    say(sheetText('snapshot.restored', { n, keyOrName: keyOrName('edit.undo'), kept: done.kept }))
    return true
  }
}
