import { useRef, type ReactNode } from 'react'
import { evidenceText } from '../../../catalogue/window/evidence'
import type { EvidenceDraft } from '../../state/stores/drafts'
import { Button } from '../../ui'

/** Shows the saved words that a passage of a document took the place of, and gives them back. */
export const ReplacedWords = ({
  replaced,
  onKeepOld,
}: {
  readonly replaced: EvidenceDraft['replaced']
  readonly onKeepOld: () => void
}) =>
  replaced ? (
    <Offer keep={evidenceText('replaced.keepWords')} onKeepOld={onKeepOld}>
      <p className="field-hint">{evidenceText('replaced.words')}</p>
      <p className="quoted-words" dir="auto">
        {[replaced.locator, replaced.excerpt].filter(Boolean).join(' · ')}
      </p>
    </Offer>
  ) : null

/** Names the file of the draft that another one took the place of, and gives it back. */
export const ReplacedFile = ({
  draft: { replacedFile },
  onKeepOld,
}: {
  readonly draft: EvidenceDraft
  readonly onKeepOld: () => void
}) =>
  replacedFile ? (
    <Offer keep={evidenceText('replaced.keepFile')} onKeepOld={onKeepOld}>
      <p className="field-hint">{evidenceText('replaced.file', { name: replacedFile.file.name })}</p>
    </Offer>
  ) : null

/** The button goes with the offer: the next field of the form takes the keyboard. */
function Offer({
  keep,
  onKeepOld,
  children,
}: {
  readonly keep: string
  readonly onKeepOld: () => void
  readonly children: ReactNode
}) {
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="replaced">
      {children}
      <Button
        ref={button}
        onClick={() => {
          button.current?.closest('form')?.querySelector<HTMLElement>('textarea, [type="submit"]')?.focus()
          onKeepOld()
        }}
      >
        {keep}
      </Button>
    </div>
  )
}
