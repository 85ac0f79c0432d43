import { shownStored } from '../../../story/history/storedText'
import { factsPanelText } from '../../../catalogue/window/factsPanel'
import type { ReactNode } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import { STATUS_WORDS } from '../../../story/ledger/facts/fact'
import { sameText } from '../../../story/text/compare'
import { StatusDrawing } from '../StatusDrawing'
import { shortTime } from '../shortTime'

/**
 * Claim, attribution and who signed. The signed status shows as its mark only: the one status in words is the one that
 * holds now.
 */
export function FactSaid({
  fact,
  beside = false,
}: {
  readonly fact: Assessment
  /** The claim, and who signed other words, stand beside it. */
  readonly beside?: boolean
}) {
  const { current, tag } = fact
  const claim = beside ? undefined : tag.statement
  const signed = beside && current && !sameText(current.words, fact.words) ? undefined : current
  if (!signed && !claim && !tag.attributedTo && !fact.answered && !current?.reason) return null
  return (
    <dl className="fact-said-list">
      {claim ? <Row term={factsPanelText('factDetail.claim')}>{claim}</Row> : null}
      {tag.attributedTo ? <Row term={factsPanelText('factDetail.said')}>{tag.attributedTo}</Row> : null}
      {signed ? (
        <Row term={factsPanelText('factDetail.signed')}>
          <StatusDrawing status={signed.status} label={STATUS_WORDS[signed.status]} />
          {` ${signed.by}, ${shortTime(signed.at)}${signed.selfChecked ? factsPanelText('factDetail.selfChecked') : ''}`}
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
