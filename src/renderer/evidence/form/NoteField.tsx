import { evidenceText } from '../../../catalogue/window/evidence'
import { TextArea } from '../../ui'
import { sendOnEnter } from '../../ui/sendOnEnter'

interface NoteFieldProps {
  readonly value: string
  readonly onValue: (value: string) => void
}

/** What colleagues should know of a piece of evidence. */
export const NoteField = ({ value, onValue }: NoteFieldProps) => (
  <TextArea
    label={evidenceText('evidenceForm.note')}
    hint={evidenceText('evidenceForm.noteStays')}
    rows={2}
    value={value}
    onKeyDown={sendOnEnter}
    onChange={(event) => onValue(event.target.value)}
  />
)
