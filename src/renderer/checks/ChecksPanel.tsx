import { checksPanelText } from '../../catalogue/window/checksPanel'
import { useLayoutEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { pick, useStaleFlag, useStory, type StoryPart } from '../state'
import { isUnwritten } from '../state/session/isUnwritten'
import { useWindowServices } from '../state/windowServices'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import { ChecksHead } from './ChecksHead'
import { GroupSection } from './groups/GroupSection'
import { issueList } from './groups/issueList'
import { useFindingMarks } from './groups/useFindingMarks'
import { useRevealNext } from './groups/useRevealNext'
import { NextDoor } from './move/NextDoor'
import { useNextDoor } from './move/useNextDoor'
import { OverriddenFindings } from './OverriddenFindings'
import { stepThroughFindings } from './stepThroughFindings'
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
  const next = useNextDoor(story)
  return (
    <>
      <ChecksHead current={shown} />
      <div className="checks-scroll" ref={focusPlace(PLACES.findingList)} tabIndex={-1} onKeyDown={stepThroughFindings}>
        {unwritten ? (
          <div className="empty">
            <strong>{checksPanelText('checksPanel.nothingWritten')}</strong>
            <p>{checksPanelText('checksPanel.writeQuotationFigureWithout')}</p>
          </div>
        ) : (
          <>
            <GroupSection
              section="blocks"
              count={clear.blocks.length}
              groups={groups}
              current={current}
              story={story}
            />
            <GroupSection section="warns" count={clear.warns.length} groups={groups} current={current} story={story} />
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
              {next ? <NextDoor next={next} story={story.id} clearBlocks={clear.blocks.length} /> : null}
              <OverriddenFindings story={story} />
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
