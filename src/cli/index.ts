import { runCli } from './runCli'

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`)

// A reader that closes the pipe early (head, less) is no trouble of ours.
process.stdout.on('error', (trouble: NodeJS.ErrnoException) => {
  if (trouble.code !== 'EPIPE') throw trouble
})

const watched = process.stderr.isTTY && process.stdout.isTTY
const progress = (line: string) => void process.stderr.write(`\r${line}\u001b[K`)

process.exitCode = await runCli(process.argv.slice(2), process.env, {
  out: write(process.stdout), err: write(process.stderr), cwd: process.cwd(), ...(watched ? { progress } : {})
})
