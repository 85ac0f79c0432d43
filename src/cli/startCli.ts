import { cliText } from '../catalogue/rooms/cli'
import { writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import { askHidden } from './run/askHidden'
import { askYesNo } from './run/askYesNo'
import { fitLine } from './run/fitLine'
import { isRunner } from './run/isRunner'
import type { Surroundings } from './run/command'
import type { runCli } from './runCli'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs the command line of this process at its terminal, and ends the process as the command ended. */
export async function startCli(run: typeof runCli): Promise<void> {
  const cwd = workingFolder()
  let lost = false
  // An error on stderr is ignored: the exit code tells the outcome, too.
  const err = new Outlet(
    2,
    () => process.stderr,
    () => undefined,
  )
  const out = new Outlet(
    1,
    () => process.stdout,
    (error) => {
      // The reader closed the pipe early (head, less). That is not an error.
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
  keepLibrariesOffStdout()
  const watched = isatty(2) && isatty(1)
  const progress = (line: string): void =>
    void process.stderr.write(`\r${fitLine(line, process.stderr.columns || USUAL_COLUMNS)}\u001b[K`)
  let stoppedBy: NodeJS.Signals | undefined
  const note = (signal: NodeJS.Signals): void => {
    stoppedBy = signal
  }
  const code = await run(process.argv.slice(2), process.env, {
    out: (text) => out.say(text),
    err: (text) => err.say(text),
    cwd,
    stoppable: stoppableBySignals(note),
    ...(watched ? { progress } : {}),
    ...(isatty(0)
      ? {
          askHidden: (question: string) => askHidden(question, process.stdin, process.stderr),
        }
      : {}),
    ...(isSomebodyThere() ? { confirm: (question: string) => askYesNo(question, process.stdin, process.stderr) } : {}),
  })
  await Promise.all([out.told(), err.told()])
  process.exitCode = code === 0 && lost ? FAILED : code
  // Ends by the signal itself, so that a script that runs several commands stops, too.
  if (stoppedBy) process.kill(process.pid, stoppedBy)
  // Everything is written. Ends at once, without Node's own clean-up.
  else process.exit()
}

/** Of a terminal that does not say how wide it is. */
const USUAL_COLUMNS = 80

/** The same number as EXIT.failed, which lies in a chunk that is not loaded here. */
const FAILED = 2

/**
 * Writes lines to a file descriptor, at once. Node's stream is made only when the reader cannot take more now: making
 * it takes a tenth of a short run.
 */
class Outlet {
  #stream: NodeJS.WriteStream | undefined

  constructor(
    readonly descriptor: number,
    readonly stream: () => NodeJS.WriteStream,
    readonly failed: (error: NodeJS.ErrnoException) => void,
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

  /** Resolves when everything is written, or cannot be written any more. */
  async told(): Promise<void> {
    const stream = this.#stream
    if (stream) await new Promise<void>((done) => void stream.write('', () => done()))
  }
}

/** Whether somebody can read a question and answer it. Runners of jobs have terminals, too, and say so by CI. */
const isSomebodyThere = (): boolean => isatty(0) && isatty(2) && !isRunner(process.env['CI'])

/** Libraries that print notes (Yjs does) print them on stderr: stdout has the answer alone. */
function keepLibrariesOffStdout(): void {
  console.log = console.error
  console.info = console.error
  console.debug = console.error
}

/** Undefined when the folder is gone. */
function workingFolder(): string | undefined {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}

/**
 * The first signal aborts the work. A second one ends the process at once, as at all other times. Calls `stopped` with
 * the signal when the work has ended: it may answer with what was done until then.
 */
const stoppableBySignals =
  (stopped: (by: NodeJS.Signals) => void): NonNullable<Surroundings['stoppable']> =>
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
    } finally {
      if (asked) stopped(asked)
      for (const name of SIGNALS) process.off(name, stop)
    }
  }
