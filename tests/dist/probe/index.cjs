// Says in the file that PROBE names whether a page of file: may read another file.
'use strict'
const { app, BrowserWindow } = require('electron')
const { writeFileSync } = require('node:fs')

const ASK = `fetch('file:///etc/hostname').then(() => 'read', () => 'refused')`
void app.whenReady().then(async () => {
  const { webContents } = new BrowserWindow({ show: false })
  await webContents.loadURL('file:///test/probe.html')
  writeFileSync(process.env.PROBE, await webContents.executeJavaScript(ASK))
  app.exit(0)
})
