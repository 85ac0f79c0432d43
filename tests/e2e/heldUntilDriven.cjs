// electron -r THIS APP : the app is not ready before the driver is attached. A driver that comes while a window loads
// its first page may miss that page, and then waits for it for ever; `__playwright_run` is what Playwright calls when
// it is there.
'use strict'
const { app } = require('electron')

// The app reads which file it was given.
process.argv.splice(process.argv.indexOf('-r'), 2)

const ready = app.whenReady.bind(app)
const driven = new Promise((attached) => {
  globalThis.__playwright_run = attached
})
app.whenReady = async () => {
  await Promise.all([ready(), driven])
}
