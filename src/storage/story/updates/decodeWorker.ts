/** Runs in a worker thread: decodes what it is sent. Its parent ends it, at once when it takes too long. */
import { parentPort } from 'node:worker_threads'
import { decodeUpdates } from './decodeUpdates'

parentPort?.on('message', ({ updates }: { readonly updates: readonly Uint8Array[] }) =>
  parentPort?.postMessage(decodeUpdates(updates)),
)
