import { spawn } from 'node:child_process'

/**
 * Runs a program of Node that never ends and kills it with kill -9. `heard` gets each whole line that it prints, and
 * `killIn`, which starts the clock once. Rejects when the program ends by itself.
 */
export function untilKilled(
  command: readonly string[],
  heard: (line: string, killIn: (milliseconds: number) => void) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
    let clock: NodeJS.Timeout | undefined
    const killIn = (milliseconds: number): void =>
      void (clock ??= setTimeout(() => child.kill('SIGKILL'), milliseconds))
    let [rest, errors] = ['', '']
    child.stdout.on('data', (bytes: Buffer) => {
      const lines = (rest + bytes.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) heard(line, killIn)
    })
    child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()))
    child.on('close', (code) => {
      clearTimeout(clock)
      if (code === null) done()
      else failed(new Error(`the writer ended by itself (${code}): ${errors}`))
    })
    child.on('error', failed)
  })
}
