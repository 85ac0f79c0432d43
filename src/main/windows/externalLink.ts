import { dialog, shell, type BrowserWindow } from 'electron'
import { LINK_SCHEMES } from '../../story/copy/documentSchema'

/** Opens a link outside after showing its whole address; http, https and mailto only. Answers whether it was opened. */
export async function openExternalLink(href: string, window: BrowserWindow): Promise<boolean> {
  if (!isOpenable(href)) return false
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Open this address outside Stet?',
    detail: href,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  })
  if (response !== 0) return false
  await shell.openExternal(href)
  return true
}

export function isOpenable(href: string): boolean {
  try {
    return (LINK_SCHEMES as readonly string[]).includes(new URL(href).protocol)
  } catch {
    return false
  }
}
