import { useEffect, useState } from 'react'
import { windowText } from '../../catalogue/window/window'
import { Button, Dialog } from '../ui'
import { usePanels } from '../state'
import { useWindowServices } from '../state/windowServices'

/**
 * Asks before the window closes: words in forms that are neither sent nor cancelled go with it, and recovery words that
 * nobody has marked as written down.
 */
export function ClosingQuestion() {
  const { panels } = useWindowServices()
  const owners = usePanels(({ recoveryWords }) => recoveryWords)
  const written = panels.drafts.written()
  const isWriting = written.length > 0
  /** Has the keyboard again if the window stays. */
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus({ preventScroll: true }))
    },
    [before],
  )
  return (
    <Dialog
      title={windowText('closing.title')}
      description={windowText(isWriting ? 'closing.description' : 'closing.recoveryWordsNote')}
      asks
      onClose={panels.stay}
      foot={
        <>
          <Button look="danger" onClick={panels.leave}>
            {windowText(isWriting ? 'closing.close' : 'closing.closeWindow')}
          </Button>
          <Button autoFocus data-first-focus="" onClick={panels.stay}>
            {windowText(isWriting ? 'closing.stay' : 'closing.stayOpen')}
          </Button>
        </>
      }
    >
      <ul>
        {written.map(({ form, count }) => (
          <li key={form}>{windowText(`closing.${form}`, { count })}</li>
        ))}
        {[...owners.keys()].map((person) => (
          <li key={`recovery words of ${person}`}>{windowText('closing.recoveryWords', { person })}</li>
        ))}
      </ul>
    </Dialog>
  )
}
