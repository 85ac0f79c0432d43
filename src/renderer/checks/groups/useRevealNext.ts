import { useEffect, useRef } from 'react'
import { findingName } from '../../../story/ledger/events/gateEvent'
import { PLACES } from '../../state/focusPlaces'
import { useWindowServices } from '../../state/windowServices'
import { placesCalled } from '../../ui/focus/focusService'
import type { IssueGroup } from './issueList'
import { useSelectIssue } from './useIssues'

/** When the selected finding is settled from the list, the words of the next one come into sight. */
export function useRevealNext(current: IssueGroup | undefined): void {
  const { newsroom } = useWindowServices()
  const select = useSelectIssue()
  const finding = current?.findings[current.at]
  const name = finding && `${current.id} ${findingName(finding)}`
  const before = useRef({ name, count: current?.findings.length ?? 0 })
  useEffect(() => {
    const was = before.current
    before.current = { name, count: current?.findings.length ?? 0 }
    if (!current || !finding || name === was.name || current.findings.length >= was.count) return
    const isHere = placesCalled(PLACES.findingList).some((list) => list.contains(document.activeElement))
    if (isHere || document.activeElement === document.body) select(current, current.at)
  }, [name, current, finding, select, newsroom])
}
