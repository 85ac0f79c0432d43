import { Worker } from 'node:worker_threads'
import type { IndexCall, IndexCalls, IndexEvent, IndexEvents, IndexLink, TellIndex } from './indexCalls'

export interface ToWorker {
  readonly id: number
  readonly call: IndexCall
  readonly request: unknown
}
export type FromWorker =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly name: IndexEvent; readonly event: IndexEvents[IndexEvent] }

interface Waiting {
  readonly done: (answer: never) => void
  readonly failed: (error: Error) => void
}

/**
 * Megabytes that V8 takes for new values. By itself it takes 30 or more once many stories are looked at, and keeps
 * them. With less than this, an index takes longer to make.
 */
const MOST_YOUNG_MB = 6

/** The thread of the index ended, and with it every call that waited. */
export class IndexEnded extends Error {
  override readonly name = 'IndexEnded'
}

/** The index in a thread of its own. The thread keeps the process alive only while a call waits. */
export class WorkerLink implements IndexLink {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #next = 1
  #ended = false

  /** `program`: the built indexWorker. `library`: its folder. */
  constructor(program: URL, library: string, tell: TellIndex) {
    this.#worker = new Worker(program, {
      workerData: { library },
      stdin: false,
      resourceLimits: { maxYoungGenerationSizeMb: MOST_YOUNG_MB },
    })
    this.#worker.unref()
    this.#worker.on('message', (message: FromWorker) => this.#receive(message, tell))
    this.#worker.on('error', (error) => this.#over(error.message))
    this.#worker.on('exit', () => this.#over('the thread ended'))
  }

  ask<C extends IndexCall>(call: C, request: IndexCalls[C]['request']): Promise<IndexCalls[C]['answer']> {
    if (this.#ended) return Promise.reject(new IndexEnded(call))
    return new Promise((done, failed) => {
      const id = this.#next++
      this.#waiting.set(id, { done, failed })
      this.#worker.ref()
      const message: ToWorker = { id, call, request }
      this.#worker.postMessage(message)
    })
  }

  end(): void {
    this.#ended = true
    void this.#worker.terminate()
  }

  #receive(message: FromWorker, tell: TellIndex): void {
    if ('name' in message) return tell(message.name, message.event as never)
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (this.#waiting.size === 0) this.#worker.unref()
    if ('error' in message) waiting?.failed(new Error(message.error))
    else waiting?.done(message.answer as never)
  }

  #over(why: string): void {
    this.#ended = true
    for (const { failed } of this.#waiting.values()) failed(new IndexEnded(why))
    this.#waiting.clear()
  }
}
