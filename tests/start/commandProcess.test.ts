/** The process that runs the commands of a worker of E2E tests: what one test leaves in it does not reach the next. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CommandProcess } from '../e2e/commands/commandProcess'

/** Answers with its arguments and its number as a process. “hang” never answers, “crash” ends it. */
const PROGRAM = `
process.on('message', ({ id, args }) => {
  if (args[0] === 'hang') for (;;);
  if (args[0] === 'crash') process.exit(7);
  process.send({ id, code: 0, stdout: args.join(' '), stderr: String(process.pid) });
});
`
let folder: string
let commands: CommandProcess
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-commands-'))
  await writeFile(join(folder, 'program.mjs'), PROGRAM)
  commands = new CommandProcess(join(folder, 'program.mjs'))
})
afterEach(async () => {
  await commands.close()
  await rm(folder, { recursive: true })
})

it('one process runs all commands', async () => {
  const answers = await Promise.all([commands.run(['list'], {}), commands.run(['show', 's1'], {})])
  expect(answers.map(({ stdout }) => stdout)).toEqual(['list', 'show s1'])
  expect(new Set(answers.map(({ stderr }) => stderr)).size).toBe(1)
  expect(commands.isBusy).toBe(false)
})

it('a command that hangs ends with its process, and the next one has another', async () => {
  // Once it has answered, the process is there and hears the next command.
  await commands.run(['list'], {})
  const hung = expect(commands.run(['hang'], {})).rejects.toThrow('The process of the commands ended: SIGKILL')
  expect(commands.isBusy).toBe(true)
  await commands.close()
  await hung
  expect([commands.isBusy, (await commands.run(['list'], {})).stdout]).toEqual([false, 'list'])
})

it('a command that ends the process fails, with those that wait, and the next one has another', async () => {
  const results = await Promise.allSettled([commands.run(['crash'], {}), commands.run(['list'], {})])
  expect(results.map((one) => one.status === 'rejected' && String(one.reason))).toEqual([
    'Error: The process of the commands ended: 7',
    'Error: The process of the commands ended: 7',
  ])
  expect((await commands.run(['list'], {})).stdout).toBe('list')
})
