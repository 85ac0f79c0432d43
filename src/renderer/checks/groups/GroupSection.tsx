import { CircleAlert, Eye } from 'lucide-react'
import { useId } from 'react'
import { checksPanelText } from '../../../catalogue/window/checksPanel'
import type { StoryPart } from '../../state'
import { FindingGroup } from './FindingGroup'
import type { IssueGroup, IssueSection } from './issueList'
import { NoOverrideNote } from './NoOverrideNote'

interface GroupSectionProps {
  readonly section: IssueSection
  readonly count: number
  readonly groups: readonly IssueGroup[]
  readonly current: IssueGroup | undefined
  readonly story: StoryPart<'id' | 'story' | 'copy' | 'assessments' | 'clear'>
}

/** The groups of what blocks clearing, or of what is optional, under a heading with their number. */
export function GroupSection({ section, count, groups, current, story }: GroupSectionProps) {
  const heading = useId()
  if (count === 0) return null
  const blocks = section === 'blocks'
  const Icon = blocks ? CircleAlert : Eye
  return (
    <section className="issue-section" aria-labelledby={heading} data-section={section}>
      <h3 id={heading} className="issue-sub">
        <Icon aria-hidden="true" />
        <span className="issue-count">
          {checksPanelText(blocks ? 'checksPanel.issues' : 'checksPanel.optional', { count })}
        </span>{' '}
        {blocks ? <span className="issue-what">{checksPanelText('checksPanel.blockClearing', { count })}</span> : null}
      </h3>
      {blocks ? <NoOverrideNote story={story} /> : null}
      {groups
        .filter((group) => group.section === section)
        .map((group) => (
          <FindingGroup key={group.id} group={group} story={story} isCurrent={group.id === current?.id} />
        ))}
    </section>
  )
}
