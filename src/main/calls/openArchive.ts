/** Opens an archive in a Stet of its own, beside this one. */
import { spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import { archiveMarker } from '../../storage/records/archiveMarker'
import { nodeFiles } from '../../storage/disk/fileLayer'
import { defined } from '../../story/text/defined'
import { messageOf } from '../../story/text/messageOf'
import { NewsroomError } from '../../story/requests/requests'
import { keyOfLibrary } from '../windows/keyOfLibrary'
import type { WindowSession } from '../windows/windows'

/**
 * Asks the person for the folder of an archive: a page never names one. Rejects with StorageError or NewsroomError if
 * it is none or cannot be read.
 */
export async function openArchive({ window, person }: WindowSession): Promise<Record<string, never>> {
  const {
    canceled,
    filePaths: [folder],
  } = await dialog.showOpenDialog(window, {
    title: mainText('openArchive.title'),
    buttonLabel: mainText('openArchive.open'),
    properties: ['openDirectory'],
  })
  if (canceled || folder === undefined) return {}
  if (!(await archiveMarker(nodeFiles, folder).readIfThere()))
    throw new NewsroomError('refused', mainText('openArchive.none', { folder }))
  await start(folder, person)
  return {}
}

/** If a Stet has the archive open already, it comes forward, and the new one ends (startServices). */
async function start(folder: string, person: string | undefined): Promise<void> {
  const { STET_USER: _own, ...environment } = process.env
  const options: SpawnOptions = {
    env: { ...environment, STET_LIBRARY: folder, ...defined({ STET_USER: person }) },
    // It stays when this one ends.
    detached: true,
    stdio: 'ignore',
  }
  const started = spawn(process.execPath, argumentsFor(folder), options)
  try {
    await once(started, 'spawn')
  } catch (error) {
    throw new NewsroomError('failed', mainText('openArchive.failed', { folder, why: messageOf(error) }))
  }
  started.unref()
}

/** A debugger watches one process, and a profile is that of one library. */
const OWN_SWITCH = /^--(?:inspect|remote-debugging|user-data-dir)/u

function argumentsFor(folder: string): readonly string[] {
  const switches = process.argv.slice(1).filter((one) => one.startsWith('--') && !OWN_SWITCH.test(one))
  const profile = app.commandLine.hasSwitch('user-data-dir')
    ? [`--user-data-dir=${join(app.getPath('userData'), 'libraries', keyOfLibrary(folder))}`]
    : []
  return [...(app.isPackaged ? [] : [app.getAppPath()]), ...switches, ...profile]
}
