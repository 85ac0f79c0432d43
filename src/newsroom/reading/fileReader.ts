import { newsroomText } from '../../catalogue/rooms/newsroom'
import { Worker } from 'node:worker_threads'
import type { BesideWords } from '../../exchange/import/captured/wordsBeside'
import { ImportError } from '../../exchange/import/parts/importError'
import type { ImportedFile } from '../../exchange/import/parts/importedStory'
import type { ReaderAnswer, ReaderRequest } from '../../exchange/import/readerWorker'
import { builtFile } from '../../start/builtFile'
import type { CapturedText } from '../../story/assessment/copy/capturedText'
import type { Transcript } from '../../story/assessment/copy/transcript'

/** Reads files that are imported. */
export interface FileReader {
  /** Starts the worker ahead of the first file. */
  begin(): void
  /** Rejects with ImportError when the file cannot be read, takes too much time or memory, or when `job` is stopped. */
  read(name: string, bytes: Uint8Array, job?: string): Promise<ImportedFile>
  /** The same for a transcript. */
  transcript(name: string, bytes: Uint8Array): Promise<Transcript>
  /** The words of a captured file with their places. Undefined for a file without words. */
  captured(name: string, bytes: Uint8Array): Promise<CapturedText | undefined>
  /** What a captured file has beside these words: metadata, notes, attachments. */
  beside(name: string, bytes: Uint8Array): Promise<BesideWords>
  /** Stops the reads of a job, also those that wait. */
  stop(job: string): void
  close(): void
}

/** Reads in this thread. For tests, which have no built worker, and for files of our own. */
export const inProcessReader: FileReader = {
  begin: () => undefined,
  read: async (name, bytes) => (await import('../../exchange/import/importFile')).importFile(name, bytes),
  transcript: async (name, bytes) =>
    (await import('../../exchange/import/transcript/readTranscript')).readTranscript(name, bytes),
  captured: async (name, bytes) =>
    (await import('../../exchange/import/captured/readCapturedText')).readCapturedText(name, bytes),
  beside: async (name, bytes) => (await import('../../exchange/import/captured/besideWords')).besideWords(name, bytes),
  stop: () => undefined,
  close: () => undefined,
}

/** Milliseconds for one file. A book of 100,000 words takes two seconds on a slow machine. */
const TIME = 60_000
/** Megabytes of the worker's heap. */
const MEMORY = 768
/** Milliseconds without work until the worker ends. */
const IDLE = 20_000

/** The worker's answer for a file that it could read. */
type Read = Extract<
  ReaderAnswer,
  | { readonly file: ImportedFile }
  | { readonly transcript: Transcript }
  | { readonly captured: CapturedText | undefined }
  | { readonly beside: BesideWords }
>
interface Waiting {
  readonly request: ReaderRequest
  readonly job: string | undefined
  readonly done: (read: Read) => void
  readonly failed: (error: Error) => void
}

/**
 * Reads in a worker, one file after the other. `begin` or the first file starts the worker. A file that takes too long
 * or too much memory, or is stopped, ends it; the next file starts another one. An idle worker does not keep the
 * process alive.
 */
export class WorkerReader implements FileReader {
  #worker: Worker | undefined
  #waiting: Waiting[] = []
  #current: Waiting | undefined
  #next = 1
  #timer: NodeJS.Timeout | undefined

  /** `script`: path of the built readerWorker. */
  constructor(
    private readonly script: URL | string,
    private readonly time = TIME,
  ) {}

