import { windowText } from '../../catalogue/window/window'
import { useEffect } from 'react'
import type { WindowNewsroom } from '../state/stores/windowNewsroom'
import { leaveField } from '../state/stores/panels'
import { useWindowServices } from '../state/windowServices'

/** An import or a backup can take minutes. The window does not wait for its end. */
const LONGEST_WAIT_MS = 2_000

/** Holds the window open until everything typed is on disk and what was sent is answered, then closes it. */
export function useUnload(): void {
  const { newsroom, notices } = useWindowServices()
  useEffect(() => {
    /** What was sent had its time. */
    let waited = false
    const hold = (event: BeforeUnloadEvent): void => {
      // The field that has the keyboard is sent when it is left.
      leaveField()
      const autosave = newsroom.store.getState().session?.autosave
      if ((!autosave?.pending || autosave.isCopied) && (waited || newsroom.acting.length === 0)) return
      event.preventDefault()
      void (async () => {
        const done = await answered(newsroom)
        if (!((await autosave?.mayLeave()) ?? true)) return notices.showAlert(windowText('unload.notSaved'))
        // The window says why something is refused.
        if (!done) return
        waited = true
        window.close()
      })()
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [newsroom, notices])
}

/** Resolves to false if something that was sent is refused. */
async function answered(newsroom: WindowNewsroom): Promise<boolean> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))
  const outcomes = await Promise.race([Promise.all(newsroom.acting), late])
  return outcomes?.every(({ ok }) => ok) ?? true
}
