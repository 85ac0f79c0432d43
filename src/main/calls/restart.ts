/** Ends the app to start it again. A window may keep the app running: before it really ends, nothing is prepared. */
import type { App, RelaunchOptions } from 'electron'
import { relaunch } from './languageOfThreads'

type PageGone = (event: unknown, page: unknown, details: { readonly reason: string }) => void

/** What it uses of the app. */
export interface EndingApp extends Pick<App, 'quit' | 'relaunch' | 'prependListener'> {
  on(event: 'before-quit', listener: () => void): unknown
  on(event: 'browser-window-created', listener: () => void): unknown
  on(event: 'render-process-gone', listener: PageGone): unknown
  removeListener(event: 'before-quit', listener: () => void): unknown
  removeListener(event: 'browser-window-created', listener: () => void): unknown
  removeListener(event: 'render-process-gone', listener: PageGone): unknown
  removeListener(event: 'will-quit', listener: () => void): unknown
}

export interface Restart {
  readonly options: RelaunchOptions
  /** Keeps what the next start needs. Called when no window is left, before the process writes what it remembers. */
  readonly remember: () => void
  readonly hasWindows: () => boolean
}

let forget = (): void => undefined

/** Forgets the restart that was asked for, if one was. */
export const forgetRestart = (): void => forget()

/**
 * Ends the app and starts it again, however long its windows take to close. Electron does not say that a window stays.
 * So the restart is forgotten when a window says that it stays, when a window opens, and when the app is told to end
 * once more while it has windows. Also when the page of a window dies: the page that is loaded in its place does not
 * show the question.
 */
export function restart(app: EndingApp, { options, remember, hasWindows }: Restart): void {
  forget()
  let isOwn = true
  const ends = (): void => {
    forget()
    remember()
    relaunch(app, options)
  }
  const quits = (): void => {
    if (!isOwn && hasWindows()) forget()
  }
  const opens = (): void => forget()
  const pageGone: PageGone = (_event, _page, { reason }) => {
    if (reason !== 'clean-exit') forget()
  }
  forget = () => {
    app.removeListener('before-quit', quits)
    app.removeListener('browser-window-created', opens)
    app.removeListener('render-process-gone', pageGone)
    app.removeListener('will-quit', ends)
  }
  app.on('before-quit', quits)
  app.on('browser-window-created', opens)
  app.on('render-process-gone', pageGone)
  // Before the listener that writes what is remembered and closes the library.
  app.prependListener('will-quit', ends)
  app.quit()
  isOwn = false
}
