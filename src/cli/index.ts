import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CodeCache } from '../start/codeCache'

/** Made by the build (scripts/compile-ahead.cjs) for the Node that built. Built, this file lies in out/main. */
new CodeCache(dirname(fileURLToPath(import.meta.url)))

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`)

// A reader that closes the pipe early (head, less) is no trouble of ours.
process.stdout.on('error', (trouble: NodeJS.ErrnoException) => {
  if (trouble.code !== 'EPIPE') throw trouble
})

const watched = process.stderr.isTTY && process.stdout.isTTY
const progress = (line: string) => void process.stderr.write(`\r${line}\u001b[K`)

// In a chunk of its own, which comes compiled.
void import('./runCli').then(async ({ runCli }) => {
  process.exitCode = await runCli(process.argv.slice(2), process.env, {
    out: write(process.stdout), err: write(process.stderr), cwd: process.cwd(), ...(watched ? { progress } : {})
  })
})
