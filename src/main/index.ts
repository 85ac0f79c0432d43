/** The app's main process. It opens a window at once, and the library while the window's page loads. */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, ipcMain, Menu, nativeTheme } from 'electron'
import { speak, type LanguageChoice } from '../catalogue/language'
import { CALL_CHANNEL } from '../ipc/contract'
import { CodeCache } from '../start/codeCache'
import { declareSchemes, readPages, serveApp } from './protocols/appProtocol'
import { EVIDENCE_SCHEME, serveEvidence } from './protocols/evidenceProtocol'
import { languageOfApp, speakInChromium } from './start/chromiumLanguage'
import { endWithSystem } from './start/endWithSystem'
import { FinderFiles } from './start/finderFiles'
import { hasNoGpu } from './start/gpu'
import { setLanguageOfThreads } from './calls/languageOfThreads'
import { closeNetwork } from './start/network'
import { compileRegExpsAtOnce } from './start/regExps'
import { keyOfLibrary } from './windows/keyOfLibrary'
import { lockDownContents, lockDownSession } from './windows/lockDown'
import type { MainServices } from './start/startServices'
import { rememberedLanguage, RememberedState, REMEMBERED_FILE } from './windows/rememberedState'
import { Windows } from './windows/windows'
import { messageOf } from '../story/text/messageOf'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const folder = resolve(process.env['STET_LIBRARY'] || join(app.getPath('documents'), 'Stet'))
const acting = process.env['STET_USER'] || undefined

// The terminal that started the app may be gone. Otherwise a message there would end in a dialog about a broken pipe,
// and a window whose page crashed would not be loaded again.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const finder = new FinderFiles(app)
compileRegExpsAtOnce(app.commandLine)
closeNetwork(app.commandLine)
/** In the app's own profile: it does not depend on the library. */
const codeCache = new CodeCache(app.getPath('userData'))

// Each library has its own browser profile, unless the command line names one.
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', join(app.getPath('userData'), 'libraries', keyOfLibrary(folder)))

const rememberedFile = join(app.getPath('userData'), REMEMBERED_FILE)
speakInChromium(app.commandLine, {
  asked: process.env['STET_LANGUAGE'],
  chosen: rememberedLanguage(rememberedFile),
  system: app.getPreferredSystemLanguages(),
})

// Chromium runs as root only with --no-sandbox. Each window asks for its own sandbox all the same (windows.ts).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareSchemes(EVIDENCE_SCHEME)
if (hasNoGpu()) app.disableHardwareAcceleration()
lockDownContents()
// Electron's default menu would cost time and take keys. startServices sets the app's menu.
Menu.setApplicationMenu(null)
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})

async function start(): Promise<void> {
  const remembered = new RememberedState(rememberedFile)
  const pages = readPages(join(root, 'out', 'renderer'))
  await Promise.all([remembered.load(), app.whenReady()])
  await speakAsChosen(remembered.value.language)
  lockDownSession()
  const served = serveApp(pages)
  nativeTheme.themeSource = remembered.value.theme
  const windows = new Windows(root, remembered)
  endWithSystem(app, windows)
  let provide = (_services: MainServices): void => undefined
  const services = new Promise<MainServices>((resolve) => (provide = resolve))
  serveEvidence(services.then(({ kept }) => kept))
  const first = windows.make(undefined, {}, () => services.then(({ beforeShown }) => beforeShown()))
  const loaded = windows.load(first)
  ipcMain.handle(CALL_CHANNEL, async (event, message) => {
    const session = windows.from(event)
    return (await services).answer(session, message)
  })
  // The newsroom is the largest part of the code. It is read while the window's process starts, after that has its
  // page. The library opens while the window compiles its script.
  await Promise.race([served.page, loaded])
  const { startServices } = await import('./start/startServices')
  await Promise.race([served.all, loaded])
  await Promise.all([loaded, startServices({ folder, acting, windows, remembered, first, finder }).then(provide)])
}

/**
 * Speaks the language that the environment, a person, or the system asks for. The threads of this process read it from
 * the environment.
 */
async function speakAsChosen(chosen: LanguageChoice | undefined): Promise<void> {
  const asked = process.env['STET_LANGUAGE']
  const language = languageOfApp({ asked, chosen, system: app.getPreferredSystemLanguages() })
  setLanguageOfThreads(language)
  await speak(language)
}

/** Milliseconds after the first window has its library, when nobody waits. */
const KEEP_AFTER = 5000

function keepCompiled(): void {
  const timer = setTimeout(() => codeCache.keep(), KEEP_AFTER).unref()
  app.once('will-quit', () => {
    clearTimeout(timer)
    codeCache.keep()
  })
}

start()
  .then(keepCompiled)
  .catch((error: unknown) => {
    process.stderr.write(`stet: ${messageOf(error)}\n`)
    app.exit(2)
  })
