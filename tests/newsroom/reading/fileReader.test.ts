import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { WorkerReader } from '../../../src/newsroom/reading/fileReader'

/** Answers each file with the number of its thread. Does not answer a file called "silence". */
const script = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort, threadId } from 'node:worker_threads'
  parentPort.on('message', ({ id, name }) => {
    if (name === 'silence') return
    parentPort.postMessage({ id, file: { format: String(threadId), stories: [] } })
  })
`)}`,
)

const readers: WorkerReader[] = []
const reader = (time?: number): WorkerReader => {
  const made = new WorkerReader(script, time)
  readers.push(made)
  return made
}
afterEach(() => {
  for (const one of readers.splice(0)) one.close()
})

const threadOf = async (files: WorkerReader): Promise<number> =>
  Number((await files.read('story.txt', new Uint8Array([1]))).format)

/** The number of a thread that is started now. It is higher than all numbers before. */
async function numberNow(): Promise<number> {
  const worker = new Worker('', { eval: true })
  const { threadId } = worker
  await worker.terminate()
  return threadId
}

test('`begin` starts the worker, once, and the file is read there', async () => {
  const files = reader()
  files.begin()
  files.begin()
  const between = await numberNow()
  expect([await threadOf(files), await threadOf(files)]).toEqual([between - 1, between - 1])
})

test('without `begin`, the first file starts the worker', async () => {
  const files = reader()
  const before = await numberNow()
  expect(await threadOf(files)).toBe(before + 1)
})

test('a reader that was closed before its file reads the file in a new worker', async () => {
  const files = reader()
  files.begin()
  files.close()
  const between = await numberNow()
  expect(await threadOf(files)).toBe(between + 1)
})

test('a file that takes too long ends a worker that was started by `begin`', async () => {
  const files = reader(50)
  files.begin()
  await expect(files.read('silence', new Uint8Array([1]))).rejects.toThrow('reading it took longer than')
})
