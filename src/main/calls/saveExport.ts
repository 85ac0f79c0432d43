import { basename, dirname, join } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { runAction } from '../../newsroom/actions'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { markedPath } from '../../newsroom/exports/markedPath'
import { profileCalled, profilesOf } from '../../newsroom/exports/exportProfiles'
import { lookAtTarget } from '../../newsroom/exports/exportTarget'
import { writeExport } from '../../newsroom/exports/writeExport'
import type { Calls } from '../../ipc/contract'
import { NewsroomError, type Exported, type RequestOf } from '../../story/requests/requests'

/**
 * Asks where, exports through the gate, and writes the file whole or not at all. Nothing is exported, logged or written
 * when the person cancels; a refusal comes before anything is written.
 */
export async function saveExport(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  request: RequestOf<'story.export'>,
): Promise<{ readonly path?: string; readonly sha256?: string }> {
  const preview = await runAction(newsroom, by, 'story.previewExport', request)
  if (preview.withheld !== undefined) throw new NewsroomError('refused', preview.withheld, preview.verdict)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: `Export ${basename(preview.fileName)}`,
    defaultPath: preview.fileName,
  })
  if (canceled || filePath === '') return {}
  await refuseUnasked(filePath, markedPath(filePath, preview.fileName, basename(filePath)))
  const exported = await runAction(newsroom, by, 'story.export', {
    ...request,
    saveAs: basename(filePath),
    destination: filePath,
  })
  const path = join(dirname(filePath), exported.saveAs ?? basename(filePath))
  await writeLogged(newsroom, by, request.story, path, exported)
  return { path, sha256: exported.sha256 }
}

/** Asks where, and writes an export of the log once more. Nothing is exported, logged or written when the person cancels. */
export async function saveExportAgain(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  request: { readonly story: string; readonly entry: number },
): Promise<{ readonly path?: string; readonly same?: boolean }> {
  const { entries } = await newsroom.story(request.story)
  const entry = entries.find(({ seq }) => seq === request.entry)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Export again',
    ...(entry?.kind === 'exported' ? { defaultPath: entry.fileName } : {}),
  })
  if (canceled || filePath === '') return {}
  if (entry?.kind === 'exported')
    await refuseUnasked(filePath, markedPath(filePath, entry.fileName, basename(filePath)))
  const exported = await runAction(newsroom, by, 'story.exportAgain', {
    ...request,
    saveAs: basename(filePath),
    destination: filePath,
  })
  const path = join(dirname(filePath), exported.saveAs ?? basename(filePath))
  await writeLogged(newsroom, by, request.story, path, exported)
  return { path, same: exported.same }
}

/** Exports into a profile's folder. Nothing is exported or logged when its place cannot be written to, or the person keeps the file that is there. */
export async function saveToProfile(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  { story, profile: name, override }: Calls['saveToProfile']['request'],
): Promise<Calls['saveToProfile']['answer']> {
  const { format, choices, draft, folder, pattern } = profileCalled(profilesOf(newsroom), name)
  const request: RequestOf<'story.export'> = {
    story,
    format,
    ...choices,
    ...(draft ? { draft } : {}),
    ...(override === undefined ? {} : { override }),
    ...(pattern === undefined ? {} : { fileNamePattern: pattern }),
  }
  const { fileName } = await runAction(newsroom, by, 'story.exportName', request)
  const { path, isFolder, taken } = await lookAtTarget(join(folder, fileName))
  if (isFolder) throw new NewsroomError('failed', `${path} is a folder. Nothing was exported.`)
  if (taken && !(await mayReplace(window, path))) return {}
  const exported = await runAction(newsroom, by, 'story.export', { ...request, destination: path })
  await writeLogged(newsroom, by, story, path, exported)
  return { path, sha256: exported.sha256 }
}

/** The history says so when it cannot be written. */
const writeLogged = (
  newsroom: Newsroom,
  by: string,
  story: string,
  path: string,
  { bytes, entry }: Exported,
): Promise<void> =>
  writeExport(path, bytes, async (reason) =>
    entry === undefined ? undefined : runAction(newsroom, by, 'story.exportFailed', { story, entry, reason }),
  )

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `${basename(path)} is there already.`,
    detail: `It lies in ${dirname(path)}. Replacing it cannot be undone.`,
    buttons: ['Keep it', 'Replace'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Asks for the folder where it has to, then saves the profile: a page never says where on the disk something is written. */
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
    ...(was === undefined ? {} : { was }),
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
    title: `Where “${name}” puts its files`,
    buttonLabel: 'Use this folder',
    properties: ['openDirectory', 'createDirectory'],
    ...(before === undefined ? {} : { defaultPath: before }),
  })
  return canceled ? undefined : folder
}

/** The dialog asked about the name that was chosen, which may lie where nothing can be written; a file of the marked name is replaced only by choosing that. */
async function refuseUnasked(chosen: string, path: string): Promise<void> {
  const { taken } = await lookAtTarget(path)
  if (path === chosen || !taken) return
  throw new NewsroomError(
    'failed',
    `${path} is there already and was left as it is. Nothing was exported. Choose that name to replace it.`,
  )
}
