import { ArrowLeft, ArrowRight } from 'lucide-react'
import { checksPanelText } from '../../catalogue/window/checksPanel'
import { formatInteger } from '../../story/text/format/formatInteger'
import { useKeys } from '../state'
import { IconButton } from '../ui'
import type { IssueGroup } from './groups/issueList'
import { useIssueWalk } from './groups/useIssues'

/** The title, the place in the open group, and the steps to the next and the previous issue. */
export function ChecksHead({ current }: { readonly current: IssueGroup | undefined }) {
  const walk = useIssueWalk()
  const keyOf = useKeys()
  const [next, previous] = [keyOf('check.next'), keyOf('check.previous')]
  return (
    <div className="checks-head">
      <h2>{checksPanelText('checksPanel.checks')}</h2>
      {current ? (
        <>
          <span className="checks-at">
            {checksPanelText('checksPanel.place', {
              at: formatInteger(current.at + 1),
              of: formatInteger(current.findings.length),
            })}
          </span>
          <IconButton
            label={checksPanelText('checksPanel.previousIssue')}
            keys={previous || undefined}
            icon={<ArrowLeft aria-hidden="true" />}
            onClick={() => walk(-1)}
          />
          <IconButton
            label={checksPanelText('checksPanel.nextIssue')}
            keys={next || undefined}
            icon={<ArrowRight aria-hidden="true" />}
            onClick={() => walk(1)}
          />
          {next ? (
            <kbd className="checks-key" aria-hidden="true">
              {next}
            </kbd>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
