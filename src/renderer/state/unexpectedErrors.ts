import { windowText } from '../../catalogue/window/window'
import { messageOf } from '../../story/text/messageOf'
import type { Notices } from './stores/notices'

/**
 * Tells the person about an error that nothing in the window handles: without it a key that fails looks like a key that
 * was not pressed. Each message once. The error stays in the console, where the log takes it from.
 */
export function tellUnexpectedErrors(page: Window, notices: Pick<Notices, 'showLastingAlert'>): void {
  const told = new Set<string>()
  const tell = (error: unknown): void => {
    const what = messageOf(error)
    if (told.has(what)) return
    told.add(what)
    notices.showLastingAlert(windowText('unexpected.failed', { what }))
  }
  // Chromium's notes about observers that have more to do come without an error.
  page.addEventListener('error', ({ error }) => {
    if (error !== null && error !== undefined) tell(error)
  })
  page.addEventListener('unhandledrejection', ({ reason }) => tell(reason))
}
