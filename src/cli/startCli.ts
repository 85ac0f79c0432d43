import { askHidden } from './askHidden'
import type { Surroundings } from './command'
import type { runCli } from './runCli'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs the command line of this process at its terminal, and ends the process as the command ended. */
export async function startCli(run: typeof runCli): Promise<void> {
  // A reader that closes the pipe early (head, less) is no trouble of ours.
  process.stdout.on('error', (trouble: NodeJS.ErrnoException) => {
    if (trouble.code !== 'EPIPE') throw trouble
  })
  const watched = process.stderr.isTTY && process.stdout.isTTY
  const progress = (line: string): void => void process.stderr.write(`\r${line}\u001b[K`)
  let stoppedBy: NodeJS.Signals | undefined
  const note = (signal: NodeJS.Signals | undefined): void => { stoppedBy = signal }
  process.exitCode = await run(process.argv.slice(2), process.env, {
    out: write(process.stdout), err: write(process.stderr), cwd: process.cwd(), stoppable: stoppableBySignals(note), ...(watched ? { progress } : {}),
    ...(process.stdin.isTTY ? { askHidden: (question: string) => askHidden(question, process.stdin, process.stderr) } : {})
  })
  // Ends as a program that a signal stopped: a script that runs one command after the other stops too.
  if (stoppedBy) process.kill(process.pid, stoppedBy)
}

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`)

/** The first signal asks the work to stop; a second one ends the process at once, as it does at all other times. `stopped`: told what stopped it. */
const stoppableBySignals = (stopped: (by: NodeJS.Signals | undefined) => void): NonNullable<Surroundings['stoppable']> => async (work) => {
  const control = new AbortController()
  let asked: NodeJS.Signals | undefined
  const stop = (signal: NodeJS.Signals): void => {
    asked = signal
    for (const name of SIGNALS) process.off(name, stop)
    control.abort()
  }
  for (const name of SIGNALS) process.on(name, stop)
  try {
    return await work(control.signal)
  } catch (trouble) {
    stopped(asked)
    throw trouble
  } finally {
    for (const name of SIGNALS) process.off(name, stop)
  }
}
