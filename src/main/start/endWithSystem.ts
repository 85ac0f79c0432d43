import type { App } from 'electron'
import type { Windows } from '../windows/windows'

/**
 * The system ends the app with SIGTERM: it shuts down, or the person's session ends, and nobody is there to answer.
 * Windows save what was typed and close without a question. Call when the app is ready: Chromium has a handler of its
 * own until then, which ends the app like a person would.
 */
export function endWithSystem(
  app: Pick<App, 'quit'> & { once(event: 'window-all-closed', listener: () => void): unknown },
  windows: Pick<Windows, 'tell'>,
): void {
  process.on('SIGTERM', () => {
    // A window that saves first stops this first try, and on a Mac the app stays without windows.
    app.once('window-all-closed', () => app.quit())
    windows.tell('systemEnds', {})
    app.quit()
  })
}
