/** How often windows hear of a backup that runs. */
import { afterEach, expect, test, vi } from 'vitest'
import type { BackupStatus, EventName, Events } from '../../../src/ipc/contract'
import { Backups } from '../../../src/main/library/backups'
import type { RememberedState } from '../../../src/main/windows/rememberedState'
import type { BackupMade, BackupProgress } from '../../../src/story/requests/requests'
import { newsDesk } from '../../newsroom/newsDesk'

vi.mock('electron', () => ({ dialog: {} }))
afterEach(() => void vi.useRealTimers())

/** A backup that takes as long as the test wants. */
async function runningBackup() {
  const { room, store } = await newsDesk()
  let step: (progress: BackupProgress) => void = () => undefined
  let end: (made: BackupMade) => void = () => undefined
  const begun = new Promise<void>((resolve) => {
    store.backUp = ({ progress }) => {
      if (progress) step = progress
      resolve()
      return new Promise((done) => (end = done))
    }
  })
  const told: (number | undefined)[] = []
  const tell = <E extends EventName>(name: E, event: Events[E]): void => {
    if (name === 'backupChanged') told.push((event as BackupStatus).progress?.done)
  }
  const remembered = { value: { backup: { folder: '/stick' } }, change: () => undefined }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const backups = new Backups(room, { tell }, remembered as unknown as RememberedState)
  const over = backups.now('Editor')
  await begun
  return {
    backups,
    told,
    step: (done: number) => step({ done, of: 50_000 }),
    end: async () => {
      end({ number: 1, made: '', folder: '/stick', files: 1, size: 1, added: 1, notes: [] } as unknown as BackupMade)
      await over
    },
  }
}

test('windows hear of the progress at most four times a second, and always of the last step', async () => {
  const { backups, told, step, end } = await runningBackup()
  // The beginning is told.
  expect(told.splice(0)).toEqual([undefined])
  for (let done = 1; done <= 1000; done++) {
    step(done)
    vi.advanceTimersByTime(1)
  }
  expect(told.splice(0)).toEqual([250, 500, 750, 1000])
  step(1001)
  expect([told, backups.status.progress?.done]).toEqual([[], 1001])
  vi.advanceTimersByTime(1000)
  expect(told.splice(0)).toEqual([1001])
  step(1002)
  step(1003)
  expect(told.splice(0)).toEqual([1002])
  await end()
  // Nobody hears of the last step after the end.
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([undefined])
})
