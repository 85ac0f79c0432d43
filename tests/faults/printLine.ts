import { writeSync } from 'node:fs'
import { errorCode } from '../../src/storage/disk/fileLayer'

const PAUSE = new Int32Array(new SharedArrayBuffer(4))

/** Prints at once. Tries again while the pipe is full, because its reader may be slow. */
export function printLine(line: string): void {
  for (;;) {
    try {
      writeSync(1, `${line}\n`)
      return
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') throw error
      Atomics.wait(PAUSE, 0, 0, 1)
    }
  }
}
