import { basename } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { mainText } from '../../../catalogue/rooms/main'
import type { Calls } from '../../../ipc/contract'
import { runAction } from '../../../newsroom/runAction'
import type { Newsroom } from '../../../newsroom/state/newsroom'
import { defined } from '../../../story/text/defined'
import { tellingPen } from '../../../newsroom/exports/bundle/tellingPen'
import { writeExport } from '../../../newsroom/exports/file/writeExport'

/**
 * Asks for a path, hands the stories over, and writes the bundle whole or not at all. If the person cancels or the leak
 * scan refuses, nothing is noted or written.
 */
export async function saveBundle(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  request: Calls['saveBundle']['request'],
): Promise<Calls['saveBundle']['answer']> {
  const { fileName } = await runAction(newsroom, by, 'story.handOverName', {
    stories: request.stories,
    ...defined({ for: request.for }),
  })
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: mainText('saveBundle.title', { file: fileName }),
    defaultPath: fileName,
    filters: [{ name: mainText('saveBundle.files'), extensions: ['stet'] }],
  })
  if (canceled || filePath === '') return {}
  const { stories, pen } = request
  const holderOf = async (story: string) => (await runAction(newsroom, by, 'story.show', { story })).pen?.holder
  const { sha256, losses, shared } = await tellingPen({ stories, pen, holderOf }, async () => {
    const made = await runAction(newsroom, by, 'story.handOver', {
      ...request,
      saveAs: basename(filePath),
      destination: filePath,
    })
    await writeExport(filePath, made.bytes, async (reason) => {
      for (const { story, entry } of made.entries)
        await runAction(newsroom, by, 'story.exportFailed', { story, entry, reason })
    })
    return made
  })
  return { path: filePath, sha256, losses, shared }
}
