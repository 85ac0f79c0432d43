/** A merge that is cut at any call to the disk: the library opens with all of it or with nothing of it. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLibrary } from '../../../src/storage/openLibrary'
import type { FileStore } from '../../../src/storage/fileStore'
import { faultyFiles } from '../../storage/faultyFiles'
import { machine, trust, type Machine } from './machines'
import { handOver, merge, replace, shown, two, verify } from './twoMachines'

const PEOPLE = [
  ['Lee', 'editor'],
  ['Ben', 'reporter'],
] as const

let above: string
let made: { readonly story: string; readonly back: Uint8Array; readonly fresh: Uint8Array; readonly other: string }

/** Opens the library in this folder, as a process that begins. */
async function open(folder: string, faults?: ReturnType<typeof faultyFiles>): Promise<Machine> {
  let ids = 0
  const store: FileStore = await openLibrary({
    folder,
    create: true,
    person: 'Lee',
    now: () => '2026-10-30T09:00:00.000Z',
    newId: (kind) => `${kind}-${++ids}`,
    ...(faults ? { files: faults.files } : {}),
  })
  return machine(1, PEOPLE, store)
}

beforeAll(async () => {
  above = await mkdtemp(join(tmpdir(), 'stet-test-'))
  const desk = await open(join(above, 'desk'))
  const { train, story, fact } = await two(desk)
  await trust('Lee', desk, 'Kim', train, 'editor')
  await trust('Kim', train, 'Lee', desk, 'editor')
  await trust('Kim', train, 'Ben', desk, 'reporter')
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await verify(train, 'Kim', story, fact)
  await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
  await train.act('Kim', 'version.keep', { story, name: 'on the train' })
  const { id: other } = await train.act('Kim', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('A\n\nB'),
  })
  made = { story, back: await handOver(train, 'Kim', story), fresh: await handOver(train, 'Kim', other), other }
  await desk.room.close()
})
afterAll(() => rm(above, { recursive: true, force: true }))

/** What a process finds that opens the library afterwards. */
async function found(folder: string) {
  const on = await open(folder)
  const ids = (await on.store.listStories()).toSorted()
  const stories = []
  for (const id of ids) {
    const { value, versions } = { value: await shown(on, id), versions: await on.store.snapshotNumbers(id) }
    const story = await on.room.story(id)
    stories.push({
      ...{ id, ...value, losses: story.value().losses },
      versions: versions.length,
      entries: (await on.store.loadStory(id)).ledger.filter(({ by }) => by === 'Kim').length,
    })
  }
  const losses = on.room.library.losses
  const report = await on.act('Lee', 'library.doctor', { repair: false })
  await on.room.close()
  return { stories, losses, problems: report.problems }
}

/** From one call that is the last to the next. `STET_RUNS=all` tries every call. */
const STEP = process.env['STET_RUNS'] === 'all' ? 1 : 3

test.each([
  ['a story that is here', () => made.back],
  ['a story that is new here', () => made.fresh],
])('of %s comes in wholly or not at all', { timeout: 240_000 }, async (_, bytes) => {
  const clean = join(above, 'clean')
  await rm(clean, { recursive: true, force: true })
  await cp(join(above, 'desk'), clean, { recursive: true })
  const before = await found(clean)
  const healthy = await open(clean)
  expect((await merge(healthy, 'Lee', bytes()))?.outcome).toMatch(/merged|new/)
  await healthy.room.close()
  const after = await found(clean)
  expect(before.problems).toEqual([])
  expect(after.problems).toEqual([])
  expect(after.stories).not.toEqual(before.stories)
  const outcomes = new Set<string>()
  for (let nth = 1; ; nth += STEP) {
    const folder = join(above, 'cut')
    await rm(folder, { recursive: true, force: true })
    await cp(join(above, 'desk'), folder, { recursive: true })
    const faults = faultyFiles()
    const on = await open(folder, faults)
    let calls = 0
    // The process ends here: no call reaches the disk any more.
    faults.faults.strike = (operation) => {
      if (['readAll', 'list', 'facts', 'readStart', 'readAt'].includes(operation))
        return calls >= nth ? 'EIO' : undefined
      calls += 1
      return calls >= nth ? 'EIO' : undefined
    }
    const done = await merge(on, 'Lee', bytes()).then(
      (report) => report?.outcome ?? '',
      () => 'failed',
    )
    faults.faults.strike = () => 'EIO'
    await on.room.close().catch(() => undefined)
    // A process that ended leaves its lock, and the next one sees that it is of nobody.
    for (const name of await readdir(folder)) if (name.endsWith('.lock')) await rm(join(folder, name))
    const now = await found(folder)
    const isAfter = JSON.stringify(now.stories) === JSON.stringify(after.stories)
    if (!isAfter) expect(now.stories).toEqual(before.stories)
    expect([now.losses, now.problems]).toEqual([[], []])
    if (done !== 'failed') expect(isAfter).toBe(true)
    outcomes.add(isAfter ? 'after' : 'before')
    if (calls < nth) break
  }
  expect([...outcomes].sort()).toEqual(['after', 'before'])
})
