/** Runs in a worker thread: decodes what it is handed and ends. Its parent stops it when it takes too long. */
import { parentPort, workerData } from 'node:worker_threads'
import { decodeUpdates } from './decodeUpdates'

parentPort?.postMessage(decodeUpdates((workerData as { readonly updates: readonly Uint8Array[] }).updates))
