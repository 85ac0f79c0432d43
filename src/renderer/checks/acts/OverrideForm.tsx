import type { FormEvent } from 'react'
import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { Button, TextArea } from '../../ui'
import { sendOnEnter } from '../../ui/sendOnEnter'

interface OverrideFormProps {
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly problem: string | undefined
  readonly onSend: (event: FormEvent) => void
  /** Escape: the reason is kept for the next time. */
  readonly onClose: () => void
  /** Cancel: the reason is forgotten. */
  readonly onCancel: () => void
}

/** Asks an editor why these words may stand although a rule blocks them. */
export const OverrideForm = ({ reason, onReason, problem, onSend, onClose, onCancel }: OverrideFormProps) => (
  <form className="form finding-form" onSubmit={onSend} noValidate>
    <TextArea
      label={checksPanelText('findingItem.whyMayStand')}
      hint={checksPanelText('findingItem.holdsTheseWordsOnly')}
      rows={2}
      autoFocus
      value={reason}
      error={problem}
      onChange={(event) => onReason(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          event.stopPropagation()
          onClose()
        }
        sendOnEnter(event)
      }}
    />
    <div className="form-foot">
      <Button onClick={onCancel}>{checksPanelText('findingItem.cancel')}</Button>
      <Button type="submit" look="primary">
        {checksPanelText('findingItem.confirmOverride')}
      </Button>
    </div>
  </form>
)
