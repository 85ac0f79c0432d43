/** Forbids all pages to navigate, open windows, attach views and use devices. */
import { app, session, type WebContents } from 'electron'
import { APP_URL } from '../protocols/appProtocol'
import { closeSpellChecker } from './spellChecker'

export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents))
}

function lockDown(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (event.url !== APP_URL) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    // A sandboxed preview starts with srcdoc and may not leave it.
    if (event.url !== APP_URL && event.url !== 'about:srcdoc') event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

export function lockDownSession(): void {
  const target = session.defaultSession
  closeSpellChecker(target)
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.on('will-download', (event) => event.preventDefault())
  // The content security policy says the same: only the app's own schemes are fetched.
  target.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(?:app|evidence|devtools|blob|data|chrome-extension):/.test(details.url) })
  })
}
