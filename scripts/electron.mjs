// Which Electron runs the app: an explicit override, the official one, else the fallback runtime.
//   node scripts/electron.mjs --print     prints the path of the executable, and nothing else, on stdout
//   node scripts/electron.mjs --refresh   asks again for an official Electron that could not be fetched
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, isMain, root } from './places.mjs'
import { fallback, fallbackRunsOn, fallbackRuntime } from './runtime-fallback.mjs'
import { officialRuntime } from './runtime-official.mjs'
import { runAsScript, say, Trouble } from './say.mjs'

/** The path of the Electron executable; throws a Trouble when there is none for this machine. */
export async function electronExecutable({
  env = process.env,
  platform = process.platform,
  arch = process.arch,
  cache = cacheFolder(env, platform),
  refresh = false,
  official = () => officialRuntime({ cache, modules: join(root, 'node_modules'), refresh }),
  other = () => fallbackRuntime(cache),
} = {}) {
  const chosen = override(env, platform) ?? (await official())
  if (chosen) return chosen
  if (fallbackRunsOn(platform, arch)) return other()
  throw new Trouble(
    `Electron could not be fetched, and there is no replacement for ${platform} ${arch} (only for linux x64).\n` +
      'Your checkout is as it was. Either connect to the internet and run: node scripts/electron.mjs --refresh\n' +
      'or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron ' +
      `(${fallback.electron} or newer) that you have.`,
  )
}

function override(env, platform) {
  const named = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[platform] ?? 'electron'
  const choices = {
    ELECTRON_OVERRIDE_DIST_PATH: env.ELECTRON_OVERRIDE_DIST_PATH && join(env.ELECTRON_OVERRIDE_DIST_PATH, named),
    ELECTRON_EXEC_PATH: env.ELECTRON_EXEC_PATH,
  }
  for (const [variable, path] of Object.entries(choices)) {
    if (!path) continue
    if (existsSync(path) && statSync(path).isFile()) return path
    throw new Trouble(
      `${variable} is set, but there is no file ${path}. Correct it, or unset it to let Stet find an Electron.`,
    )
  }
  return undefined
}

if (isMain(import.meta.url)) {
  await runAsScript(async () => {
    const executable = await electronExecutable({ refresh: process.argv.includes('--refresh') })
    if (process.argv.includes('--print')) process.stdout.write(`${executable}\n`)
    else say(executable)
  })
}
