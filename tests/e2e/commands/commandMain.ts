/**
 * Runs command lines that its parent sends, one after the other, in one process. A process for each takes a third of a
 * second before it does anything.
 */
import { runCli } from '../../../src/cli/runCli'
import type { CommandAnswer, CommandLine } from './commandProcess'

let before: Promise<unknown> = Promise.resolve()

process.on('message', (line: CommandLine) => {
  before = before.then(async () => {
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
