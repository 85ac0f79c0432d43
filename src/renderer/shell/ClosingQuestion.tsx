import { useEffect } from 'react'
import { windowText } from '../../catalogue/window/window'
import { Button, Dialog } from '../ui'
import { useWindowServices } from '../state/windowServices'

/** Asks before the window closes: words in forms that are neither sent nor cancelled go with it. */
export function ClosingQuestion() {
  const { panels } = useWindowServices()
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus({ preventScroll: true }))
    }
  }, [])
  return (
    <Dialog
      title={windowText('closing.title')}
      description={windowText('closing.description')}
      asks
      onClose={panels.stay}
      foot={
        <>
          <Button look="danger" onClick={panels.leave}>
            {windowText('closing.close')}
          </Button>
          <Button autoFocus data-first-focus="" onClick={panels.stay}>
            {windowText('closing.stay')}
          </Button>
        </>
      }
    >
      <ul>
        {panels.drafts.written().map(({ form, count }) => (
          <li key={form}>{windowText(`closing.${form}`, { count })}</li>
        ))}
      </ul>
    </Dialog>
  )
}
