import { dialog } from 'electron'
import { mainText } from '../../catalogue/rooms/main'

/** Milliseconds that the last writes may take before a person is asked. A drive that sleeps needs about ten seconds. */
const ASKS_AFTER_MS = 20_000

interface EndingApp {
  quit(): void
  on(event: 'will-quit', listener: (event: { preventDefault: () => void }) => void): unknown
}

/**
 * Delays the end of the process until the last write is on disk and the lock is given up. `close` does both. A disk
 * that does not answer would keep the process for ever, without a window: after a while the person decides.
 */
export function closeBeforeQuit(
  app: EndingApp,
  folder: string,
  close: () => Promise<readonly PromiseSettledResult<unknown>[]>,
): void {
  let isClosing = false
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    // Who quits again waits for the same end.
    if (isClosing) return
    isClosing = true
    const isOver = new AbortController()
    askWhile(isOver.signal, folder)
    void close().then((results) => {
      for (const result of results)
        if (result.status === 'rejected') process.stderr.write(`stet: ${String(result.reason)}\n`)
      closed = true
      isOver.abort()
      // Later: with nothing to write, this runs inside the first quit, which would ignore the second one.
      setImmediate(() => app.quit())
    })
  })
}

/** Asks now and then whether to wait for the disk. The question goes when the disk has answered (not on a Mac). */
function askWhile(isOver: AbortSignal, folder: string): void {
  let timer: NodeJS.Timeout | undefined
  const later = (): void => {
    if (!isOver.aborted) timer = setTimeout(() => void ask().catch(later), ASKS_AFTER_MS)
  }
  const ask = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      message: mainText('quit.waits', { folder }),
      detail: mainText('quit.waitsDetail'),
      buttons: [mainText('quit.wait'), mainText('quit.now')],
      defaultId: 0,
      cancelId: 0,
      signal: isOver,
    })
    // app.exit and SIGTERM wait for the threads that wait for the disk.
    if (response === 1 && !isOver.aborted) process.kill(process.pid, 'SIGKILL')
    else later()
  }
  isOver.addEventListener('abort', () => clearTimeout(timer))
  later()
}
