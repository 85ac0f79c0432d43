// What `electron path/to/app` runs in the fallback runtime, which comes without Electron's own default app.
// Top-level await is needed: Electron holds back "ready" until this file, and so the app's main, has loaded.
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

/** Takes over the name, version and path of the app and gives the path of its main file. */
function adopt(path) {
  if (!statSync(path).isDirectory()) {
    app.setAppPath(dirname(path))
    return path
  }
  const described = join(path, 'package.json')
  const about = existsSync(described) ? JSON.parse(readFileSync(described, 'utf8')) : {}
  if (about.version) app.setVersion(about.version)
  if (about.productName ?? about.name) app.setName(about.productName ?? about.name)
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(path)
  return Module._resolveFilename(path, null, true)
}
