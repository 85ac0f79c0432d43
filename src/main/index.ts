/** The app's main process: a window opens at once, the library while its page loads. */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, ipcMain, Menu, nativeTheme } from 'electron'
import { CALL_CHANNEL } from '../ipc/contract'
import { declareSchemes, listPages, readAhead, serveApp } from './protocols/appProtocol'
import { EVIDENCE_SCHEME, serveEvidence } from './protocols/evidenceProtocol'
import { lacksGraphicsDevice } from './start/graphics'
import { keyOfLibrary } from './windows/keyOfLibrary'
import { lockDownContents, lockDownSession } from './windows/lockDown'
import type { Doors } from './start/openDoors'
import { RememberedState } from './windows/rememberedState'
import { Windows } from './windows/windows'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const folder = resolve(process.env['STET_LIBRARY'] || join(app.getPath('documents'), 'Stet'))
const acting = process.env['STET_USER'] || undefined

// Two libraries never share a browser profile; a driver that names its own profile keeps it.
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', join(app.getPath('userData'), 'libraries', keyOfLibrary(folder)))

// As root Chromium runs with --no-sandbox only; every window still asks for its sandbox by itself (windows.ts).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareSchemes(EVIDENCE_SCHEME)
if (lacksGraphicsDevice()) app.disableHardwareAcceleration()
// V8 compiles several functions of a window at once, beside a letter on its way to the screen: docs/performance.md.
if (!app.commandLine.hasSwitch('js-flags'))
  app.commandLine.appendSwitch('js-flags', '--concurrent-turbofan-max-threads=1')
lockDownContents()
// Until the app's own menu is there: Electron's would cost time and has keys of its own.
Menu.setApplicationMenu(null)
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})

async function start(): Promise<void> {
  const remembered = new RememberedState(join(app.getPath('userData'), 'remembered.json'))
  const pages = listPages(join(root, 'out', 'renderer'))
  const [files, ahead] = await Promise.all([pages, pages.then(readAhead), remembered.load(), app.whenReady()])
  lockDownSession()
  const pageGiven = serveApp(files, ahead)
  nativeTheme.themeSource = remembered.value.theme
  const windows = new Windows(root, remembered)
  let open = (_doors: Doors): void => undefined
  const doors = new Promise<Doors>((opened) => (open = opened))
  serveEvidence(doors.then(({ kept }) => kept))
  const first = windows.make(undefined, {}, doors)
  const loaded = windows.load(first)
  ipcMain.handle(CALL_CHANNEL, async (event, message) => (await doors).answer(event, message))
  // The newsroom is by far the largest part of the code: it is read while the window's process starts, which has its page by then.
  await Promise.race([pageGiven, loaded])
  const { openDoors } = await import('./start/openDoors')
  await Promise.all([loaded, openDoors({ folder, acting, windows, remembered, first }).then(open)])
}

start().catch((error: unknown) => {
  process.stderr.write(`stet: ${error instanceof Error ? error.message : String(error)}\n`)
  app.exit(2)
})
