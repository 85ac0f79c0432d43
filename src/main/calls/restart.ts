/** Ends the app to start it again. A window may keep the app running: before it really ends, nothing is prepared. */
import type { App, RelaunchOptions } from 'electron'
import { relaunch } from './languageOfThreads'

/** What it uses of the app. */
export interface EndingApp extends Pick<App, 'quit' | 'relaunch' | 'prependListener'> {
  on(event: 'before-quit', listener: () => void): unknown
  on(event: 'browser-window-created', listener: () => void): unknown
  removeListener(event: 'before-quit', listener: () => void): unknown
  removeListener(event: 'browser-window-created', listener: () => void): unknown
  removeListener(event: 'will-quit', listener: () => void): unknown
}

export interface Restart {
  readonly options: RelaunchOptions
  /** Keeps what the next start needs. Called when no window is left, before the process writes what it remembers. */
  readonly remember: () => void
  readonly hasWindows: () => boolean
  /** Milliseconds. */
  readonly now?: () => number
}

/** Milliseconds in which windows save what was typed, and their people answer what happens to written words. */
const LONGEST_END = 120_000

/** Forgets the restart that was asked for. */
let forget = (): void => undefined

/**
 * Ends the app and starts it again. Electron does not say that a window stays. So the restart is forgotten when the app
 * is told to end once more while it has windows, when a window opens, and when the end takes too long.
 */
export function restart(
  app: EndingApp,
  { options, remember, hasWindows, now = () => performance.now() }: Restart,
): void {
  forget()
  const asked = now()
  let isOwn = true
  const ends = (): void => {
    forget()
    if (now() - asked > LONGEST_END) return
    remember()
    relaunch(app, options)
  }
  const quits = (): void => {
    if (!isOwn && hasWindows()) forget()
  }
  const opens = (): void => forget()
  forget = () => {
    app.removeListener('before-quit', quits)
    app.removeListener('browser-window-created', opens)
    app.removeListener('will-quit', ends)
  }
  app.on('before-quit', quits)
  app.on('browser-window-created', opens)
  // Before the listener that writes what is remembered and closes the library.
  app.prependListener('will-quit', ends)
  app.quit()
  isOwn = false
}
