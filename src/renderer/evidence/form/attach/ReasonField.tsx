import { evidenceText } from '../../../../catalogue/window/evidence'
import { factsPanelText } from '../../../../catalogue/window/factsPanel'
import { STATUS_WORDS } from '../../../../story/ledger/facts/fact'
import { TextArea } from '../../../ui'
import { sendOnEnter } from '../../../ui/sendOnEnter'
import type { ReasonAsked } from './reasonAsked'

interface ReasonFieldProps {
  readonly asked: ReasonAsked
  readonly reason: string
  readonly error: string | undefined
  readonly onReason: (reason: string) => void
}

/** Why the fact is verified although something speaks against it. */
export const ReasonField = ({ asked: { replaced }, reason, error, onReason }: ReasonFieldProps) => (
  <TextArea
    data-reason
    label={
      replaced
        ? factsPanelText('useVerdicts.whyReplaced', { by: replaced.by, status: STATUS_WORDS[replaced.status] })
        : evidenceText('evidenceForm.whyStandsAlthoughOther')
    }
    rows={2}
    value={reason}
    onKeyDown={sendOnEnter}
    error={error}
    onChange={(event) => onReason(event.target.value)}
  />
)
