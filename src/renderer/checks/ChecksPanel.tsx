import { checksPanelText } from '../../catalogue/window/checksPanel'
import { ArrowLeft, ArrowRight, CircleAlert, Eye } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import type { Verdict } from '../../story/assessment/finding'
import { findingName } from '../../story/ledger/events/gateEvent'
import { formatInteger } from '../../story/text/format/formatInteger'
import { whyNotDismiss, whyNotOverride } from '../../gate/override'
import { whySaidTo } from '../../story/desk/saidTo'
import { legalMoves, type Door, type Move } from '../../story/ledger/stages'
import { IconButton, Problem } from '../ui'
import { pick, useKeys, useStaleFlag, useNewsroom, useStory, type StoryPart } from '../state'
import { FindingGroup } from './groups/FindingGroup'
import { issueList, type IssueGroup, type IssueSection } from './groups/issueList'
import { useFindingMarks } from './groups/useFindingMarks'
import { useIssueWalk, useSelectIssue } from './groups/useIssues'
import { FindingItem } from './FindingItem'
import { isUnwritten } from '../state/session/isUnwritten'
import { useShowPlace } from '../state/hooks/useShowPlace'
import { blockWords } from './verdictWords'
import { useWindowServices } from '../state/windowServices'
import { focusPlace, placesCalled } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './checks.css'
import './groups/groups.css'

/** What the list shows of the open story. */
const PARTS = ['id', 'story', 'copy', 'assessments', 'clear', 'judged', 'editor'] as const
type Shown = StoryPart<(typeof PARTS)[number]>

/** Lists what blocks clearing by kind, and what is optional, so that a person can finish it. */
export function ChecksPanel() {
  const story = useStory(pick(...PARTS))
  const lists = useStaleFlag<HTMLElement>()
  return (
    <section ref={lists} className="region checks" aria-label={checksPanelText('checksPanel.checks')}>
      {story ? (
        <Checks key={story.id} story={story} />
      ) : (
        <>
          <div className="checks-head">
            <h2>{checksPanelText('checksPanel.checks')}</h2>
          </div>
          <div className="empty">
            <p>{checksPanelText('checksPanel.checksListWhatBlocks')}</p>
            <p>{checksPanelText('checksPanel.openStoryChecksStand')}</p>
          </div>
        </>
      )}
    </section>
  )
}

/** Doors that ask for the findings of clearing, or for none. */
const SAME_AS_CLEAR: ReadonlySet<Door> = new Set<Door>(['file', 'sendBack', 'spike', 'clear'])

function Checks({ story }: { readonly story: Shown }) {
  const { panels } = useWindowServices()
  const { clear, copy, assessments, editor } = story
  useLayoutEffect(() => panels.checks.showStory(story.id), [panels, story.id])
  const state = useStore(panels.checks.store)
  const unwritten = isUnwritten(story.story, assessments)
  const { groups, current } = useMemo(
    () => issueList({ clear, copy, assessments }, state),
    [clear, copy, assessments, state],
  )
  const shown = unwritten ? undefined : current
  useFindingMarks(editor, shown)
  useRevealNext(shown)
  const next = legalMoves(story.story.ledger.standing, story.story.fields.kind)[0]
  const doorVerdict = useDoorVerdict(story, next && !SAME_AS_CLEAR.has(next.door) ? next.door : undefined)
  const known = useMemo(() => new Set([...clear.blocks, ...clear.warns].map(findingName)), [clear])
  const extra = doorVerdict.verdict ? without(doorVerdict.verdict, known) : undefined
  return (
    <>
      <Head current={shown} />
      <div className="checks-scroll" ref={focusPlace(PLACES.findingList)} tabIndex={-1} onKeyDown={stepThroughFindings}>
        {unwritten ? (
          <div className="empty">
            <strong>{checksPanelText('checksPanel.nothingWritten')}</strong>
            <p>{checksPanelText('checksPanel.writeQuotationFigureWithout')}</p>
          </div>
        ) : (
          <>
            <Section section="blocks" count={clear.blocks.length} groups={groups} current={current} story={story} />
            <Section section="warns" count={clear.warns.length} groups={groups} current={current} story={story} />
            {story.judged ? (
              clear.blocks.length + clear.warns.length + clear.overridden.length === 0 ? (
                <div className="empty">
                  <p>{checksPanelText('checksPanel.nothingHereStandsBetween')}</p>
                  <p>{checksPanelText('checksPanel.writeQuotationFigureWithout')}</p>
                </div>
              ) : null
            ) : (
              <div className="empty">
                <p>{checksPanelText('checksPanel.readingCopy')}</p>
              </div>
            )}
            <div className="checks-rest">
              {next ? (
                <NextDoor
                  move={next}
                  verdict={extra}
                  problem={doorVerdict.problem}
                  story={story.id}
                  clearBlocks={clear.blocks.length}
                />
              ) : null}
              <Overridden story={story} />
              <details className="checks-meter">
                <summary>{checksPanelText('checksPanel.whatMeterCounts')}</summary>
                <p>{checksPanelText('checksPanel.eachFindingBlocksClearing')}</p>
              </details>
            </div>
          </>
        )}
      </div>
    </>
  )
}

/** The title, the place in the open group, and the steps to the next and the previous issue. */
function Head({ current }: { readonly current: IssueGroup | undefined }) {
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

interface SectionProps {
  readonly section: IssueSection
  readonly count: number
  readonly groups: readonly IssueGroup[]
  readonly current: IssueGroup | undefined
  readonly story: Shown
}

function Section({ section, count, groups, current, story }: SectionProps) {
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
      {blocks ? <NotYours story={story} /> : null}
      {groups
        .filter((group) => group.section === section)
        .map((group) => (
          <FindingGroup key={group.id} group={group} story={story} isCurrent={group.id === current?.id} />
        ))}
    </section>
  )
}

