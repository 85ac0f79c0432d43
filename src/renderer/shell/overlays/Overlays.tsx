import { usePanels } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { HeldKeys } from '../../ui/HeldKeys'
import { later } from '../../ui/later'

const ClosingQuestion = later(async () => (await import('../closing/ClosingQuestion')).ClosingQuestion)
const OpenOverlay = later(async () => (await import('./OpenOverlay')).OpenOverlay, Opening)

/** Has the keyboard before the dialogs are loaded. Escape leaves all of them but the question who somebody is. */
function Opening() {
  const { panels } = useWindowServices()
  const leave = (): void => {
    if (panels.store.getState().overlay?.kind !== 'firstRun') panels.close()
  }
  return <HeldKeys onEscape={leave} />
}

/** Renders the open overlay, and over it the question before the window closes. */
export function Overlays() {
  const isOpen = usePanels(({ overlay }) => overlay !== null)
  const isClosing = usePanels(({ closing }) => closing !== null)
  return (
    <>
      {isOpen ? <OpenOverlay /> : null}
      {isClosing ? <ClosingQuestion /> : null}
    </>
  )
}
