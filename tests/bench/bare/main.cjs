// A bare Electron window with the page that BENCH_PAGE names.
const { app, BrowserWindow } = require('electron')

// As root, Chromium runs only with --no-sandbox, as Stet does.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: true,
      backgroundThrottling: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(process.env.BENCH_PAGE)
})
app.on('window-all-closed', () => app.quit())
