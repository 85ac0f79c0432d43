import { evidenceText } from '../../../catalogue/window/evidence'
import { TextArea } from '../../ui'
import { sendOnEnter } from '../../ui/sendOnEnter'

interface WordsFieldsProps {
  readonly excerpt: string
  readonly note: string
  /** Lines of the excerpt that are seen at once. */
  readonly rows?: number
  readonly onWrite: (words: { readonly excerpt: string } | { readonly note: string }) => void
}

/** What a piece of evidence says, and what colleagues should know of it. */
export const WordsFields = ({ excerpt, note, rows, onWrite }: WordsFieldsProps) => (
  <>
    <TextArea
      label={evidenceText('evidenceForm.whatSays')}
      hint={evidenceText('evidenceForm.wordWordIfYou')}
      rows={rows}
      value={excerpt}
      onKeyDown={sendOnEnter}
      onChange={(event) => onWrite({ excerpt: event.target.value })}
    />
    <TextArea
      label={evidenceText('evidenceForm.note')}
      hint={evidenceText('evidenceForm.noteStays')}
      rows={2}
      value={note}
      onKeyDown={sendOnEnter}
      onChange={(event) => onWrite({ note: event.target.value })}
    />
  </>
)
