import { checksPanelText } from '../../catalogue/window/checksPanel'
import { useEffect, useId, useState } from 'react'
import type { Finding, Verdict } from '../../story/assessment/finding'
import { whyNotDismiss, whyNotOverride } from '../../gate/override'
import { legalMoves, type Door, type Move } from '../../story/ledger/stages'
import { MeterRow } from './MeterRow'
import { pick, useStaleFlag, useNewsroom, useStory, type StoryPart } from '../state'
import { FindingItem } from './FindingItem'
import { useShowPlace } from '../state/hooks/useShowPlace'
import { blockWords, sortFindings } from './verdictWords'
import { useWindowServices } from '../state/windowServices'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './checks.css'

/** Lists what blocks the story's next move, and what blocks clearing. */
export function ChecksPanel() {
  const story = useStory(pick('id', 'story', 'copy', 'clear', 'judged'))
  const lists = useStaleFlag<HTMLElement>()
  return (
    <section ref={lists} className="region" aria-label={checksPanelText('checksPanel.checks')}>
      <MeterRow />
      <div className="panel" ref={focusPlace(PLACES.findingList)}>
        {story ? (
          <Checks story={story} />
        ) : (
          <div className="empty">
            <p>{checksPanelText('checksPanel.checksListWhatBlocks')}</p>
            <p>{checksPanelText('checksPanel.openStoryChecksStand')}</p>
          </div>
        )}
      </div>
    </section>
  )
}

/** Doors that ask for the findings of clearing, or for none. */
const SAME_AS_CLEAR: ReadonlySet<Door> = new Set<Door>(['file', 'sendBack', 'spike', 'clear'])

function Checks({ story }: { readonly story: StoryPart<'id' | 'story' | 'copy' | 'clear' | 'judged'> }) {
  const next = legalMoves(story.story.ledger.standing, story.story.fields.kind)[0]
  const doorVerdict = useDoorVerdict(story, next && !SAME_AS_CLEAR.has(next.door) ? next.door : undefined)
  const { clear } = story
  const known = new Set([...clear.blocks, ...clear.warns].map(keyOf))
  const extra = doorVerdict.verdict ? without(doorVerdict.verdict, known) : undefined
  const empty = clear.blocks.length + clear.warns.length + clear.overridden.length === 0

  return (
    <>
      <div className="panel-head">
        <details className="checks-meter">
          <summary>{checksPanelText('checksPanel.whatMeterCounts')}</summary>
          <p>{checksPanelText('checksPanel.eachFindingBlocksClearing')}</p>
        </details>
      </div>
      {next ? (
        <NextDoor
          move={next}
          verdict={extra}
          problem={doorVerdict.problem}
          story={story.id}
          clearBlocks={clear.blocks.length}
        />
      ) : null}
      <NotYours story={story} />
      <Findings title={checksPanelText('checksPanel.blocksClearing')} findings={clear.blocks} story={story.id} />
      <Findings title={checksPanelText('checksPanel.lookBeforeClearing')} findings={clear.warns} story={story.id} />
      <Overridden story={story} />
      {story.judged ? null : (
        <div className="empty">
          <p>{checksPanelText('checksPanel.readingCopy')}</p>
        </div>
      )}
      {empty && story.judged ? (
        <div className="empty">
          <p>{checksPanelText('checksPanel.nothingHereStandsBetween')}</p>
          <p>{checksPanelText('checksPanel.writeQuotationFigureWithout')}</p>
        </div>
      ) : null}
    </>
  )
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
      {whyNotOverride(closed, person, story.story, desk)}
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
      <h2 id={heading} className="panel-title">
        {checksPanelText('checksPanel.next', { name: move.name })}
      </h2>
      {problem ? <p className="problem">{problem}</p> : null}
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
                <FindingItem key={keyOf(finding)} finding={finding} story={story} />
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

function Findings({
  title,
  findings,
  story,
}: {
  readonly title: string
  readonly findings: readonly Finding[]
  readonly story: string
}) {
  const heading = useId()
  if (findings.length === 0) return null
  return (
    <section className="checks-group" aria-labelledby={heading}>
      <h2 id={heading} className="panel-title">
        {title} <span className="count">{findings.length}</span>
      </h2>
      {sortFindings(findings).map((group) => (
        <div key={group.sort}>
          <h3 className="panel-subtitle">{group.heading}</h3>
          <ul className="finding-list">
            {group.findings.map((finding) => (
              <FindingItem key={keyOf(finding)} finding={finding} story={story} />
            ))}
          </ul>
        </div>
      ))}
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
      <h2 id={heading} className="panel-title">
        {checksPanelText('checksPanel.overridden')} <span className="count">{overridden.length}</span>
      </h2>
      <ul className="finding-list">
        {overridden.map((finding) => {
          const override = overrides.findLast((item) => item.rule === finding.rule && item.key === finding.key)
          return (
            <li key={keyOf(finding)} className="finding">
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

const keyOf = (finding: Finding): string => `${finding.rule} ${finding.key}`
const without = (verdict: Verdict, known: ReadonlySet<string>): Verdict => ({
  ...verdict,
  blocks: verdict.blocks.filter((finding) => !known.has(keyOf(finding))),
  warns: verdict.warns.filter((finding) => !known.has(keyOf(finding))),
})
