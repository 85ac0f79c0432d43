// npm run types: checks the types of each room in its own environment, those of Electron rooms against both versions.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { root } from './paths.mjs'
import { runAsScript, log } from './log.mjs'

const projects = [
  ...readdirSync(join(root, 'src'))
    .filter((name) => /^tsconfig\..+\.json$/.test(name))
    .map((name) => `src/${name}`),
  'tests/tsconfig.json',
  'tsconfig.json',
]
const compiler = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc')

await runAsScript(async () => {
  const waiting = [...projects]
  let failed = 0
  const worker = async () => {
    for (let project = waiting.shift(); project; project = waiting.shift()) {
      const { code, output } = await run(process.execPath, [compiler, '-p', project], { show: 'none', cwd: root })
      if (code === 0) continue
      failed++
      log(`${project}\n${output.trim()}\n`)
    }
  }
  await Promise.all([worker(), worker()])
  return failed === 0 ? 0 : 1
})
