import { evidenceText } from '../../../../catalogue/window/evidence'
import { useClose, usePanels } from '../../../state'
import { useWindowServices } from '../../../state/windowServices'
import { isInCopy } from '../../../verdicts/focusFact'
import { useVerdicts } from '../../../verdicts/useVerdicts'

interface Attached {
  readonly story: string
  readonly fact: string
  /** Deletes the draft. */
  readonly forget: () => void
}

/**
 * Call the returned function before the evidence is sent. What it returns closes the form when all was done, and takes
 * the person on from where they were. `signed`: the fact was verified, too.
 */
export function useAfterAttach({ story, fact, forget }: Attached): () => (signed: boolean) => void {
  const { panels, newsroom, notices } = useWindowServices()
  const review = usePanels(({ review }) => review)
  const { step, order } = useVerdicts()
  const close = useClose()
  return () => {
    const opened = panels.store.getState().overlay
    const walk = order()
    return (signed) => {
      // In review the next fact is said instead. What was only attached is offered for undo.
      if (!review && signed) notices.announce(evidenceText('evidenceForm.verified'))
      const shown = panels.store.getState().overlay
      // A passage came into this form meanwhile: its draft stays with the form that shows it.
      if (shown !== opened && shown?.kind === 'evidence' && shown.fact === fact && shown.taken !== undefined) return
      forget()
      // Another story is open now, or the person left the form: it is gone, and they are elsewhere.
      if (newsroom.store.getState().session?.id !== story || shown !== opened) return
      // The person is writing in the copy: leave the keyboard there.
      if (isInCopy()) return panels.dismiss()
      close()
      // One verdict moves on by one fact, as every other status does.
      if (review && signed) step(1, fact, walk)
    }
  }
}
