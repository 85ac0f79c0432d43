import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { tagTypeOf } from '../../../checks/finding/tagTypeOf'
import { clearSpeaker } from '../../../checks/quote/speaker/clearSpeaker'
import { tagAll, type ToTag } from '../../../editor/facts/tagAll'
import { onceTakenBack, undoManagerOf, undoStory } from '../../../editor/sync/storyUndo'
import { issueList, wordsAt, type IssueGroup } from './issueList'
import { useNotice } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { PLACES } from '../../state/focusPlaces'
import { afterDrawing, findPlace, focusNow, isFocusLost } from '../../ui/focus/focusService'
import { SPEAKERS_AT_ONCE } from './useUnclearSpeakers'

/**
 * Tags all words of a group, each as a fact to check. One step of undo takes it back, and so does the notice while
 * nothing came after.
 */
export function useTagAll(): (group: Pick<IssueGroup, 'id'>) => void {
  const { newsroom, panels, notices } = useWindowServices()
  const { say } = useNotice()
  return ({ id }) => {
    const session = newsroom.store.getState().session
    const editor = session?.editor
    if (!session || !editor) return
    // The words as they are now: the list may be older.
    if (session.store.getState().stale) session.refresh()
    const { view } = session.store.getState()
    const group = issueList(view, panels.checks.store.getState()).groups.find((one) => one.id === id)
    const wanted = (group?.findings ?? []).flatMap((finding): ToTag[] => {
      const { where } = finding
      const type = tagTypeOf(finding, wordsAt(finding, view.copy))
      return where.kind === 'text' && type ? [{ block: where.block, from: where.from, to: where.to, type }] : []
    })
    const quotes = wanted.filter(({ type }) => type === 'quote')
    const unclear =
      quotes.length > SPEAKERS_AT_ONCE ? 0 : quotes.filter((one) => clearSpeaker(view.copy, one) === '').length
    let tagged = 0
    tagAll(wanted, (count) => (tagged = count))(editor.state, editor.view.dispatch, editor.view)
    if (tagged === 0) return say(checksPanelText('tagAll.nothing'))
    const manager = undoManagerOf(editor.state)
    const step = manager.undoStack.at(-1)
    const done = checksPanelText('tagAll.done', { count: tagged })
    const offered = notices.offer(
      [done, ...(unclear > 0 ? [checksPanelText('tagAll.unclear', { count: unclear })] : [])].join(' '),
      {
        label: checksPanelText('tagAll.undo'),
        run: () => {
          if (manager.undoStack.at(-1) !== step) return say(checksPanelText('tagAll.later'))
          undoStory(editor.state, editor.view.dispatch, editor.view)
          session.refresh()
        },
      },
    )
    // This notice must not go on saying that they are tagged. The sheet tells screen readers that they are not.
    onceTakenBack(editor.state, () => notices.dismiss(offered))
    session.refresh()
    // The group and its button are gone: the keyboard goes on in the list.
    afterDrawing(() => {
      if (isFocusLost()) focusNow(findPlace(PLACES.findings))
    })
  }
}
