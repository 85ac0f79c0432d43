import { basename, extname, join } from 'node:path'
import { dialog } from 'electron'
import { mainText } from '../../../catalogue/rooms/main'
import type { Calls } from '../../../ipc/contract'
import { profileCalled, profilesOf } from '../../../newsroom/exports/exportProfiles'
import { lookAtTarget } from '../../../newsroom/exports/file/exportTarget'
import { runAction } from '../../../newsroom/runAction'
import type { Newsroom } from '../../../newsroom/state/newsroom'
import { NewsroomError, type RequestOf } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import type { WindowSession } from '../../windows/windows'
import { writeLogged } from './saveExport'

/** Most files of one name in a folder. */
const MOST_OF_A_NAME = 10_000

/** Asks the person for a folder. A page never names a folder to write to. */
export async function chooseExportFolder(session: WindowSession): Promise<Calls['chooseExportFolder']['answer']> {
  const {
    canceled,
    filePaths: [folder],
  } = await dialog.showOpenDialog(session.window, {
    title: mainText('saveToFolder.title'),
    buttonLabel: mainText('saveExport.useFolder'),
    properties: ['openDirectory', 'createDirectory'],
  })
  if (canceled || folder === undefined) return {}
  await lookAtTarget(folder)
  session.exportFolder = folder
  return { folder }
}

/** Exports one of many stories through the gate into the chosen folder. Replaces no file. */
export async function saveToFolder(
  newsroom: Newsroom,
  by: string,
  { exportFolder: folder }: WindowSession,
  { story, format, profile }: Calls['saveToFolder']['request'],
): Promise<Calls['saveToFolder']['answer']> {
  if (folder === undefined) throw new NewsroomError('usage', mainText('saveToFolder.noFolder'))
  const request = { story, ...wordsOf(newsroom, format, profile) }
  const { fileName } = await runAction(newsroom, by, 'story.exportName', request)
  const path = await freePath(folder, fileName)
  const exported = await runAction(newsroom, by, 'story.export', {
    ...request,
    ...(basename(path) === fileName ? {} : { saveAs: basename(path) }),
    destination: path,
  })
  await writeLogged(newsroom, by, story, path, exported)
  return { path, sha256: exported.sha256 }
}

function wordsOf(
  newsroom: Newsroom,
  format: Calls['saveToFolder']['request']['format'],
  name: string | undefined,
): Omit<RequestOf<'story.export'>, 'story'> {
  if (name !== undefined) {
    const { format: own, choices, draft, pattern } = profileCalled(profilesOf(newsroom), name)
    return { format: own, ...choices, ...defined({ draft, fileNamePattern: pattern }) }
  }
  if (format === undefined) throw new NewsroomError('usage', mainText('saveToFolder.noFormat'))
  return { format }
}

/** The path of a name in a folder; "name-2.html" if there is a file of that name. */
async function freePath(folder: string, fileName: string): Promise<string> {
  const extension = extname(fileName)
  const stem = fileName.slice(0, fileName.length - extension.length)
  for (let n = 1; n <= MOST_OF_A_NAME; n++) {
    const { path, isFolder, taken } = await lookAtTarget(join(folder, n === 1 ? fileName : `${stem}-${n}${extension}`))
    if (!isFolder && !taken) return path
  }
  throw new NewsroomError('failed', mainText('saveExport.taken', { path: join(folder, fileName) }))
}
