import { basename, dirname, join } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { mainText } from '../../../catalogue/rooms/main'
import { runAction } from '../../../newsroom/runAction'
import type { Newsroom } from '../../../newsroom/state/newsroom'
import { markedPath } from '../../../newsroom/exports/file/markedPath'
import { profileCalled, profilesOf } from '../../../newsroom/exports/exportProfiles'
import { lookAtTarget } from '../../../newsroom/exports/file/exportTarget'
import { suggestedName } from '../../../newsroom/exports/exportLeaks'
import { writeExported } from '../../../newsroom/exports/file/writeExport'
import type { Calls } from '../../../ipc/contract'
import { NewsroomError, type Exported, type RequestOf } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'

/**
 * Asks for a path, exports through the gate, and writes the file whole or not at all. If the person cancels or the gate
 * refuses, nothing is exported, logged or written.
 */
export async function saveExport(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  request: RequestOf<'story.export'>,
): Promise<{ readonly path?: string; readonly sha256?: string }> {
  const preview = await runAction(newsroom, by, 'story.previewExport', request)
  if (preview.withheld !== undefined) throw new NewsroomError('refused', preview.withheld, preview.verdict)
  const title = mainText('saveExport.title', { file: basename(preview.fileName) })
  const filePath = await askForPath(window, title, preview.fileName)
  if (filePath === undefined) return {}
  const exported = await runAction(newsroom, by, 'story.export', {
    ...request,
    saveAs: basename(filePath),
    destination: filePath,
  })
  return { path: await writeBeside(filePath, newsroom, by, request.story, exported), sha256: exported.sha256 }
}

/**
 * Asks for a path and repeats an export of the history. If the person cancels, nothing is exported, logged or written.
 */
export async function saveExportAgain(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  request: { readonly story: string; readonly entry: number },
): Promise<{ readonly path?: string; readonly same?: boolean }> {
  const { entries } = await newsroom.story(request.story)
  const entry = entries.find(({ seq }) => seq === request.entry)
  const fileName = entry?.kind === 'exported' ? suggestedName(newsroom, entry.fileName) : undefined
  const filePath = await askForPath(window, mainText('saveExport.againTitle'), fileName)
  if (filePath === undefined) return {}
  const exported = await runAction(newsroom, by, 'story.exportAgain', {
    ...request,
    saveAs: basename(filePath),
    destination: filePath,
  })
  return { path: await writeBeside(filePath, newsroom, by, request.story, exported), same: exported.same }
}

/** Asks for a path. `fileName`: the name that the export has by itself. Undefined: the person cancelled. */
async function askForPath(window: BrowserWindow, title: string, fileName?: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { title, ...defined({ defaultPath: fileName }) })
  if (canceled || filePath === '') return undefined
  if (fileName !== undefined) await refuseUnasked(filePath, markedPath(filePath, fileName, basename(filePath)))
  return filePath
}

/** Writes the file into the folder of `asked`, under the name that the export gave it. Returns the path. */
async function writeBeside(
  asked: string,
  newsroom: Newsroom,
  by: string,
  story: string,
  exported: Exported,
): Promise<string> {
  const path = join(dirname(asked), exported.saveAs ?? basename(asked))
  await writeLogged(newsroom, by, story, path, exported)
  return path
}

/**
 * Exports into a profile's folder. If the path is a folder, or the person keeps the file that exists, nothing is
 * exported or logged.
 */
export async function saveToProfile(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  { story, profile: name, override, seen }: Calls['saveToProfile']['request'],
): Promise<Calls['saveToProfile']['answer']> {
  const { format, choices, draft, folder, pattern } = profileCalled(profilesOf(newsroom), name)
  const request: RequestOf<'story.export'> = {
    story,
    format,
    ...choices,
    ...defined({ draft, override, seen, fileNamePattern: pattern }),
  }
  const { fileName } = await runAction(newsroom, by, 'story.exportName', request)
  const { path, isFolder, taken } = await lookAtTarget(join(folder, fileName))
  if (isFolder) throw new NewsroomError('failed', mainText('saveExport.isFolder', { path }))
  if (taken && !(await mayReplace(window, path))) return {}
  const exported = await runAction(newsroom, by, 'story.export', { ...request, destination: path })
  await writeLogged(newsroom, by, story, path, exported)
  return { path, sha256: exported.sha256 }
}

/** Writes an export. If that fails, the history records it. */
export const writeLogged = (
  newsroom: Newsroom,
  by: string,
  story: string,
  path: string,
  exported: Exported,
): Promise<void> =>
  writeExported(path, exported, async (reason) =>
    exported.entry === undefined
      ? undefined
      : runAction(newsroom, by, 'story.exportFailed', { story, entry: exported.entry, reason }),
  )

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: mainText('saveExport.replace', { file: basename(path) }),
    detail: mainText('saveExport.replaceDetail', { folder: dirname(path) }),
    buttons: [mainText('saveExport.keep'), mainText('saveExport.doReplace')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Saves a profile. Main asks for the folder: a page never names a folder to write to. */
export async function saveProfile(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  { chooseFolder, was, ...words }: Calls['saveProfile']['request'],
): Promise<Calls['saveProfile']['answer']> {
  const before = was === undefined ? undefined : profileCalled(profilesOf(newsroom), was)
  const folder = before && !chooseFolder ? before.folder : await chosenFolder(window, words.name, before?.folder)
  if (folder === undefined) return {}
  const profiles = await runAction(newsroom, by, 'profile.save', {
    profile: { ...words, folder },
    ...defined({ was }),
  })
  return { saved: profileCalled(profiles, words.name) }
}

async function chosenFolder(
  window: BrowserWindow,
  name: string,
  before: string | undefined,
): Promise<string | undefined> {
  const {
    canceled,
    filePaths: [folder],
  } = await dialog.showOpenDialog(window, {
    title: mainText('saveExport.folderTitle', { name }),
    buttonLabel: mainText('saveExport.useFolder'),
    properties: ['openDirectory', 'createDirectory'],
    ...defined({ defaultPath: before }),
  })
  return canceled ? undefined : folder
}

/**
 * Refuses to replace a file that the dialog did not ask about: `path` is the chosen one with a mark of the edition. To
 * replace that file, the person chooses its name.
 */
async function refuseUnasked(chosen: string, path: string): Promise<void> {
  const { taken } = await lookAtTarget(path)
  if (path === chosen || !taken) return
  throw new NewsroomError('failed', mainText('saveExport.taken', { path }))
}
