import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CodeCache } from '../start/codeCache'
import { askHidden } from './askHidden'
import type { Surroundings } from './command'

/** Made by the build (scripts/compile-ahead.cjs) for the Node that built. Built, this file lies in out/main. */
new CodeCache(dirname(fileURLToPath(import.meta.url)))

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`)

// A reader that closes the pipe early (head, less) is no trouble of ours.
process.stdout.on('error', (trouble: NodeJS.ErrnoException) => {
  if (trouble.code !== 'EPIPE') throw trouble
})

const watched = process.stderr.isTTY && process.stdout.isTTY
const progress = (line: string) => void process.stderr.write(`\r${line}\u001b[K`)

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
let stoppedBy: NodeJS.Signals | undefined

/** The first signal asks the work to stop; a second one ends the process at once, as it does at all other times. */
const stoppable: Surroundings['stoppable'] = async (work) => {
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
    stoppedBy = asked
    throw trouble
  } finally {
    for (const name of SIGNALS) process.off(name, stop)
  }
}

// In a chunk of its own, which comes compiled.
void import('./runCli').then(async ({ runCli }) => {
  process.exitCode = await runCli(process.argv.slice(2), process.env, {
    out: write(process.stdout), err: write(process.stderr), cwd: process.cwd(), stoppable, ...(watched ? { progress } : {}),
    ...(process.stdin.isTTY ? { askHidden: (question: string) => askHidden(question, process.stdin, process.stderr) } : {})
  })
  // Ends as a program that a signal stopped: a script that runs one command after the other stops too.
  if (stoppedBy) process.kill(process.pid, stoppedBy)
})
