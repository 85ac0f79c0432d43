// The first file of the packaged app. It runs the window, or with --stet-command the command line.
'use strict'
const { app } = require('electron')

const at = process.argv.indexOf('--stet-command')
const end = process.argv.indexOf('--')
// A debugger reads what is protected. Fuses turn Node's off; these belong to Chromium.
const refused = ['remote-debugging-port', 'remote-debugging-pipe', 'js-flags', 'load-extension'].find((name) =>
  app.commandLine.hasSwitch(name),
)
if (refused !== undefined) {
  process.stderr.write(`stet: --${refused} is not for the installed app. Nothing was started.\n`)
  process.exit(1)
} else if (at > 0 && end > at) {
  // On macOS: a command has no icon.
  app.dock?.hide()
  process.argv = [process.argv[0], 'stet', ...process.argv.slice(end + 1)]
  // Electron's own exit does not look at process.exitCode.
  const exit = process.exit.bind(process)
  process.exit = (code = process.exitCode ?? 0) => exit(code)
  require('./out/main/stet.cjs')
} else require('./out/main/index.cjs')