  begin(): void {
    if (this.#worker) return
    this.#worker = this.#start()
    this.#worker.unref()
    this.#endWorkerLater()
  }

  async read(name: string, bytes: Uint8Array, job?: string): Promise<ImportedFile> {
    const read = await this.#ask('story', name, bytes, job)
    if (!('file' in read)) throw new Error(`The reader answered something else for ${name}.`)
    return read.file
  }

  async transcript(name: string, bytes: Uint8Array): Promise<Transcript> {
    const read = await this.#ask('transcript', name, bytes)
    if (!('transcript' in read)) throw new Error(`The reader answered something else for ${name}.`)
    return read.transcript
  }

  async captured(name: string, bytes: Uint8Array): Promise<CapturedText | undefined> {
    const read = await this.#ask('captured', name, bytes)
    if (!('captured' in read)) throw new Error(`The reader answered something else for ${name}.`)
    return read.captured
  }

  async beside(name: string, bytes: Uint8Array): Promise<BesideWords> {
    const read = await this.#ask('beside', name, bytes)
    if (!('beside' in read)) throw new Error(`The reader answered something else for ${name}.`)
    return read.beside
  }

  #ask(as: ReaderRequest['as'], name: string, bytes: Uint8Array, job?: string): Promise<Read> {
    return new Promise((done, failed) => {
      this.#waiting.push({ request: { id: this.#next++, as, name, bytes }, job, done, failed })
      this.#readNext()
    })
  }

  stop(job: string): void {
    const stopped = this.#waiting.filter((one) => one.job === job)
    this.#waiting = this.#waiting.filter((one) => one.job !== job)
    for (const one of stopped) one.failed(wasStopped(one))
    if (this.#current?.job === job) this.#fail(wasStopped(this.#current))
  }

  close(): void {
    for (const one of this.#waiting.splice(0)) one.failed(wasStopped(one))
    if (this.#current) this.#fail(wasStopped(this.#current))
    else this.#endWorker()
  }

  #readNext(): void {
    if (this.#current) return
    const next = this.#waiting.shift()
    clearTimeout(this.#timer)
    if (!next) return this.#endWorkerLater()
    this.#current = next
    this.#worker ??= this.#start()
    // Keeps the process alive while a file is read.
    this.#worker.ref()
    this.#timer = setTimeout(
      () =>
        this.#fail(
          new ImportError(
            next.request.name,
            newsroomText('fileReader.tooLong', { seconds: Math.round(this.time / 1000) }),
            newsroomText('fileReader.splitIt'),
          ),
        ),
      this.time,
    )
    this.#worker.postMessage(next.request)
  }

  #endWorkerLater(): void {
    this.#timer = setTimeout(() => this.#endWorker(), IDLE).unref()
  }

  #start(): Worker {
    const worker = new Worker(this.script, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY, stackSizeMb: 8 },
      stdin: false,
    })
    worker.on('message', (answer: ReaderAnswer) => this.#receive(worker, answer))
    worker.on('error', (error: Error & { code?: string }) => {
      if (worker !== this.#worker) return
      if (!this.#current) return this.#endWorker()
      const { name } = this.#current.request
      this.#fail(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new ImportError(name, newsroomText('fileReader.tooMuchMemory'), newsroomText('fileReader.splitIt'))
          : error,
      )
    })
    return worker
  }

  #receive(worker: Worker, answer: ReaderAnswer): void {
    const current = this.#current
    if (worker !== this.#worker || current?.request.id !== answer.id) return
    this.#current = undefined
    worker.unref()
    if ('file' in answer || 'transcript' in answer || 'captured' in answer || 'beside' in answer) current.done(answer)
    else
      current.failed(
        'refused' in answer
          ? new ImportError(answer.refused.file, answer.refused.what, answer.refused.next)
          : new Error(answer.fault),
      )
    this.#readNext()
  }

  /** Ends the worker and rejects the current read. */
  #fail(error: Error): void {
    const current = this.#current
    this.#current = undefined
    this.#endWorker()
    current?.failed(error)
    this.#readNext()
  }

  #endWorker(): void {
    clearTimeout(this.#timer)
    const worker = this.#worker
    this.#worker = undefined
    void worker?.terminate()
  }
}

/** The worker of a built app or command line. Run from source, this thread. */
export function systemReader(): FileReader {
  const script = builtReader()
  return script ? new WorkerReader(script) : inProcessReader
}

const builtReader = (): URL | undefined => builtFile('reader.cjs', import.meta.url)

const wasStopped = ({ request }: Waiting): ImportError =>
  new ImportError(request.name, newsroomText('fileReader.stopped'), newsroomText('fileReader.importAgain'))
