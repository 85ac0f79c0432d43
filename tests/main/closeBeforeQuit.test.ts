import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeBeforeQuit } from '../../src/main/start/closeBeforeQuit'

interface Box {
  readonly options: { readonly message: string; readonly buttons: readonly string[]; readonly signal: AbortSignal }
  readonly answer: (response: number) => void
  readonly fail: () => void
}
const boxes = vi.hoisted(() => [] as Box[])
vi.mock('electron', () => ({
  dialog: {
    showMessageBox: (options: Box['options']) =>
      new Promise((resolve, reject) =>
        boxes.push({
          options,
          answer: (response) => resolve({ response }),
          fail: () => reject(new Error('The screen is gone.')),
        }),
      ),
  },
}))

class FakeApp extends EventEmitter {
  readonly ends: string[] = []
  quit(): void {
    let isHeld = false
    this.emit('will-quit', { preventDefault: () => (isHeld = true) })
    if (!isHeld) this.ends.push('quit')
  }
}

/** An app that a person has quit. The last writes end with `written`. */
function quitting() {
  const app = new FakeApp()
  const closes: ((results: readonly PromiseSettledResult<unknown>[]) => void)[] = []
  closeBeforeQuit(app, '/desk', () => new Promise((resolve) => closes.push(resolve)))
  app.quit()
  return { app, closes, written: () => closes[0]?.([]) }
}

beforeEach(() => {
  vi.useFakeTimers()
  boxes.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('the app ends when the last write is on the disk, and nobody is asked', async () => {
  const { app, written } = quitting()
  await vi.advanceTimersByTimeAsync(19_000)
  expect([app.ends, boxes]).toEqual([[], []])
  written()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([app.ends, boxes]).toEqual([['quit'], []])
})

test('who quits again while it is written closes the library once, and is asked once', async () => {
  const { app, closes, written } = quitting()
  app.quit()
  await vi.advanceTimersByTimeAsync(20_000)
  expect([closes.length, boxes.length]).toEqual([1, 1])
  written()
  await vi.advanceTimersByTimeAsync(0)
  expect(app.ends).toEqual(['quit'])
})

test('a disk that does not answer is told, and the person waits or quits without it', async () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  const { app } = quitting()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(boxes.map(({ options: { message, buttons } }) => [message, buttons])).toEqual([
    ['Stet is still writing to /desk', ['Wait', 'Quit without waiting']],
  ])
  boxes[0]?.answer(0)
  await vi.advanceTimersByTimeAsync(19_000)
  expect([app.ends, boxes.length]).toEqual([[], 1])
  await vi.advanceTimersByTimeAsync(1000)
  expect(boxes.length).toBe(2)
  boxes[1]?.answer(1)
  await vi.advanceTimersByTimeAsync(0)
  // An end that waits for the threads of this process would wait for the disk.
  expect([app.ends, kill.mock.calls]).toEqual([[], [[process.pid, 'SIGKILL']]])
})

test('the question goes when the disk answers after all', async () => {
  const { app, written } = quitting()
  await vi.advanceTimersByTimeAsync(20_000)
  written()
  await vi.advanceTimersByTimeAsync(0)
  expect([boxes[0]?.options.signal.aborted, app.ends]).toEqual([true, ['quit']])
  boxes[0]?.answer(0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([app.ends, boxes.length]).toEqual([['quit'], 1])
})

test('a question that could not be shown is no answer, and is put again', async () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  const { app, written } = quitting()
  await vi.advanceTimersByTimeAsync(20_000)
  boxes[0]?.fail()
  await vi.advanceTimersByTimeAsync(20_000)
  expect([boxes.length, app.ends, kill.mock.calls]).toEqual([2, [], []])
  written()
  boxes[1]?.answer(1)
  await vi.advanceTimersByTimeAsync(60_000)
  // The disk answered first.
  expect([boxes.length, app.ends, kill.mock.calls]).toEqual([2, ['quit'], []])
})
