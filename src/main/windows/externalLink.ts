import { dialog, shell, type BrowserWindow } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import { LINK_SCHEMES } from '../../story/copy/documentSchema'

/**
 * Shows the whole address and asks, then opens it in another program. http, https and mailto only. Returns whether it
 * opened.
 */
export async function openExternalLink(href: string, window: BrowserWindow): Promise<boolean> {
  if (!isOpenable(href)) return false
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: mainText('link.question'),
    detail: href,
    buttons: [mainText('link.open'), mainText('link.cancel')],
    defaultId: 1,
    cancelId: 1,
  })
  if (response !== 0) return false
  await shell.openExternal(href)
  return true
}

function isOpenable(href: string): boolean {
  try {
    return (LINK_SCHEMES as readonly string[]).includes(new URL(href).protocol)
  } catch {
    return false
  }
}
