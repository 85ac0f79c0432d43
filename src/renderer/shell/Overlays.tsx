import { usePanels } from '../state'
import { later } from '../ui/later'

const OpenOverlay = later(async () => (await import('./OpenOverlay')).OpenOverlay)

/** Renders the open overlay. */
export function Overlays() {
  const isOpen = usePanels(({ overlay }) => overlay !== null)
  return isOpen ? <OpenOverlay /> : null
}
