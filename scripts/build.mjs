import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { isMain, root } from './paths.mjs'
import { runAsScript, log, ScriptError } from './log.mjs'
import { whyTooMuchAtStart } from './startScripts.mjs'

const out = join(root, 'out')
const stampFile = join(out, 'built-from')
const builtFrom = [
  'src',
  'resources/licences',
  'scripts/licences.ts',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Builds into out/, unless out/ was built from the same sources. */
export async function ensureBuilt() {
  const sources = digestOf(builtFrom)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return
  log('Building')

  // Builds into another folder and then swaps: an app that starts meanwhile gets the old build or the new one,
  // complete.
  const fresh = join(root, 'node_modules', '.stet-build', String(process.pid))
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code, output } = await run(process.execPath, [cli, 'build', '--logLevel', 'warn', '--outDir', fresh], {
    show: 'none',
    cwd: root,
  })
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new ScriptError(`The build failed, and out/ is unchanged:\n${output.trim()}`)
  }
  if (output.trim()) log(output.trim())
  const tooMuch = whyTooMuchAtStart(join(fresh, 'renderer'))
  if (tooMuch !== undefined) {
    rmSync(fresh, { recursive: true, force: true })
    throw new ScriptError(`out/ is unchanged. ${tooMuch}`)
  }
  writeFileSync(join(fresh, 'built-from'), sources)
  replaceFolder(out, fresh)
}

function replaceFolder(folder, by) {
  const old = `${by}.old`
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(by, folder)
  rmSync(old, { recursive: true, force: true })
}

function digestOf(names) {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    try {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`)
    } catch {
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
    }
  }
  names.forEach(add)
  return hash.digest('hex')
}

if (isMain(import.meta.url)) {
  await runAsScript(async () => {
    rmSync(stampFile, { force: true })
    await ensureBuilt()
  })
}
