import { askHidden } from './askHidden'
import type { Surroundings } from './command'
import type { runCli } from './runCli'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs the command line of this process at its terminal, and ends the process as the command ended. */
export async function startCli(run: typeof runCli): Promise<void> {
  const cwd = workingFolder()
  // What the command has to say of itself is told by its exit code too, when nobody can read it any more.
  process.stderr.on('error', () => undefined)
  if (cwd === undefined) {
    process.stderr.write('stet: The folder that this was started in is gone. Nothing was changed. Go to another folder and start it there.\n')
    process.exitCode = FAILED
    return
  }
  let lost = false
  process.stdout.on('error', (trouble: NodeJS.ErrnoException) => {
    // A reader that closes the pipe early (head, less) is no trouble of ours.
    if (trouble.code === 'EPIPE' || lost) return
    lost = true
    process.exitCode ||= FAILED
    process.stderr.write(`stet: The answer could not be written whole: ${trouble.code === 'ENOSPC' ? 'the disk is full' : trouble.message}. What the command did stands. Make room, and ask again.\n`)
  })
  const watched = process.stderr.isTTY && process.stdout.isTTY
  const progress = (line: string): void => void process.stderr.write(`\r${line}\u001b[K`)
  let stoppedBy: NodeJS.Signals | undefined
  const note = (signal: NodeJS.Signals | undefined): void => { stoppedBy = signal }
  const code = await run(process.argv.slice(2), process.env, {
    out: write(process.stdout), err: write(process.stderr), cwd, stoppable: stoppableBySignals(note), ...(watched ? { progress } : {}),
    ...(process.stdin.isTTY ? { askHidden: (question: string) => askHidden(question, process.stdin, process.stderr) } : {})
  })
  await Promise.all([told(process.stdout), told(process.stderr)])
  process.exitCode = code === 0 && lost ? FAILED : code
  // Ends as a program that a signal stopped: a script that runs one command after the other stops too.
  if (stoppedBy) process.kill(process.pid, stoppedBy)
  // All is done and told. Node would now take down piece by piece what the system takes down at once.
  else process.exit()
}

/** Resolves when everything that was written has left the process, or cannot any more. */
const told = (stream: NodeJS.WriteStream): Promise<void> => new Promise((done) => void stream.write('', () => done()))

/** As EXIT.failed, in a chunk of its own. */
const FAILED = 2

/** Undefined when it was removed. */
function workingFolder(): string | undefined {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
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
