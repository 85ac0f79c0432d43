/** A virtual display for each worker: two workers on one display would share the clipboard. */
import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

export interface VirtualDisplay {
  /** ":101" */
  readonly name: string
  stop(): Promise<void>
}

/** Starts Xvfb on a free number. Rejects when it cannot be started. */
export async function startDisplay(): Promise<VirtualDisplay> {
  // Without -noreset the display restarts when its last window closes, and refuses a window that opens meanwhile.
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-noreset', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  const number = await new Promise<string>((found, failed) => {
    server.once('error', failed)
    server.once('exit', (code) => failed(new Error(`Xvfb ended with ${code ?? 'a signal'} before it had a display.`)))
    let text = ''
    ;(server.stdio[3] as Readable).on('data', (piece: Buffer) => {
      text += piece.toString()
      if (text.endsWith('\n')) found(text.trim())
    })
  })
  return {
    name: `:${number}`,
    stop: async () => {
      server.kill()
      await ended
    },
  }
}
