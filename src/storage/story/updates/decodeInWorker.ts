/**
 * Decodes bytes that nobody vouches for: damaged bytes, and those from outside the library. Garbage can make decoding
 * loop or take all memory, so a worker thread does it, with limits of time and memory.
 */
import { Worker } from 'node:worker_threads'
import { storageText } from '../../../catalogue/rooms/storage'
import { builtFile } from '../../../start/builtFile'
import { decodeUpdates, type Decoded } from './decodeUpdates'
import { messageOf } from '../../../story/text/messageOf'

export type Decode = (updates: readonly Uint8Array[]) => Promise<Decoded>

const TIME_LIMIT = 10_000
const MEMORY_LIMIT_MB = 512

/** Never rejects. `timeLimit`: milliseconds. `program`: the built worker. */
export function decodeInWorker(
  updates: readonly Uint8Array[],
  {
    timeLimit = TIME_LIMIT,
    program = builtWorker(),
  }: { readonly timeLimit?: number; readonly program?: URL | undefined } = {},
): Promise<Decoded> {
  // Unit tests run from the sources, where no worker is built.
  if (!program) return Promise.resolve(decodeUpdates(updates))
  return new Promise((done) => {
    const worker = new Worker(program, {
      workerData: { updates },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    })
    const end = (decoded: Decoded): void => {
      clearTimeout(timer)
      done(decoded)
      void worker.terminate()
    }
    const fail = (why: string): void => end({ ok: false, why })
    const timer = setTimeout(() => fail(storageText('decode.tooLong', { seconds: timeLimit / 1000 })), timeLimit)
    worker.once('message', (decoded: Decoded) => end(decoded))
    worker.once('error', (error) => fail(messageOf(error)))
    worker.once('exit', () => fail(storageText('decode.noAnswer')))
  })
}

const builtWorker = (): URL | undefined => builtFile('decode.cjs', import.meta.url)
