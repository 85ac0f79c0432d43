import { windowText } from '../../catalogue/window/window'
import { useEffect } from 'react'
import { useWindowServices } from '../state/windowServices'

/** Holds the window open until everything typed is on disk, then closes it. */
export function useUnload(): void {
  const { newsroom, notices } = useWindowServices()
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent): void => {
      const session = newsroom.store.getState().session
      if (!session?.autosave.pending) return
      event.preventDefault()
      void session.autosave.flush().then((safe) => {
        if (safe) window.close()
        else notices.showAlert(windowText('unload.notSaved'))
      })
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [newsroom, notices])
}
