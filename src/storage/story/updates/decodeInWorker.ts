/**
 * Decodes bytes that nobody vouches for: damaged bytes, and those from outside the library. Garbage can make decoding
 * loop or take all memory, so a worker thread does it, with limits of time and memory.
 */
import { Worker } from 'node:worker_threads'
import { storageText } from '../../../catalogue/rooms/storage'
import { builtFile } from '../../../start/builtFile'
import { Sequencer } from '../../disk/sequencer'
import { decodeUpdates, type Decoded } from './decodeUpdates'
import { messageOf } from '../../../story/text/messageOf'

export type Decode = (updates: readonly Uint8Array[]) => Promise<Decoded>

const TIME_LIMIT = 10_000
const MEMORY_LIMIT_MB = 512

export interface DecodingOptions {
  /** Milliseconds. */
  readonly timeLimit?: number
  /** The built worker. */
  readonly program?: URL | undefined
}

/** Never rejects. */
export function decodeInWorker(updates: readonly Uint8Array[], options: DecodingOptions = {}): Promise<Decoded> {
  const worker = new DecodingWorker(options)
  return worker.decode(updates).finally(worker.close)
}

/**
 * Decodes the bytes of many stories in one worker, one after the other: to start a worker takes longer than to decode
 * most stories. After bytes that it could not decode, the next ones get another worker. To close when all are decoded.
 */
export class DecodingWorker {
  readonly #sequencer = new Sequencer()
  readonly #timeLimit: number
  readonly #program: URL | undefined
  #worker: Worker | undefined

  constructor({ timeLimit = TIME_LIMIT, program = builtWorker() }: DecodingOptions = {}) {
    this.#timeLimit = timeLimit
    this.#program = program
  }

  /** Never rejects. */
  readonly decode: Decode = (updates) => this.#sequencer.queue(() => this.#decode(updates))

  readonly close = (): void => {
    const worker = this.#worker
    this.#worker = undefined
    void worker?.terminate()
  }

  #decode(updates: readonly Uint8Array[]): Promise<Decoded> {
    // Unit tests run from the sources, where no worker is built.
    if (!this.#program) return Promise.resolve(decodeUpdates(updates))
    const worker = (this.#worker ??= this.#start(this.#program))
    return new Promise((done) => {
      const end = (decoded: Decoded): void => {
        clearTimeout(timer)
        worker.off('message', end).off('error', failed).off('exit', ended)
        if (!decoded.ok) this.close()
        done(decoded)
      }
      const fail = (why: string): void => end({ ok: false, why })
      const failed = (error: unknown): void => fail(messageOf(error))
      const ended = (): void => fail(storageText('decode.noAnswer'))
      const seconds = this.#timeLimit / 1000
      const timer = setTimeout(() => fail(storageText('decode.tooLong', { seconds })), this.#timeLimit)
      worker.on('message', end).on('error', failed).on('exit', ended)
      worker.postMessage({ updates })
    })
  }

  #start(program: URL): Worker {
    const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB } })
    // Between two stories nobody else listens.
    const gone = (): void => {
      if (this.#worker === worker) this.#worker = undefined
    }
    return worker.on('error', gone).on('exit', gone)
  }
}

const builtWorker = (): URL | undefined => builtFile('decode.cjs', import.meta.url)
