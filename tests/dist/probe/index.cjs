// Says in the file that PROBE names whether a page of file: may read another file, and keeps a cookie.
'use strict'
const { app, BrowserWindow, session } = require('electron')
const { writeFileSync } = require('node:fs')

const ASK = `fetch('file:///etc/hostname').then(() => 'read', () => 'refused')`
void app.whenReady().then(async () => {
  const { webContents } = new BrowserWindow({ show: false })
  await webContents.loadURL('file:///test/probe.html')
  const answer = await webContents.executeJavaScript(ASK)
  const { cookies } = session.defaultSession
  const expirationDate = Date.now() / 1000 + 3600
  await cookies.set({ url: 'https://probe.invalid/', name: 'kept', value: 'words-of-a-cookie', expirationDate })
  await cookies.flushStore()
  writeFileSync(process.env.PROBE, answer)
  app.exit(0)
})