/** When the selected finding is settled from the list, the words of the next one come into sight. */
function useRevealNext(current: IssueGroup | undefined): void {
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

/** Arrow keys walk the rows and the headings of the groups. */
function stepThroughFindings(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const at = document.activeElement
  if (!at?.matches('.issue-open, .issue-fold')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.issue-open, .issue-fold')]
  const next = rows[rows.findIndex((row) => row === at) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Says once why a person may not override what blocks, before they look for it in every row. */
function NotYours({ story }: { readonly story: StoryPart<'story' | 'clear'> }) {
  const { person, desk, readOnly } = useNewsroom(pick('person', 'desk', 'readOnly'))
  if (readOnly !== undefined || person === undefined) return null
  const closed = story.clear.blocks.find(
    (finding) => finding.overridable && whyNotOverride(finding, person, story.story, desk) !== undefined,
  )
  if (!closed) return null
  const both = story.clear.blocks.some(
    (finding) => finding.dismissable && whyNotDismiss(finding, person, story.story, desk) !== undefined,
  )
  return (
    <p className="panel-note checks-closed">
      {whySaidTo(person, whyNotOverride(closed, person, story.story, desk))}
      {both ? checksPanelText('checksPanel.tagWhatCanChecked') : ''}
    </p>
  )
}

interface NextDoorProps {
  readonly move: Move
  readonly verdict: Verdict | undefined
  readonly problem: string | undefined
  readonly story: string
  readonly clearBlocks: number
}

function NextDoor({ move, verdict, problem, story, clearBlocks }: NextDoorProps) {
  const heading = useId()
  return (
    <section className="checks-group" aria-labelledby={heading}>
      <h3 id={heading} className="panel-title">
        {checksPanelText('checksPanel.next', { name: move.name })}
      </h3>
      <Problem text={problem} />
      {move.door === 'clear' ? (
        <p className="panel-note">
          {clearBlocks > 0
            ? checksPanelText('checksPanel.asksEverythingUnderBlocks')
            : checksPanelText('checksPanel.gateOpen')}
        </p>
      ) : SAME_AS_CLEAR.has(move.door) ? (
        <p className="panel-note">{checksPanelText('checksPanel.asksNothingWhatFound')}</p>
      ) : verdict ? (
        <>
          <p className="panel-note">
            {verdict.blocks.length > 0
              ? checksPanelText('checksPanel.beyondClearing', { blocks: blockWords(verdict.blocks) })
              : clearBlocks > 0
                ? checksPanelText('checksPanel.asksWhatBlocksClearing')
                : checksPanelText('checksPanel.gateOpen')}
          </p>
          {[...verdict.blocks, ...verdict.warns].length > 0 ? (
            <ul className="finding-list">
              {[...verdict.blocks, ...verdict.warns].map((finding) => (
                <FindingItem key={findingName(finding)} finding={finding} story={story} />
              ))}
            </ul>
          ) : null}
        </>
      ) : problem === undefined ? (
        <p className="panel-note">{checksPanelText('movePanel.askingGate')}</p>
      ) : null}
    </section>
  )
}

function Overridden({ story }: { readonly story: StoryPart<'story' | 'clear'> }) {
  const heading = useId()
  const show = useShowPlace()
  const { overridden } = story.clear
  if (overridden.length === 0) return null
  const overrides = story.story.ledger.overrides
  return (
    <section className="checks-group" aria-labelledby={heading}>
      <h3 id={heading} className="panel-title">
        {checksPanelText('checksPanel.overridden')} <span className="count">{overridden.length}</span>
      </h3>
      <ul className="finding-list">
        {overridden.map((finding) => {
          const override = overrides.findLast((item) => item.rule === finding.rule && item.key === finding.key)
          return (
            <li key={findingName(finding)} className="finding">
              <span className="finding-mark is-soft" aria-hidden="true">
                ⋯
              </span>
              <div className="finding-text">
                <button type="button" className="finding-jump" onClick={() => show(finding.where)}>
                  {finding.message}
                </button>
                {override ? (
                  <p className="panel-note">
                    {override.by}: “{override.reason}”
                  </p>
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface DoorAnswer {
  readonly verdict?: Verdict | undefined
  readonly problem?: string | undefined
}

/** Asks the owner's gate for a door whose rules need more than this window knows. */
function useDoorVerdict(story: StoryPart<'id' | 'story' | 'copy'>, door: Door | undefined): DoorAnswer {
  const { act } = useWindowServices().newsroom
  const [answer, setAnswer] = useState<DoorAnswer & { readonly door?: Door }>({})
  const { id, copy } = story
  const { ledger } = story.story
  useEffect(() => {
    if (!door) return
    let gone = false
    void act('story.gate', { story: id, door }).then((outcome) => {
      if (!gone) setAnswer(outcome.ok ? { door, verdict: outcome.value } : { door, problem: outcome.message })
    })
    return () => {
      gone = true
    }
  }, [act, door, id, copy, ledger])
  return answer.door === door ? answer : {}
}

const without = (verdict: Verdict, known: ReadonlySet<string>): Verdict => ({
  ...verdict,
  blocks: verdict.blocks.filter((finding) => !known.has(findingName(finding))),
  warns: verdict.warns.filter((finding) => !known.has(findingName(finding))),
})
