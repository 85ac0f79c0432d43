/**
 * Decodes bytes that nobody vouches for: damaged bytes, and those from outside the library. Garbage can make decoding go on
 * for ever or take all memory, so it happens in a worker thread that is ended when its time or its memory is up.
 */
import { Worker } from 'node:worker_threads'
import { builtFile } from '../../start/builtFile'
import { decodeUpdates, type Decoded } from './decodeUpdates'
import { messageOf } from '../../story/text/messageOf'

export type Decode = (updates: readonly Uint8Array[]) => Promise<Decoded>

const TIME_LIMIT = 10_000
const MEMORY_LIMIT_MB = 512

/** Resolves in any case. `timeLimit` in milliseconds; `program`: the built worker. */
export function decodeInWorker(
  updates: readonly Uint8Array[],
  {
    timeLimit = TIME_LIMIT,
    program = builtWorker(),
  }: { readonly timeLimit?: number; readonly program?: URL | undefined } = {},
): Promise<Decoded> {
  // Run from its sources, as unit tests do, there is no built worker.
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
    const timer = setTimeout(
      () => end({ ok: false, why: `decoding it took more than ${timeLimit / 1000} s` }),
      timeLimit,
    )
    worker.once('message', (decoded: Decoded) => end(decoded))
    worker.once('error', (error) => end({ ok: false, why: messageOf(error) }))
    worker.once('exit', () => end({ ok: false, why: 'decoding it ended without an answer' }))
  })
}

const builtWorker = (): URL | undefined => builtFile('decode.cjs', import.meta.url)
