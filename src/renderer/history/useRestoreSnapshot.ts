import { sheetText } from '../../catalogue/writing/sheet'
import { fieldWords } from '../../story/ledger/leaving/leaving'
import { keyOrName, useNotice, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'

/**
 * Puts a snapshot of the open story back: its words as one step of this window's undo, and its fields if asked to, or
 * those that leave. Says which of these stayed.
 * Resolves to whether it was done; a refusal is shown as a notice.
 */
export function useRestoreSnapshot(
  story: StoryPart<'id' | 'session'>,
): (n: number, fields: boolean | 'leaving') => Promise<boolean> {
  const { act } = useWindowServices().newsroom
  const { check, say } = useNotice()
  return async (n, fields) => {
    const done = check(
      await act('version.restore', { story: story.id, n, fields, mark: story.session.requested.mark() }),
    )
    if (!done) return false
    const said = { n, keyOrName: keyOrName('edit.undo'), kept: done.kept }
    const set = done.fields.map(fieldWords).join(', ')
    const restored =
      set === '' ? sheetText('snapshot.restored', said) : sheetText('snapshot.restoredFields', { ...said, fields: set })
    const stayed = done.stayed?.map(fieldWords).join(', ')
    say(stayed ? `${restored} ${sheetText('snapshot.stayed', { fields: stayed })}` : restored)
    return true
  }
}
