import { sheetText } from '../../../catalogue/writing/sheet'
import { findingName } from '../../../story/ledger/events/gateEvent'
import { useCommand, useNewsroom, useNotice } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { issueList, nextIssue, type IssueGroup } from './issueList'

/** Selects the finding at a place of its group. `reveal`: its words come into sight. */
export function useSelectIssue(): (group: IssueGroup, index: number, reveal?: boolean) => void {
  const { newsroom, panels } = useWindowServices()
  return (group, index, reveal = true) => {
    const finding = group.findings[index]
    if (!finding) return
    panels.checks.select({ group: group.id, name: findingName(finding), index })
    if (reveal) newsroom.store.getState().session?.navigation.reveal(finding.where)
  }
}

/** Goes to the next (1) or the previous (-1) issue, and opens its group in the panel. */
export function useIssueWalk(): (direction: 1 | -1) => void {
  const { newsroom, panels } = useWindowServices()
  const { say, announce } = useNotice()
  const select = useSelectIssue()
  return (direction) => {
    const session = newsroom.store.getState().session
    if (!session) return
    const { view, stale } = session.store.getState()
    if (!view.judged || stale) session.refresh()
    panels.checks.showStory(session.id)
    const state = panels.checks.store.getState()
    const { tab, panelFolded } = panels.store.getState()
    if (tab !== 'checks' || panelFolded) panels.showTab('checks')
    const next = nextIssue(issueList(session.store.getState().view, state), direction, state.selected === null)
    const finding = next?.group.findings[next.index]
    if (!next || !finding) return say(sheetText('issues.none'))
    panels.checks.setOpen(next.group.id, true)
    select(next.group, next.index)
    announce(
      sheetText('issues.at', {
        at: next.index + 1,
        of: next.group.findings.length,
        message: finding.message,
      }),
    )
  }
}

/** Registers the keys of the walk through the issues. */
export function useIssueCommands(): void {
  const walk = useIssueWalk()
  const hasStory = useNewsroom(({ session }) => session !== null)
  useCommand('check.next', () => walk(1), hasStory)
  useCommand('check.previous', () => walk(-1), hasStory)
}
