/** What the parts of opening a library cost: milliseconds of processor time, and megabytes. One part a process. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { LibraryTrust } from '../../../src/newsroom/state/libraryTrust'
import { nodeFiles, type FileLayer } from '../../../src/storage/disk/fileLayer'
import type { FileStore } from '../../../src/storage/fileStore'
import { openLibrary } from '../../../src/storage/openLibrary'
import { runAction } from '../../../src/newsroom/runAction'
import { openQuickly } from './libraryPile'

export { makePile } from './libraryPile'
export { headlinesWithFacts } from './pileSentences'

const clock = { now: (): string => new Date().toISOString() }

const open = (folder: string, files: FileLayer = nodeFiles): Promise<FileStore> =>
  openLibrary({ folder, files, now: clock.now, newId: () => randomIds.next('library', () => false) })

/** Processor time, not time by the clock: a bench on a busy machine says the same. */
async function timed<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const before = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return [value, (user + system) / 1000]
}

const mostMemory = (): number => process.resourceUsage().maxRSS / 1024

export type Measured = Readonly<Record<string, number>>

/** What the owner reads before it knows whom to trust. */
export async function measureOpening(folder: string): Promise<Measured> {
  const before = mostMemory()
  const [store, lock] = await timed(() => open(folder))
  const [heads, readHeads] = await timed(() => store.readHeads())
  const [ledger, readLedger] = await timed(() => store.readLibraryLedger())
  const [facts, records] = await timed(() => store.readLibrary())
  const [, trust] = await timed(() => new LibraryTrust({ store, clock, facts, ledger, heads, failed: () => undefined }))
  await store.close()
  return {
    'lock and sweep': lock,
    'table of heads': readHeads,
    'library ledger': readLedger,
    'small files': records,
    trust,
    'MB of these': mostMemory() - before,
  }
}

export async function measureListing(folder: string): Promise<Measured> {
  const store = await open(folder)
  const before = mostMemory()
  const [, list] = await timed(() => store.listStories())
  await store.close()
  return { 'ids of all stories': list, 'MB of the ids': mostMemory() - before }
}

/** The first story that is read, and the mean of 50 more. */
export async function measureStory(folder: string): Promise<Measured> {
  const ids = (await readdir(join(folder, 'stories'))).sort()
  const store = await open(folder)
  const [, first] = await timed(() => store.loadStory(ids[0] ?? ''))
  const some = ids.filter((_id, at) => at % Math.ceil(ids.length / 50) === 0)
  const [, more] = await timed(async () => {
    for (const id of some) await store.loadStory(id)
  })
  await store.close()
  return { 'first story': first, 'another story': more / some.length }
}

/** Files that are read, by a first backup of at most 1,000 stories, and by one of the unchanged library. */
export async function measureBackup(folder: string): Promise<Measured> {
  const stories = (await readdir(join(folder, 'stories'))).length
  if (stories > 1000) return { 'files read by a second backup, per story': NaN, 'second backup, per story': NaN }
  let read = 0
  const counting: FileLayer = {
    ...nodeFiles,
    readAll: (path) => {
      if (path.startsWith(folder)) read += 1
      return nodeFiles.readAll(path)
    },
  }
  const store = await open(folder, counting)
  const to = await mkdtemp(join(tmpdir(), 'stet-bench-backup-'))
  try {
    await store.backUp({ to, at: clock.now() })
    read = 0
    const [, second] = await timed(() => store.backUp({ to, at: clock.now() }))
    return { 'files read by a second backup, per story': read / stories, 'second backup, per story': second / stories }
  } finally {
    await store.close()
    await rm(to, { recursive: true, force: true })
  }
}

/** 200 stories are imported, and deleted again by hand. */
export async function measureImports(folder: string): Promise<Measured> {
  const room = await openQuickly(folder, clock)
  const bytes = new TextEncoder().encode('# Harbour file\n\nThe council said that the plan would cost $4.3 million.\n')
  const made: string[] = []
  const importOne = async (): Promise<void> => {
    made.push((await runAction(room, 'Reporter', 'story.import', { name: 'a.md', bytes })).id)
  }
  for (let count = 0; count < 20; count++) await importOne()
  const [, imports] = await timed(async () => {
    for (let count = 0; count < 200; count++) await importOne()
  })
  await room.close()
  for (const id of made) await rm(join(folder, 'stories', id), { recursive: true })
  return { 'an import': imports / 200 }
}

/** An index made of nothing, with the reading of all story files, by the clock too. `cache`: a new folder. */
export async function measureIndex(folder: string, cache: string): Promise<Measured> {
  const store = await openLibrary({ folder, lock: 'none', now: clock.now, newId: () => '' })
  const room = await Newsroom.open({ store, clock, ids: randomIds, index: { folder: cache } })
  const before = performance.now()
  const [total, indexProcessor] = await timed(async () => {
    const page = await runAction(room, 'Reporter', 'story.page', { offset: 0, limit: 1 })
    await room.close()
    return page.total
  })
  const index = performance.now() - before
  const stories = (await readdir(join(folder, 'stories'))).length
  const files = await readdir(cache)
  if (total !== stories || !files.some((name) => name.endsWith('.db')))
    throw new Error(`The index has ${total} of ${stories} stories, in the files ${files.join(', ')}.`)
  return { index, indexProcessor }
}
