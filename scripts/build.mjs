import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { isMain, root } from './paths.mjs'
import { runAsScript, log, ScriptError } from './log.mjs'

const out = join(root, 'out')
const stamp = join(out, 'built-from')
const builtFrom = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Builds into out/ unless out/ was built from exactly these sources. */
export async function ensureBuilt() {
  const sources = digestOf(builtFrom)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  log('Building')

  // Built beside and then swapped: who starts the app meanwhile gets the old build or the new one, whole.
  const beside = join(root, 'node_modules', '.stet-build', String(process.pid))
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code, output } = await run(process.execPath, [cli, 'build', '--logLevel', 'warn', '--outDir', beside], {
    show: 'none',
    cwd: root,
  })
  if (code !== 0) {
    rmSync(beside, { recursive: true, force: true })
    throw new ScriptError(`The build failed, out/ is as it was:\n${output.trim()}`)
  }
  if (output.trim()) log(output.trim())
  writeFileSync(join(beside, 'built-from'), sources)
  replaceFolder(out, beside)
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
    rmSync(stamp, { force: true })
    await ensureBuilt()
  })
}
