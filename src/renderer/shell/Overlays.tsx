import { usePanels } from '../state'
import { useWindowServices } from '../state/windowServices'
import { HeldKeys } from '../ui/HeldKeys'
import { later } from '../ui/later'

const OpenOverlay = later(async () => (await import('./OpenOverlay')).OpenOverlay, Opening)

/** Has the keyboard before the dialogs are loaded. */
function Opening() {
  return <HeldKeys onEscape={useWindowServices().panels.close} />
}

/** Renders the open overlay. */
export function Overlays() {
  const isOpen = usePanels(({ overlay }) => overlay !== null)
  return isOpen ? <OpenOverlay /> : null
}
