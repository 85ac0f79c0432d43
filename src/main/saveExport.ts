import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { runAction } from '../newsroom/actions'
import type { Newsroom } from '../newsroom/newsroom'
import { markedPath } from '../newsroom/markedPath'
import { writeExport } from '../newsroom/writeExport'
import { NewsroomError, type RequestOf } from '../story/requests'

/**
 * Asks where, exports through the gate, and writes the file whole or not at all. Nothing is exported, logged or written
 * when the person cancels; a refusal comes before anything is written.
 */
export async function saveExport(newsroom: Newsroom, by: string, window: BrowserWindow, request: RequestOf<'story.export'>): Promise<{ readonly path?: string; readonly sha256?: string }> {
  const preview = await runAction(newsroom, by, 'story.previewExport', request)
  const { canceled, filePath } = await dialog.showSaveDialog(window, { title: `Export ${basename(preview.fileName)}`, defaultPath: preview.fileName })
  if (canceled || filePath === '') return {}
  await refuseUnasked(filePath, markedPath(filePath, preview.fileName, basename(filePath)))
  const exported = await runAction(newsroom, by, 'story.export', { ...request, saveAs: basename(filePath), destination: filePath })
  const path = join(dirname(filePath), exported.saveAs ?? basename(filePath))
  await writeExport(path, exported.bytes)
  return { path, sha256: exported.sha256 }
}

/** Asks where, and writes an export of the log once more. Nothing is exported, logged or written when the person cancels. */
export async function saveExportAgain(newsroom: Newsroom, by: string, window: BrowserWindow, request: { readonly story: string; readonly entry: number }): Promise<{ readonly path?: string; readonly same?: boolean }> {
  const { entries } = await newsroom.story(request.story)
  const entry = entries.find(({ seq }) => seq === request.entry)
  const { canceled, filePath } = await dialog.showSaveDialog(window, { title: 'Export again', ...(entry?.kind === 'exported' ? { defaultPath: entry.fileName } : {}) })
  if (canceled || filePath === '') return {}
  if (entry?.kind === 'exported') await refuseUnasked(filePath, markedPath(filePath, entry.fileName, basename(filePath)))
  const exported = await runAction(newsroom, by, 'story.exportAgain', { ...request, saveAs: basename(filePath), destination: filePath })
  const path = join(dirname(filePath), exported.saveAs ?? basename(filePath))
  await writeExport(path, exported.bytes)
  return { path, same: exported.same }
}

/** The dialog asked about the name that was chosen; a file of the marked name is replaced only by choosing that. */
async function refuseUnasked(chosen: string, path: string): Promise<void> {
  if (path === chosen || !(await access(path).then(() => true, () => false))) return
  throw new NewsroomError('failed', `${path} is there already and was left as it is. Nothing was exported. Choose that name to replace it.`)
}
