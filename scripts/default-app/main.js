// `electron path/to/app` runs this in the fallback runtime, which has no default app of Electron's own.
// Needs top-level await: Electron emits "ready" only after this file, and with it the app's main, has loaded.
import { app } from 'electron'
import { existsSync, readFileSync, statSync } from 'node:fs'
import Module from 'node:module'
import { join, resolve, dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

const preloads = []
let target
for (let i = 1; i < process.argv.length && target === undefined; i++) {
  const argument = process.argv[i]
  if (argument === '-v' || argument === '--version') {
    process.stdout.write(`v${process.versions.electron}\n`)
    process.exit(0)
  } else if (argument === '-r' || argument === '--require') preloads.push(process.argv[++i])
  else if (!argument.startsWith('-')) target = resolve(argument)
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
if (preloads.length > 0) Module._preloadModules(preloads)

try {
  if (target === undefined) throw new Error('Say which app to run: electron path/to/app')
  await import(pathToFileURL(adopt(target)).href)
} catch (error) {
  process.stderr.write(`The app did not start.\n${error.stack ?? error}\n`)
  app.exit(1)
}

/** Sets name, version and path of the app, and returns the path of its main file. */
function adopt(path) {
  if (!statSync(path).isDirectory()) {
    app.setAppPath(dirname(path))
    return path
  }
  const file = join(path, 'package.json')
  const about = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  if (about.version) app.setVersion(about.version)
  if (about.productName ?? about.name) app.setName(about.productName ?? about.name)
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(path)
  return Module._resolveFilename(path, null, true)
}
