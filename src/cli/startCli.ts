import { cliText } from '../catalogue/cli'
import { writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import { askHidden } from './run/askHidden'
import type { Surroundings } from './run/command'
import type { runCli } from './runCli'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs the command line of this process at its terminal, and ends the process as the command ended. */
export async function startCli(run: typeof runCli): Promise<void> {
  const cwd = workingFolder()
  let lost = false
  // What the command has to say of itself is told by its exit code too, when nobody can read it any more.
  const err = new Outlet(
    2,
    () => process.stderr,
    () => undefined,
  )
  const out = new Outlet(
    1,
    () => process.stdout,
    (error) => {
      // A reader that closes the pipe early (head, less) is no trouble of ours.
      if (error.code === 'EPIPE' || lost) return
      lost = true
      err.say(
        cliText('startCli.answerLost', { why: error.code === 'ENOSPC' ? cliText('startCli.diskFull') : error.message }),
      )
    },
  )
  if (cwd === undefined) {
    err.say(cliText('startCli.folderGone'))
    process.exitCode = FAILED
    return
  }
  const watched = isatty(2) && isatty(1)
  const progress = (line: string): void => void process.stderr.write(`\r${line}\u001b[K`)
  let stoppedBy: NodeJS.Signals | undefined
  const note = (signal: NodeJS.Signals | undefined): void => {
    stoppedBy = signal
  }
  const code = await run(process.argv.slice(2), process.env, {
    out: (text) => out.say(text),
    err: (text) => err.say(text),
    cwd,
    stoppable: stoppableBySignals(note),
    ...(watched ? { progress } : {}),
    ...(isatty(0) ? { askHidden: (question: string) => askHidden(question, process.stdin, process.stderr) } : {}),
  })
  await Promise.all([out.told(), err.told()])
  process.exitCode = code === 0 && lost ? FAILED : code
  // Ends as a program that a signal stopped: a script that runs one command after the other stops too.
  if (stoppedBy) process.kill(process.pid, stoppedBy)
  // All is done and told. Node would now take down piece by piece what the system takes down at once.
  else process.exit()
}

/** As EXIT.failed, in a chunk of its own. */
const FAILED = 2

/**
 * Where lines go. Written at once; Node's stream, which takes as long to make as a tenth of a short run, is made only for a reader that
 * cannot take more now.
 */
class Outlet {
  #stream: NodeJS.WriteStream | undefined

  constructor(
    readonly descriptor: number,
    readonly stream: () => NodeJS.WriteStream,
    readonly failed: (trouble: NodeJS.ErrnoException) => void,
  ) {}

  say(text: string): void {
    let rest = Buffer.from(`${text}\n`)
    try {
      while (!this.#stream && rest.length > 0) rest = rest.subarray(writeSync(this.descriptor, rest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return this.failed(error as NodeJS.ErrnoException)
      this.#stream = this.stream().on('error', this.failed)
    }
    if (rest.length > 0) this.#stream?.write(rest)
  }

  /** Resolves when everything that was said has left the process, or cannot any more. */
  async told(): Promise<void> {
    const stream = this.#stream
    if (stream) await new Promise<void>((done) => void stream.write('', () => done()))
  }
}

/** Undefined when it was removed. */
function workingFolder(): string | undefined {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}

/** The first signal asks the work to stop; a second one ends the process at once, as it does at all other times. `stopped`: told what stopped it. */
const stoppableBySignals =
  (stopped: (by: NodeJS.Signals | undefined) => void): NonNullable<Surroundings['stoppable']> =>
  async (work) => {
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
    } catch (error) {
      stopped(asked)
      throw error
    } finally {
      for (const name of SIGNALS) process.off(name, stop)
    }
  }
