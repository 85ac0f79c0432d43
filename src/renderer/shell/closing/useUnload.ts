import { windowText } from '../../../catalogue/window/window'
import { useEffect } from 'react'
import type { WindowNewsroom } from '../../state/stores/newsroom/windowNewsroom'
import { leaveField } from '../../state/stores/panels'
import { useWindowServices } from '../../state/windowServices'

/** An import or a backup can take minutes. The window does not wait for its end. */
const LONGEST_WAIT_MS = 2_000

/**
 * Holds the window open until everything typed is on disk and what was sent is answered, then closes it. Asks first if
 * forms with written words are open: they go with the window.
 */
export function useUnload(): void {
  const { newsroom, notices, panels } = useWindowServices()
  useEffect(() => {
    /** What was sent and had its time, for the closing that follows the wait. A later one waits again. */
    let waitedFor: ReadonlySet<object> = new Set()
    const hold = (event: BeforeUnloadEvent): void => {
      const waited = waitedFor
      waitedFor = new Set()
      if (panels.asksToClose(() => window.close())) return event.preventDefault()
      // The field that has the keyboard is sent when it is left.
      leaveField()
      const autosave = newsroom.store.getState().session?.autosave
      if ((!autosave?.pending || autosave.isCopied) && newsroom.acting.every((sent) => waited.has(sent))) return
      event.preventDefault()
      void (async () => {
        const sent = newsroom.acting
        const done = await answered(sent, () => newsroom.actingOnce, notices.say)
        const isSaved = (await autosave?.mayLeave()) ?? true
        if (!isSaved) notices.showAlert(windowText('unload.notSaved'))
        if (isSaved && done) {
          waitedFor = new Set(sent)
          return window.close()
        }
        // The window says why something is refused.
        void newsroom.call('stayOpen', {})
      })()
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [newsroom, notices, panels])
}

/**
 * Resolves to false if something that was sent is refused. Recovery words that come with a PIN have no longest wait:
 * the window asks about them before it closes.
 */
async function answered(
  sent: WindowNewsroom['acting'],
  once: () => WindowNewsroom['actingOnce'],
  say: (text: string) => void,
): Promise<boolean> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))
  const outcomes = await Promise.race([Promise.all(sent), late])
  if (outcomes) return outcomes.every(({ ok }) => ok)
  const waiting = once()
  if (waiting.length > 0) say(windowText('unload.waitsForPin'))
  return (await Promise.all(waiting)).every(({ ok }) => ok)
}
