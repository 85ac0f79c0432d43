import { shownStored } from '../../../story/history/storedText'
import { useStore } from 'zustand'
import { factsPanelText } from '../../../catalogue/window/factsPanel'
import type { ReactNode } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import { STATUS_WORDS } from '../../../story/ledger/fact'
import { StatusDrawing } from '../StatusDrawing'
import { quoteOfFact } from '../../../checks/quote/quoteOfFact'
import { useShown } from '../../state/hooks/useShown'
import { lookKey } from '../../verdicts/lookKey'
import { pick, useNewsroom, usePanels, useStoryReadOnly } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { AskForm } from '../forms/AskForm'
import { PendingChanges } from '../../suggestions/PendingChanges'
import { shortTime } from '../shortTime'
import { QuoteLine } from './QuoteLine'
import { Responses } from '../forms/ResponseForm'
import { isInTray } from '../../verdicts/walk'
import { Workings } from './Workings'
import type { FactDetailProps } from './factDetailProps'
import { EvidenceList, RemovedEvidence } from './EvidenceList'
import { FactActions, PutBack } from './FactActions'
import { FactChanges } from './FactChanges'
import { FactHistory } from './FactHistory'

/** The open fact: what changed, its evidence, what can be done, its history. */
export function FactDetail({ fact, story, sources }: FactDetailProps) {
  const readOnly = useStoryReadOnly()
  const { ask, review } = usePanels(pick('ask', 'review'))
  const { panels } = useWindowServices()
  const shown = useShown(panels.attention.detail, lookKey(fact))
  const words = useNewsroom(({ desk }) => desk.words)
  const quote = quoteOfFact(fact, story.transcripts, story.copy, words)
  const isLookedAt = useStore(panels.attention.detail.store, ({ ready }) => ready)
  return (
    <div ref={shown} className="fact-detail" data-looked-at={isLookedAt}>
      <Said fact={fact} />
      <FactChanges fact={fact} />
      {isInTray(fact) ? null : <PendingChanges fact={fact} story={story} />}
      {quote ? <QuoteLine fact={fact} story={story} quote={quote} /> : null}
      <EvidenceList fact={fact} story={story} sources={sources} />
      {readOnly === undefined ? <RemovedEvidence fact={fact} story={story} sources={sources} /> : null}
      <Workings fact={fact} story={story} />
      {(fact.record.type ?? fact.tag.type) === 'allegation' && !isInTray(fact) ? (
        <Responses fact={fact} story={story.id} />
      ) : null}
      {ask?.fact === fact.id && !review ? <AskForm /> : null}
      {readOnly !== undefined ? null : isInTray(fact) ? (
        <PutBack fact={fact} story={story} />
      ) : (
        <FactActions fact={fact} story={story} />
      )}
      <FactHistory fact={fact} story={story} sources={sources} />
    </div>
  )
}

/**
 * Claim, attribution and who signed. The signed status shows as its mark only: the one status in words is the one that
 * holds now.
 */
function Said({ fact }: { readonly fact: Assessment }) {
  const { current, tag } = fact
  if (!current && !tag.statement && !tag.attributedTo && !fact.answered) return null
  return (
    <dl>
      {tag.statement ? <Row term={factsPanelText('factDetail.claim')}>{tag.statement}</Row> : null}
      {tag.attributedTo ? <Row term={factsPanelText('factDetail.said')}>{tag.attributedTo}</Row> : null}
      {current ? (
        <Row term={factsPanelText('factDetail.signed')}>
          <StatusDrawing status={current.status} label={STATUS_WORDS[current.status]} />
          {` ${current.by}, ${shortTime(current.at)}${current.selfChecked ? factsPanelText('factDetail.selfChecked') : ''}`}
        </Row>
      ) : null}
      {current?.status === 'queried' && (current.addressee ?? current.due) ? (
        <Row term={factsPanelText('factDetail.asked')}>
          {[current.addressee, current.due ? factsPanelText('factDetail.until', { due: current.due }) : '']
            .filter(Boolean)
            .join(', ')}
        </Row>
      ) : null}
      {fact.answered && fact.record.answer ? (
        <Row
          term={factsPanelText('factDetail.answer')}
        >{`${fact.record.answer.text} (${fact.record.answer.by}, ${shortTime(fact.record.answer.at)})`}</Row>
      ) : null}
      {current?.reason ? (
        <Row
          term={
            current.status === 'queried' ? factsPanelText('factDetail.question') : factsPanelText('factDetail.reason')
          }
        >
          {shownStored(current.reason)}
        </Row>
      ) : null}
    </dl>
  )
}

const Row = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div className="fact-said">
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
