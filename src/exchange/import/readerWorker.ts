/** Reads files in a thread of its own: nothing that a file can do holds up the window, and a reader that hangs is ended. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { CodeCache } from '../../start/codeCache'
import type { ReaderRequest } from './answerReader'

/** Built, this file lies in out/main. */
new CodeCache(dirname(fileURLToPath(import.meta.url)))

const reading = import('./answerReader')

parentPort?.on('message', (request: ReaderRequest) => {
  void reading.then(({ answerReader }) => answerReader(request)).then((answer) => parentPort?.postMessage(answer))
})
