import { basename } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { mainText } from '../../../catalogue/rooms/main'
import { runAction } from '../../../newsroom/runAction'
import type { Newsroom } from '../../../newsroom/state/newsroom'
import { writeExport } from '../../../newsroom/exports/file/writeExport'
import type { RequestOf } from '../../../story/requests/requests'

/**
 * Asks for a path and writes the publishable history. Writes nothing if the person cancels, or if the name of the file
 * has a protected name.
 */
export async function saveHistory(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  request: RequestOf<'story.exportHistory'>,
): Promise<{ readonly path?: string }> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: mainText('saveHistory.title'),
    defaultPath: 'history.json',
    filters: [{ name: 'JSON', extensions: ['json'] }],
  })
  if (canceled || filePath === '') return {}
  const history = await runAction(newsroom, by, 'story.exportHistory', { ...request, saveAs: basename(filePath) })
  await writeExport(filePath, new TextEncoder().encode(`${JSON.stringify(history, undefined, 2)}\n`))
  return { path: filePath }
}
