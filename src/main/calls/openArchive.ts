/** Opens an archive in a Stet of its own, beside this one. */
import { spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { app, dialog } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import { archiveMarker } from '../../storage/records/archiveMarker'
import { nodeFiles } from '../../storage/disk/fileLayer'
import { defined } from '../../story/text/defined'
import { messageOf } from '../../story/text/messageOf'
import { NewsroomError } from '../../story/requests/requests'
import { keyOfLibrary } from '../windows/keyOfLibrary'
import { RememberedState, REMEMBERED_FILE, type Remembered } from '../windows/rememberedState'
import type { WindowSession } from '../windows/windows'
import { environmentForStart } from './languageOfThreads'

/**
 * Asks the person for the folder of an archive: a page never names one. Rejects with StorageError or NewsroomError if
 * it is none or cannot be read.
 */
export async function openArchive(
  { window, person }: WindowSession,
  remembered: Remembered,
): Promise<Record<string, never>> {
  const {
    canceled,
    filePaths: [chosen],
  } = await dialog.showOpenDialog(window, {
    title: mainText('openArchive.title'),
    buttonLabel: mainText('openArchive.open'),
    properties: ['openDirectory'],
  })
  if (canceled || chosen === undefined) return {}
  // As another Stet reads it from its environment (index.ts).
  const folder = resolve(chosen)
  if (!(await archiveMarker(nodeFiles, folder).readIfThere()))
    throw new NewsroomError('refused', mainText('openArchive.none', { folder }))
  try {
    await rememberAs(remembered, folder)
    await start(folder, person)
  } catch (error) {
    throw new NewsroomError('failed', mainText('openArchive.failed', { folder, why: messageOf(error) }))
  }
  return {}
}

/** If a Stet has the archive open already, it comes forward, and the new one ends (startServices). */
async function start(folder: string, person: string | undefined): Promise<void> {
  const { STET_USER: _own, ...environment } = environmentForStart()
  const options: SpawnOptions = {
    env: { ...environment, STET_LIBRARY: folder, ...defined({ STET_USER: person }) },
    // It stays when this one ends.
    detached: true,
    stdio: 'ignore',
  }
  const started = spawn(process.execPath, argumentsFor(folder), options)
  await once(started, 'spawn')
  started.unref()
}

/**
 * On the first time, the archive looks as this window does. It is known from the start: when its drive is unplugged at
 * this moment, no new library is made in its place.
 */
async function rememberAs({ language, theme, zoom, keys }: Remembered, folder: string): Promise<void> {
  const profile = profileOf(folder)
  const path = join(profile, REMEMBERED_FILE)
  if (existsSync(path)) return
  await mkdir(profile, { recursive: true, mode: 0o700 })
  const state = new RememberedState(path)
  state.change({ library: folder, theme, zoom, ...defined({ language, keys }) })
  await state.settled()
}

const LIBRARIES = 'libraries'

/** The profile of a library, beside that of this one (index.ts), or in one that the command line names. */
function profileOf(folder: string): string {
  const own = app.getPath('userData')
  const libraries = basename(dirname(own)) === LIBRARIES ? dirname(own) : join(own, LIBRARIES)
  return join(libraries, keyOfLibrary(folder))
}

/** A debugger watches one process, and a profile is that of one library. */
const OWN_SWITCH = /^--(?:inspect|remote-debugging|user-data-dir)/u

function argumentsFor(folder: string): readonly string[] {
  const switches = process.argv.slice(1).filter((one) => one.startsWith('--') && !OWN_SWITCH.test(one))
  const profile = app.commandLine.hasSwitch('user-data-dir') ? [`--user-data-dir=${profileOf(folder)}`] : []
  return [...(app.isPackaged ? [] : [app.getAppPath()]), ...switches, ...profile]
}
