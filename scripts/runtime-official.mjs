import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { prepareOnce } from './prepare-once.mjs'
import { say } from './say.mjs'

const secondsToFetch = 180
const retryAfter = 24 * 60 * 60 * 1000

/**
 * The executable of the Electron that package.json names, or undefined when it is neither here nor to be had.
 * Fetched by the package's own install script (which checks its digests) into the cache. A fetch that failed
 * is remembered for a day; `refresh` tries again at once.
 */
export async function officialRuntime({
  cache,
  modules,
  refresh = false,
  now = Date.now(),
  install = runInstallScript,
}) {
  const source = join(modules, 'electron')
  if (!existsSync(join(source, 'package.json'))) return undefined
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))

  const folder = join(cache, `electron-${version}-${process.platform}-${process.arch}`)
  const ready = executableIn(source, version) ?? executableIn(folder, version)
  if (ready) return ready

  const failedAt = `${folder}.not-reachable`
  if (!refresh && failedRecently(failedAt, now)) return undefined
  try {
    await prepareOnce(folder, async (temporary) => {
      say(`Fetching Electron ${version}`)
      for (const file of ['package.json', 'install.js', 'checksums.json'])
        copyFileSync(join(source, file), join(temporary, file))
      await install(temporary, modules)
      if (!executableIn(temporary, version)) throw new Error('its install script left no executable')
    })
    rmSync(failedAt, { force: true })
    return executableIn(folder, version)
  } catch (error) {
    say(
      `Electron ${version} could not be fetched (${error.message}); trying again in a day, or at once with: node scripts/electron.mjs --refresh`,
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
  if (timedOut) throw new Error(`not there after ${secondsToFetch} seconds`)
  if (code !== 0) throw new Error(output.match(/(?:Error: )(.+)/)?.[1] ?? `its install script ended with ${code}`)
}

function executableIn(folder, version) {
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    const there = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    return there === version && existsSync(path) ? path : undefined
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
