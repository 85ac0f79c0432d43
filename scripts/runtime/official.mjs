import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../child.mjs'
import { log } from '../log.mjs'
import { prepareOnce } from './prepare-once.mjs'

const secondsToFetch = 180
const retryAfter = 24 * 60 * 60 * 1000

/**
 * Returns the executable of the Electron that package.json names, or undefined if it is not here and cannot be fetched.
 * The package's own install script fetches it into the cache and checks its digests. A fetch that failed is not tried
 * again for a day, except with `refresh`.
 */
export async function officialRuntime({
  cache,
  modules,
  refresh = false,
  now = Date.now(),
  install = runInstallScript,
  report = log,
}) {
  const source = join(modules, 'electron')
  if (!existsSync(join(source, 'package.json'))) return undefined
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))

  const folder = join(cache, `electron-${version}-${process.platform}-${process.arch}`)
  const existing = executableIn(source, version) ?? executableIn(folder, version)
  if (existing) return existing

  const failedAt = `${folder}.not-reachable`
  if (!refresh && failedRecently(failedAt, now)) return undefined
  try {
    await prepareOnce(folder, async (temporary) => {
      report(`Fetching Electron ${version}`)
      for (const file of ['package.json', 'install.js', 'checksums.json'])
        copyFileSync(join(source, file), join(temporary, file))
      await install(temporary, modules)
      if (!executableIn(temporary, version)) throw new Error('its install script left no executable')
    })
    rmSync(failedAt, { force: true })
    return executableIn(folder, version)
  } catch (error) {
    report(
      `Electron ${version} could not be fetched (${error.message}). Stet tries again in a day, ` +
        'or at once with: node scripts/electron.mjs --refresh',
    )
    mkdirSync(cache, { recursive: true })
    writeFileSync(failedAt, new Date(now).toISOString())
    return undefined
  }
}

async function runInstallScript(folder, modules) {
  const env = { ...process.env, NODE_PATH: modules }
  delete env.ELECTRON_OVERRIDE_DIST_PATH
  const { code, output, timedOut } = await run(process.execPath, ['install.js'], {
    show: 'none',
    cwd: folder,
    env,
    seconds: secondsToFetch,
  })
  if (timedOut) throw new Error(`it took longer than ${secondsToFetch} seconds`)
  if (code !== 0) throw new Error(output.match(/(?:Error: )(.+)/)?.[1] ?? `its install script ended with ${code}`)
}

function executableIn(folder, version) {
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    const found = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    return found === version && existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

function failedRecently(file, now) {
  try {
    const age = now - Date.parse(readFileSync(file, 'utf8'))
    return age >= 0 && age < retryAfter
  } catch {
    return false
  }
}
