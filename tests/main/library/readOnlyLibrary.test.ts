/** A library that another process has: when it is free, the windows are told. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EventName, Events } from '../../../src/ipc/contract'
import { ReadOnlyLibrary } from '../../../src/main/library/readOnlyLibrary'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const FREE = 'The library can be written again. Restart Stet to write: it opens the same library.'

/** A library whose lock is taken until the test says otherwise. */
function readOnly() {
  const told: unknown[] = []
  let owned = true
  let looks = 0
  const tell = <E extends EventName>(name: E, event: Events[E]): void => void told.push([name, event])
  const library = new ReadOnlyLibrary('A command has it.', { tell })
  const mayBeOwned = (): Promise<boolean> => {
    looks += 1
    return Promise.resolve(owned)
  }
  return {
    library,
    watch: () => library.watch(mayBeOwned),
    told,
    looks: () => looks,
    free: () => (owned = false),
    known: () => ({ why: library.why, isFree: library.isFree }),
  }
}

test('the lock is looked at every three seconds while another process has the library', async () => {
  const { watch, told, looks, known } = readOnly()
  watch()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([looks(), told, known()]).toEqual([20, [], { why: 'A command has it.', isFree: false }])
})

test('every window is told once that the library is free, and the reason says what to do', async () => {
  const { watch, told, looks, free, known } = readOnly()
  watch()
  await vi.advanceTimersByTimeAsync(6000)
  free()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([looks(), told, known()]).toEqual([3, [['writableAgain', { readOnly: FREE }]], { why: FREE, isFree: true }])
})

test('a library that nobody has, such as one on a write-protected drive, is not looked at', async () => {
  const { told, looks, known } = readOnly()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([looks(), told, known()]).toEqual([0, [], { why: 'A command has it.', isFree: false }])
})
