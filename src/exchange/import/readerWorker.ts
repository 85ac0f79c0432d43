/** Reads files in a thread of its own: nothing that a file can do holds up the window, and a reader that hangs is ended. */
import { parentPort } from 'node:worker_threads'
import { answerReader, type ReaderRequest } from './answerReader'

parentPort?.on('message', (request: ReaderRequest) => {
  void answerReader(request).then((answer) => parentPort?.postMessage(answer))
})
