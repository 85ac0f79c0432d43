/** Automatic backups: when they are made, and what happens after a failure. Real files, and a clock set by the test. */
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import type { BackupStatus, EventName, Events } from '../../../src/ipc/contract'
import { Backups } from '../../../src/main/library/backups'
import { RememberedState } from '../../../src/main/windows/rememberedState'
import { clockFrom } from '../../../src/newsroom/environment/clock'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { UsedFolders } from '../../../src/storage/backup/usedFolders'
import { openLibrary } from '../../../src/storage/openLibrary'

vi.mock('electron', () => ({ dialog: {} }))
afterEach(() => void vi.useRealTimers())

const NOW = '2026-10-30T09:00:00.000Z'
const MINUTE = 60_000

/** A library with backups to `stick`, and the app's timer running from NOW. */
async function backingUp(every: BackupStatus['every'], by = 'Ida') {
  const folder = await mkdtemp(join(tmpdir(), 'stet-backups-'))
  const stick = join(folder, 'stick')
  await mkdir(stick)
  // Only the timers of Backups are faked. The disk is real.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  const clock = clockFrom(NOW)
  const store = await openLibrary({
    folder: join(folder, 'library'),
    create: true,
    person: 'Ida',
    now: () => clock.now(),
    newId: (kind) => kind,
  })
  const usedFolders = new UsedFolders(join(folder, 'used'))
  const newsroom = await Newsroom.open({ store, clock, ids: sequentialIds, debouncer: debounceByHand(), usedFolders })
  const remembered = new RememberedState(join(folder, 'remembered.json'))
  remembered.change({ backup: { folder: stick, every, by } })
  onTestFinished(async () => {
    await newsroom.close()
    await remembered.settled()
    await rm(folder, { recursive: true, force: true })
  })
  const warnings: string[] = []
  let begun = 0
  let running = false
  let ended = (): void => undefined
  const tell = <E extends EventName>(name: E, event: Events[E]): void => {
    if (name === 'storageFailed') warnings.push((event as Events['storageFailed']).message)
    if (name !== 'backupChanged') return
    const now = (event as BackupStatus).running
    if (now && !running) begun += 1
    running = now
    if (!now) ended()
  }
  const backups = new Backups(newsroom, { tell }, remembered)
  await backups.start()
  return {
    backups,
    /** The same library under another path: this machine remembers no folder for it. */
    async moved(): Promise<Backups> {
      const other = new Backups(newsroom, { tell }, new RememberedState(join(folder, 'other.json')))
      await other.start()
      return other
    },
    stick,
    warnings,
    /** Lets minutes pass, waits for each backup to end, and returns how many were started so far. */
    async after(minutes: number): Promise<number> {
      for (let minute = 0; minute < minutes; minute++) {
        const end = new Promise<void>((done) => (ended = done))
        vi.advanceTimersByTime(MINUTE)
        if (running) await end
      }
      return begun
    },
    made: () => readdir(join(stick, 'backups')),
  }
}

test('the first backup is made at the first check, the next one an hour later and not before', async () => {
  const { after, backups, made } = await backingUp('hour')
  expect(await after(0)).toBe(0)
  expect(await after(1)).toBe(1)
  expect(backups.status).toMatchObject({
    every: 'hour',
    running: false,
    last: { number: 1, made: '2026-10-30T09:01:00.000Z' },
  })
  expect(await after(59)).toBe(1)
  expect(await after(1)).toBe(2)
  expect(backups.status.last).toMatchObject({ number: 2, made: '2026-10-30T10:01:00.000Z' })
  expect(await made()).toEqual(['000001-2026-10-30.json', '000002-2026-10-30.json'])
})

test('“every day” waits a day, “never” makes none, and a changed interval counts from the last backup', async () => {
  const { after, backups } = await backingUp('day')
  expect(await after(24 * 60)).toBe(1)
  expect(await after(1)).toBe(2)
  backups.setEvery('never', 'Ida')
  expect(await after(3 * 24 * 60)).toBe(2)
  backups.setEvery('hour', 'Ida')
  expect(await after(1)).toBe(3)
  expect(backups.status.last?.made).toBe('2026-11-03T09:02:00.000Z')
})

test('automatic backups go on when the person who chose the folder is not on the roster any more', async () => {
  const { after, backups, warnings, made } = await backingUp('hour', 'Kim')
  expect(await after(1)).toBe(1)
  expect([backups.status.last?.number, backups.status.problem, warnings]).toEqual([1, undefined, []])
  expect(await made()).toEqual(['000001-2026-10-30.json'])
})

test('a library that was moved has no schedule, and says to which folders it was backed up before', async () => {
  const { backups, moved, stick } = await backingUp('hour')
  await backups.now('Ida')
  expect([backups.status.before, (await moved()).status]).toEqual([
    undefined,
    { every: 'never', running: false, before: [stick] },
  ])
})

test('a failed backup is reported once, tried again every ten minutes, and made when the drive is back', async () => {
  const { after, backups, stick, warnings, made } = await backingUp('hour')
  await after(1)
  await rename(stick, `${stick}-away`)
  expect(await after(60)).toBe(2)
  const problem = backups.status.problem
  expect(problem).toMatch(
    /^No backup was made\. .*stick.* it does not exist\. .*Plug in the drive again.* Stet will try again in ten minutes\.$/,
  )
  expect(warnings).toEqual([problem])
  expect(await after(9)).toBe(2)
  expect(await after(1)).toBe(3)
  expect(backups.status).toMatchObject({ problem, last: { number: 1 } })
  expect(warnings).toEqual([problem])

  await rename(`${stick}-away`, stick)
  expect(await after(10)).toBe(4)
  expect(backups.status).toEqual({
    every: 'hour',
    running: false,
    folder: stick,
    last: expect.objectContaining({ number: 2, made: '2026-10-30T10:21:00.000Z', notes: [] }) as unknown,
  })
  expect(await made()).toEqual(['000001-2026-10-30.json', '000002-2026-10-30.json'])
  expect(await after(60)).toBe(5)
})
