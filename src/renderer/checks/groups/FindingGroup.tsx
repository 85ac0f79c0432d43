import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { ChevronDown, ChevronRight, Tag } from 'lucide-react'
import { memo, useEffect, useId, useRef, type MouseEvent } from 'react'
import { useStore } from 'zustand'
import { findingName } from '../../../story/ledger/events/gateEvent'
import { formatInteger } from '../../../story/text/format/formatInteger'
import { Button } from '../../ui'
import { useNewsroom, type StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { focusPlace } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { FindingRow } from './FindingRow'
import { factsById, type IssueGroup } from './issueList'
import { kindTitle } from './kindTitle'
import { useBulkAct } from './useBulkAct'
import { useSelectIssue } from './useIssues'
import { useUnclearSpeakers } from './useUnclearSpeakers'

interface FindingGroupProps {
  readonly group: IssueGroup
  readonly story: StoryPart<'id' | 'copy' | 'assessments'>
  /** It holds the selected finding. */
  readonly isCurrent: boolean
}

/** The selected finding and one on each side. */
const FEW = 3
/** Rows that “Show all” adds at a time. */
const PAGE = 100

/** The findings of one kind under a heading that folds them, with the one act for all of them. */
export const FindingGroup = memo(function FindingGroup({ group, story, isCurrent }: FindingGroupProps) {
  const { panels } = useWindowServices()
  const { id, kind, findings, isOpen } = group
  const bulk = useBulkAct(group)
  const heading = useId()
  const list = useId()
  const head = useRef<HTMLButtonElement>(null)
  useEffect(() => focusPlace(PLACES.findings)(head.current), [])
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div className="issue-group" data-open={isOpen} data-kind={kind}>
      <div className="issue-head">
        <h4>
          <button
            ref={head}
            type="button"
            id={heading}
            className="issue-fold"
            aria-expanded={isOpen}
            {...(isOpen ? { 'aria-controls': list } : {})}
            onClick={() => panels.checks.setOpen(id, !isOpen)}
          >
            <Chevron aria-hidden="true" />
            <span className="issue-kind">{kindTitle(group)}</span>{' '}
            <span className="count">{formatInteger(findings.length)}</span>
          </button>
        </h4>
        {bulk && !isOpen ? (
          <button type="button" className="issue-link" aria-describedby={heading} onClick={once(bulk.run)}>
            {bulk.short}
          </button>
        ) : null}
      </div>
      {isOpen ? (
        <>
          {bulk ? (
            <div className="issue-bulk">
              <Button icon={bulk.act === 'tag' ? <Tag aria-hidden="true" /> : undefined} onClick={once(bulk.run)}>
                {bulk.long}
              </Button>
              {bulk.act === 'tag' ? <Consequence group={group} story={story} /> : null}
            </div>
          ) : null}
          <Rows id={list} labelledBy={heading} group={group} story={story} isCurrent={isCurrent} />
        </>
      ) : null}
    </div>
  )
})

/** The second click of a double click would hit the group that has taken the place of a settled one. */
const once =
  (run: () => void) =>
  ({ detail }: MouseEvent): void => {
    if (detail < 2) run()
  }

/** What “Tag all” does, before it is done. */
function Consequence({ group: { kind, findings }, story }: Pick<FindingGroupProps, 'group' | 'story'>) {
  const unclear = useUnclearSpeakers(kind === 'quotes' ? findings : NONE, story.copy)
  return (
    <p className="panel-note">
      {checksPanelText(kind === 'quotes' ? 'tagAll.becomesQuote' : 'tagAll.becomesFact')}
      {unclear ? ` ${checksPanelText('tagAll.unclear', { count: unclear })}` : ''}
    </p>
  )
}
const NONE: IssueGroup['findings'] = []

interface RowsProps extends FindingGroupProps {
  readonly id: string
  readonly labelledBy: string
}

function Rows({ id, labelledBy, group, story, isCurrent }: RowsProps) {
  const { panels } = useWindowServices()
  const asked = useStore(panels.checks.store, ({ rows }) => rows.get(group.id))
  const person = useNewsroom(({ person }) => person)
  const select = useSelectIssue()
  const { findings, kind, at } = group
  const facts = factsById(story.assessments)
  const count = findings.length
  const from = asked === undefined ? Math.max(0, Math.min(at - 1, count - FEW)) : 0
  // The selected finding is never below the fold of the list.
  const to = Math.min(count, asked === undefined ? from + FEW : Math.max(asked, at + 2))
  const onSelect = (index: number, reveal: boolean): void => select(group, index, reveal)
  return (
    <>
      <ul id={id} className="issue-list" aria-labelledby={labelledBy}>
        {findings.slice(from, to).map((finding, offset) => {
          const index = from + offset
          const fact = 'fact' in finding.where ? facts.get(finding.where.fact ?? '') : undefined
          return (
            <FindingRow
              key={`${person ?? ''} ${findingName(finding)}`}
              finding={finding}
              kind={kind}
              story={story.id}
              copy={story.copy}
              fact={fact}
              isSelected={isCurrent && index === at}
              place={{ index, of: count }}
              onSelect={onSelect}
            />
          )
        })}
      </ul>
      {to - from < count ? (
        <p className="issue-more">
          <button
            type="button"
            className="issue-link"
            onClick={() => panels.checks.showRows(group.id, (asked === undefined ? 0 : to) + PAGE)}
          >
            {asked === undefined && count <= PAGE
              ? checksPanelText('findingGroup.showAll', { count })
              : checksPanelText('findingGroup.showMore', {
                  shown: formatInteger(to),
                  count: formatInteger(count),
                  more: Math.min(PAGE, count - to),
                })}
          </button>
        </p>
      ) : asked !== undefined && count > FEW ? (
        <p className="issue-more">
          <button type="button" className="issue-link" onClick={() => panels.checks.showFew(group.id)}>
            {checksPanelText('findingGroup.showFew')}
          </button>
        </p>
      ) : null}
    </>
  )
}
