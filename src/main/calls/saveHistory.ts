import { dialog, type BrowserWindow } from 'electron'
import { runAction } from '../../newsroom/actions'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { writeExport } from '../../newsroom/exports/writeExport'
import type { RequestOf } from '../../story/requests/requests'

/** Asks where, and writes the history as it may leave the desk. Nothing is written when the person cancels. */
export async function saveHistory(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  request: RequestOf<'story.exportHistory'>,
): Promise<{ readonly path?: string }> {
  const history = await runAction(newsroom, by, 'story.exportHistory', request)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Export the history',
    defaultPath: 'history.json',
    filters: [{ name: 'JSON', extensions: ['json'] }],
  })
  if (canceled || filePath === '') return {}
  await writeExport(filePath, new TextEncoder().encode(`${JSON.stringify(history, undefined, 2)}\n`))
  return { path: filePath }
}
