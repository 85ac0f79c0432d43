/** What no page in this app may ever do, whoever asks: navigate, open windows, attach views, use devices. */
import { app, session, type Session, type WebContents } from 'electron'
import { APP_URL } from './appProtocol'

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

/** `scheme`: one more that may be fetched, of a session that serves it itself. */
export function lockDownSession(target: Session = session.defaultSession, scheme?: string): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.on('will-download', (event) => event.preventDefault())
  // Belt and braces behind the CSP: nothing but our own schemes is ever fetched.
  target.webRequest.onBeforeRequest((details, answer) => {
    const own = scheme !== undefined && details.url.startsWith(`${scheme}:`)
    answer({ cancel: !own && !/^(?:app|evidence|devtools|blob|data|chrome-extension):/.test(details.url) })
  })
}
