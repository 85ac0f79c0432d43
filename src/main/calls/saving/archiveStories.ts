import { dialog } from 'electron'
import { mainText } from '../../../catalogue/rooms/main'
import type { Calls } from '../../../ipc/contract'
import { runAction } from '../../../newsroom/runAction'
import type { Newsroom } from '../../../newsroom/state/newsroom'
import { NewsroomError } from '../../../story/requests/requests'
import type { WindowSession } from '../../windows/windows'

/** Asks the person for the folder of an archive. A page never names a folder to write to. */
export async function chooseArchiveFolder(session: WindowSession): Promise<Calls['chooseArchiveFolder']['answer']> {
  const {
    canceled,
    filePaths: [folder],
  } = await dialog.showOpenDialog(session.window, {
    title: mainText('archiveStories.title'),
    buttonLabel: mainText('archiveStories.useFolder'),
    properties: ['openDirectory', 'createDirectory'],
  })
  if (canceled || folder === undefined) return {}
  session.archiveFolder = folder
  return { folder }
}

/** Moves stories into the archive in the chosen folder, as `stet archive` does. */
export async function archiveStories(
  newsroom: Newsroom,
  by: string,
  { archiveFolder: to }: WindowSession,
  request: Calls['archiveStories']['request'],
): Promise<Calls['archiveStories']['answer']> {
  if (to === undefined) throw new NewsroomError('usage', mainText('saveToFolder.noFolder'))
  return runAction(newsroom, by, 'story.archive', { ...request, to })
}
