/** What no page in this app may ever do, whoever asks: navigate, open windows, attach views, use devices. */
import { app, session, type WebContents } from 'electron'
import { APP_URL } from '../protocols/appProtocol'

export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents))
}

function lockDown(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (event.url !== APP_URL) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    // A sandboxed preview is born with srcdoc; nothing goes anywhere after that.
    if (event.url !== APP_URL && event.url !== 'about:srcdoc') event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

export function lockDownSession(): void {
  const target = session.defaultSession
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.on('will-download', (event) => event.preventDefault())
  // Belt and braces behind the CSP: nothing but our own schemes is ever fetched.
  target.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(?:app|evidence|devtools|blob|data|chrome-extension):/.test(details.url) })
  })
}
