import type { Ref } from 'react'
import { correctionsText } from '../../catalogue/window/corrections'
import type { CorrectionView } from '../../story/requests/requests'
import { shortTime } from '../facts/shortTime'
import { lapsedIs } from './lapsedIs'
import '../checks/gate.css'

interface CorrectionStandingProps {
  readonly view: CorrectionView
  readonly ref: Ref<HTMLParagraphElement>
}

/** Says how far the record is: proposed, recorded, approved, or approved once and lapsed. */
export function CorrectionStanding({ view, ref }: CorrectionStandingProps) {
  const { record, lapsed, kind, proposed } = view
  if (!record)
    return (
      <p ref={ref} className="panel-note" tabIndex={-1}>
        {proposed.was === undefined
          ? correctionsText('correctionPanel.sayWhatCorrectsCleared', { value: kind ?? '' })
          : correctionsText('correctionPanel.proposedFromWhatChanged')}
      </p>
    )
  if (record.approver === undefined)
    return (
      <p ref={ref} className="gate-words is-warn" tabIndex={-1}>
        <span aria-hidden="true">▲</span>{' '}
        {correctionsText('correctionPanel.recordedApprovedYet', { by: record.by, at: shortTime(record.at) })}
      </p>
    )
  const said = { approver: record.approver, at: shortTime(record.at) }
  if (lapsed)
    return (
      <p ref={ref} className="gate-words is-stop" tabIndex={-1}>
        <span aria-hidden="true">▲</span>{' '}
        {correctionsText(
          lapsedIs(view) === undefined ? 'correctionPanel.lapsed' : 'correctionPanel.lapsedProposed',
          said,
        )}
      </p>
    )
  return (
    <p ref={ref} className="gate-words is-ok" tabIndex={-1}>
      <span aria-hidden="true">●</span> {correctionsText('correctionPanel.approved', said)}
      {record.selfApproved ? correctionsText('correctionPanel.selfApproved') : ''}
    </p>
  )
}
