import { useEffect, useEffectEvent } from 'react'
import { usePanels } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { stayOpen } from '../closing/stayOpen'
import { HeldKeys } from '../../ui/HeldKeys'
import { later } from '../../ui/later'

const ClosingQuestion = later(
  async () => (await import('../closing/ClosingQuestion')).ClosingQuestion,
  undefined,
  QuestionFailed,
)
const OpenOverlay = later(async () => (await import('./OpenOverlay')).OpenOverlay, Opening, OverlayFailed)

/** Has the keyboard before the dialogs are loaded. */
function Opening() {
  return <HeldKeys onEscape={useLeave()} />
}

/** Leaves all dialogs but the question who somebody is. */
function useLeave(): () => void {
  const { panels } = useWindowServices()
  return () => {
    if (panels.store.getState().overlay?.kind !== 'firstRun') panels.close()
  }
}

/** The dialogs cannot be shown: the words have the keyboard again. */
export function OverlayFailed() {
  const leave = useEffectEvent(useLeave())
  useEffect(() => leave(), [])
  return null
}

/** Nobody can be asked about written words, so the window stays open with them. */
export function QuestionFailed() {
  const services = useWindowServices()
  useEffect(() => stayOpen(services), [services])
  return null
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
