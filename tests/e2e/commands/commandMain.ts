/**
 * Runs command lines that its parent sends, one after the other, in one process. A process for each takes two thirds of
 * a second of a processor before it does anything.
 */
import { runCli } from '../../../src/cli/runCli'
import type { CommandAnswer, CommandLine, Environment } from './commandProcess'

let before: Promise<unknown> = Promise.resolve()

/** The folders of caches and states are named by the process, and each test has its own. */
function become(env: Environment): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
  Object.assign(process.env, env)
}

process.on('message', (line: CommandLine) => {
  before = before.then(async () => {
    become(line.env)
    const out: string[] = []
    const err: string[] = []
    const code = await runCli(line.args, line.env, {
      cwd: process.cwd(),
      out: (text) => void out.push(`${text}\n`),
      err: (text) => void err.push(`${text}\n`),
    })
    const answer: CommandAnswer = { id: line.id, code, stdout: out.join(''), stderr: err.join('') }
    process.send?.(answer)
  })
})
process.on('disconnect', () => process.exit())
