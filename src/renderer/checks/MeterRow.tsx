import { memo } from 'react'
import { checksPanelText } from '../../catalogue/window/checksPanel'
import type { FactStatus } from '../../story/ledger/facts/fact'
import { meter } from '../../review/meter'
import { openWords } from '../../review/openFacts'
import { pick, useStory } from '../state'
import { isUnwritten } from '../state/session/isUnwritten'
import { useWindowServices } from '../state/windowServices'
import './meter.css'

const SEGMENTS: readonly {
  readonly tone: 'ok' | 'soft' | 'ask' | 'warn' | 'stop'
  readonly statuses: readonly FactStatus[]
}[] = [
  { tone: 'ok', statuses: ['verified', 'letStand'] },
  { tone: 'soft', statuses: ['onAuthor'] },
  { tone: 'ask', statuses: ['queried'] },
  { tone: 'warn', statuses: ['toCheck', 'unverifiable'] },
  { tone: 'stop', statuses: ['reCheck', 'wrong', 'disputed', 'lost'] },
]

/** A number stays on the line of what it counts. */
const whole = (words: string): string => words.replace(/(\d) /g, '$1\u00a0')

/**
 * Shows the statuses of the facts as one bar, and what blocks clearing in words. A click on the words opens the list.
 * Where open facts are no issues it says how many: lists of stories count all that are open. A killed story has only
 * the bar.
 */
export const MeterRow = memo(function MeterRow() {
  const story = useStory(pick('story', 'assessments', 'clear', 'judged'))
  const { showTab } = useWindowServices().panels
  if (!story) return null
  const { facts, title, parts, blocks } = meter(story.assessments, story.clear)
  const segments = SEGMENTS.map(({ tone, statuses }) => ({
    tone,
    count: statuses.reduce((sum, status) => sum + (facts[status] ?? 0), 0),
  })).filter(({ count }) => count > 0)
  const open = openWords(story.assessments)
  // It is never cleared again: that nothing blocks it is no good news.
  const isKilled = story.story.ledger.standing.stage === 'killed'
  if (isKilled && segments.length === 0) return null
  return (
    <div className="meter-row">
      <div className="meter" aria-hidden="true">
        {segments.map(({ tone, count }) => (
          <span key={tone} className="meter-part" data-tone={tone} style={{ flexGrow: count }} />
        ))}
      </div>
      {isKilled ? null : (
        <button type="button" className="meter-words" onClick={() => showTab('checks')}>
          {!story.judged
            ? checksPanelText('meterRow.readingCopy')
            : isUnwritten(story.story, story.assessments)
              ? checksPanelText('checksPanel.nothingWritten')
              : title}
        </button>
      )}
      {blocks > 0 && story.judged && !isKilled ? <p className="meter-open">{whole(parts)}</p> : null}
      {open === undefined ? null : <p className="meter-open">{open}</p>}
    </div>
  )
})
