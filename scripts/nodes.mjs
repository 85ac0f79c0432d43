// npm run unit:nodes [-- 22 26] : sets up, builds and runs the unit tests with each Node that Stet is tried with.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { npm, run } from './child.mjs'
import { log, runAsScript, ScriptError } from './log.mjs'
import { isMain, root } from './paths.mjs'
import { nodeExecutable, triedMajors } from './runtime/node.mjs'

const ANSI_COLOR = /\u001b\[\d*m/g

/** Returns the environment in which the command `node` is this one. */
export const withNode = (node) => ({ ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` })

/** Returns whether everything passed. A Node that this machine cannot have is skipped, except in CI. */
async function tryNode(major) {
  let node
  try {
    node = await nodeExecutable(major)
  } catch (error) {
    if (process.env.CI || !(error instanceof ScriptError)) throw error
    log(`Node ${major} is skipped. ${error.message}`)
    return true
  }
  const env = withNode(node)
  const steps = {
    setup: ['scripts/setup.mjs'],
    build: ['scripts/build.mjs'],
    unit: [join('node_modules', 'vitest', 'vitest.mjs'), 'run'],
  }
  for (const [name, args] of Object.entries(steps)) {
    const { code, output } = await run(node, args, { show: 'none', cwd: root, env })
    const [counts = ''] = output.replace(ANSI_COLOR, '').match(/(?<=^ *)Tests .*/m) ?? []
    log(`Node ${major}: ${name} ${code === 0 ? 'passed' : 'FAILED'} ${counts}`)
    if (code !== 0) {
      log(output.trim())
      return false
    }
  }
  return printsNoWarning(major, node, env)
}

/** Runs two commands of the command line and looks at everything that they print to stderr. */
async function printsNoWarning(major, node, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-nodes-'))
  try {
    const story = join(folder, 'story.txt')
    writeFileSync(story, 'Talks end after two hours\n\nThe talks ended on Friday.\n')
    const env = { ...environment, STET_LIBRARY: join(folder, 'library'), STET_USER: 'Reporter', STET_IDS: 'sequential' }
    let clean = true
    for (const args of [['--version'], ['import', story]]) {
      const [command, first] = npm(['run', '--silent', 'stet', '--', ...args])
      const program = command === process.execPath ? node : command
      const { code, output } = await run(program, first, { show: 'none', cwd: root, env })
      log(`Node ${major}: stet ${args[0]} printed: ${output.trim()}`)
      if (code !== 0 || output.trim().split('\n').length !== 1) clean = false
    }
    if (!clean) log(`Node ${major}: the command line failed or printed more than its answer`)
    return clean
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (isMain(import.meta.url)) {
  await runAsScript(async () => {
    const majors = process.argv.length > 2 ? process.argv.slice(2).map(Number) : triedMajors
    const unknown = majors.filter((major) => !triedMajors.includes(major))
    if (unknown.length > 0)
      throw new ScriptError(`Stet is tried with Node ${triedMajors.join(', ')}, not with ${unknown.join(', ')}.`)
    let passed = true
    for (const major of majors) passed = (await tryNode(major)) && passed
    return passed ? 0 : 1
  })
}
