// npm run dist [-- deb rpm tar] : builds the packages for Linux into dist/. Nothing is fetched but Electron.
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { ensureDebianTools } from '../debian-packages.mjs'
import { log, runAsScript, ScriptError } from '../log.mjs'
import { ensureNodeModules } from '../node-modules.mjs'
import { root } from '../paths.mjs'
import { buildDeb } from './deb.mjs'
import { buildRpm } from './rpm.mjs'
import { stage } from './stage.mjs'
import { buildTarball } from './tarball.mjs'

const KINDS = { deb: buildDeb, rpm: buildRpm, tar: buildTarball }

await runAsScript(async () => {
  const asked = process.argv.slice(2)
  const unknown = asked.find((kind) => !Object.hasOwn(KINDS, kind))
  if (unknown !== undefined)
    throw new ScriptError(`${unknown} is no kind of package. Choose from: ${Object.keys(KINDS).join(', ')}`)
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new ScriptError('This builds packages for Linux x64, on Linux x64. Nothing was built.')
  const kinds = asked.length > 0 ? asked : Object.keys(KINDS)
  if (kinds.includes('rpm')) await ensureDebianTools(['rpm'])
  await ensureNodeModules()
  await ensureBuilt()
  const dist = join(root, 'dist')
  const work = join(dist, 'work')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const staged = await stage(join(work, 'root'))
  for (const kind of kinds) {
    const file = await KINDS[kind](staged, { dist, work })
    log(`${basename(file)}  ${(statSync(file).size / 1e6).toFixed(1)} MB`)
  }
  rmSync(work, { recursive: true, force: true })
})
