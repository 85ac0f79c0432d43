import { appendFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileStore } from '../../../src/storage/fileStore'
import { encodeFrame } from '../../../src/storage/disk/frames'
import type { StoryFile } from '../../../src/storage/disk/storyStore'
import { HEADER, LEDGER, SNAPSHOT, typing, wordsOf } from '../../contracts/storyStore'
import { faultyFiles, type Faults } from '../faultyFiles'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

/**
 * A fault of the nth operation, and with `ever` of all after it. `first`, `every`: which ones. EIO meets each, once or
 * from then on. `npm run faults:io` tries every fault at each.
 */
type Kind = {
  readonly name: string
  readonly first: number
  readonly every: number
  readonly strike: 'EIO' | 'ENOSPC' | { readonly code: string; readonly half: true }
  readonly ever: boolean
}
const KINDS: readonly Kind[] = [
  { name: 'EIO once', first: 1, every: 2, strike: 'EIO', ever: false },
  { name: 'EIO from then on', first: 2, every: 2, strike: 'EIO', ever: true },
  {
    name: 'a full disk in the middle of a write, from then on',
    first: 1,
    every: 3,
    strike: { code: 'ENOSPC', half: true },
    ever: true,
  },
]

/** Every act is repeated for every call that can fail. */
describe('A failing disk', { timeout: 120_000 }, () => {
  let library: Throwaway
  beforeEach(async () => {
    library = await throwawayLibrary()
  })
  afterEach(() => library.remove())

  /** What a fresh process finds. */
  async function found(): Promise<unknown> {
    const store = await library.open()
    const facts = await store.readLibrary()
    const story = await store.loadStory('busan')
    const snapshot: StoryFile | undefined = await store.readStoryFile('busan')
    const ids = await store.listStories()
    await store.close()
    return {
      roster: facts.roster.length,
      words: wordsOf(story.updates),
      entries: story.ledger.length,
      words2: snapshot?.summary.words,
      ids,
    }
  }

  const ACTS: Readonly<Record<string, (store: FileStore, writer: ReturnType<typeof typing>) => Promise<unknown>>> = {
    'writing the roster': (store) => store.writeRoster([{ name: 'Reporter' }, { name: 'Editor' }], []),
    'appending a change': (store, writer) => store.appendUpdate('busan', writer.type(' ends')),
    'adding to the ledger': (store) => store.appendLedger('busan', LEDGER.slice(1)),
    compacting: (store, writer) => store.compactStory('busan', writer.state()),
    'writing the snapshot': (store) =>
      store.writeStoryFile('busan', { ...SNAPSHOT, summary: { ...SNAPSHOT.summary, words: 99 } }),
    'making a story': (store) => store.createStory({ ...HEADER, id: 'alert' }, typing('x').state()),
  }

  for (const [name, act] of Object.entries(ACTS)) {
    for (const kind of KINDS) {
      it(`keeps the old or the new state when ${name} meets ${kind.name}, at any step`, async () => {
        const { files, faults } = faultyFiles()
        const pass: Faults['strike'] = () => undefined
        const clean = await expectation(act)
        let outcomes = 0
        for (let nth = kind.first; ; nth += kind.every) {
          await library.remove()
          library = await throwawayLibrary()
          faults.strike = pass
          const store = await library.open({ files })
          const writer = typing('Busan')
          await store.createStory(HEADER, writer.state())
          await store.appendUpdate('busan', writer.type(' summit'))
          await store.appendLedger('busan', LEDGER.slice(0, 1))
          await store.writeStoryFile('busan', SNAPSHOT)
          await store.writeRoster([{ name: 'Reporter' }], [])
          const before = await readBeside(library)
          let operations = 0
          faults.strike = () => {
            operations += 1
            return operations === nth || (kind.ever && operations > nth) ? kind.strike : undefined
          }
          let saved = true
          try {
            await act(store, writer)
          } catch (error) {
            saved = false
            expect(error).toMatchObject({ name: 'StorageError' })
          }
          faults.strike = pass
          await store.close()
          const after = await found()
          // Resolved: the new state. Rejected: the old state, or the whole new one.
          if (saved) expect(after).toEqual(clean)
          else expect([before, clean]).toContainEqual(after)
          outcomes += 1
          if (operations < nth) break
        }
        expect(outcomes).toBeGreaterThan(1)
      })
    }
  }

  async function readBeside(from: Throwaway): Promise<unknown> {
    const store = await from.open({ lock: 'none' })
    const facts = await store.readLibrary()
    const story = await store.loadStory('busan')
    const snapshot = await store.readStoryFile('busan')
    const state = {
      roster: facts.roster.length,
      words: wordsOf(story.updates),
      entries: story.ledger.length,
      words2: snapshot?.summary.words,
      ids: await store.listStories(),
    }
    await store.close()
    return state
  }

  /** The result of the same act on a good disk. */
  async function expectation(
    act: (store: FileStore, writer: ReturnType<typeof typing>) => Promise<unknown>,
  ): Promise<unknown> {
    const healthy = await throwawayLibrary()
    const store = await healthy.open()
    const writer = typing('Busan')
    await store.createStory(HEADER, writer.state())
    await store.appendUpdate('busan', writer.type(' summit'))
    await store.appendLedger('busan', LEDGER.slice(0, 1))
    await store.writeStoryFile('busan', SNAPSHOT)
    await store.writeRoster([{ name: 'Reporter' }], [])
    await act(store, writer)
    const state = await readBeside(healthy)
    await store.close()
    await healthy.remove()
    return state
  }

  it('writes all bytes when the disk takes only a few at a time', async () => {
    const { files } = faultyFiles({ mostBytes: 7 })
    const store = await library.open({ files })
    const writer = typing('Busan')
    await store.createStory(HEADER, writer.state())
    await store.appendUpdate('busan', writer.type(' summit'))
    await store.appendLedger('busan', LEDGER)
    await store.compactStory('busan', writer.state())
    expect(await store.loadStory('busan')).toMatchObject({ updates: [writer.state()], ledger: LEDGER, repairs: [] })
    await store.close()
  })

  it('fails instead of looping when the disk takes no bytes at all', async () => {
    const { files, faults } = faultyFiles()
    const store = await library.open({ files })
    faults.mostBytes = 0
    await expect(store.writeRoster([], [])).rejects.toMatchObject({
      code: 'ENOSPC',
      what: 'the disk is full',
      safe: 'Everything saved before is safe.',
    })
    faults.mostBytes = Infinity
    expect((await store.readLibrary()).roster).toEqual([{ name: 'Reporter', role: 'editor' }])
    await store.close()
  })

  it('syncs the new file before it replaces the old one, and the folder after', async () => {
    const kindOf = (path: string): string => /\.(tmp|prev|twin|json)$/.exec(path)?.[1] ?? 'folder'
    const operations: string[] = []
    const { files, faults } = faultyFiles()
    const store = await library.open({ files })
    faults.strike = (operation, path) => {
      if (!path.includes('library.json')) operations.push(`${operation} ${kindOf(path)}`)
      return undefined
    }
    await store.writeRoster([], [])
    // The two copies are written at once.
    const writing = operations.filter((one) => /^(open|write|sync|facts) tmp$/.test(one))
    expect(operations.filter((one) => !writing.includes(one))).toEqual([
      'list folder',
      'readAll json',
      'readAll twin',
      'readAll prev',
      'link tmp',
      'rename prev',
      'rename json',
      'rename twin',
      'syncFolder folder',
    ])
    expect([writing.filter((one) => one === 'sync tmp').length, operations.lastIndexOf('facts tmp')]).toEqual([
      2,
      operations.indexOf('link tmp') - 1,
    ])
    faults.strike = () => undefined
    await store.close()
  })

  it('never calls fsync again on a descriptor where it failed', async () => {
    const opened: string[] = []
    const { files, faults } = faultyFiles()
    const store = await library.open({ files })
    const writer = typing('Busan')
    await store.createStory(HEADER, writer.state())
    await store.appendUpdate('busan', writer.type(' one'))
    let failures = 0
    faults.strike = (operation, path) => {
      if (path.includes('changes-1.log')) opened.push(operation)
      return operation === 'datasync' && failures++ === 0 ? 'EIO' : undefined
    }
    const update = writer.type(' two')
    await expect(store.appendUpdate('busan', update)).rejects.toMatchObject({
      code: 'EIO',
      what: 'the disk reports an error',
    })
    await store.appendUpdate('busan', update)
    // The bytes are written into another file, and the append uses a new descriptor.
    expect(opened).toEqual([
      'write',
      'facts',
      'datasync',
      'readAll',
      'open',
      'write',
      'sync',
      'facts',
      'rename',
      'open',
      'facts',
      'write',
      'facts',
      'datasync',
    ])
    faults.strike = () => undefined
    expect((await store.loadStory('busan')).repairs).toEqual([])
    await store.close()
  })

  it('saves the changes after a failed one, once the disk works again', async () => {
    const { files, faults } = faultyFiles()
    const store = await library.open({ files })
    const writer = typing('Busan')
    await store.createStory(HEADER, writer.state())
    faults.strike = (operation) => (operation === 'write' ? { code: 'ENOSPC', half: true } : undefined)
    const update = writer.type(' one')
    await expect(store.appendUpdate('busan', update)).rejects.toMatchObject({
      code: 'ENOSPC',
      what: 'the disk is full',
    })
    faults.strike = () => undefined
    await Promise.all([store.appendUpdate('busan', update), store.appendUpdate('busan', writer.type(' two'))])
    await store.close()
    expect(await found()).toMatchObject({ words: 'Busan one two' })
  })

  it.each(['sync', 'syncFolder', 'write'])(
    'starts a log again after a failed %s at its start, and saves the changes after it',
    async (operation) => {
      const { files, faults } = faultyFiles()
      const store = await library.open({ files })
      const writer = typing('Busan')
      await store.createStory(HEADER, writer.state())
      await store.loadStory('busan')
      let failed = 0
      faults.strike = (asked, path) =>
        asked === operation && failed === 0 && path.endsWith(operation === 'syncFolder' ? 'busan' : 'changes-1.log')
          ? (failed++, 'EIO')
          : undefined
      // The entries are on the disk, although the log could not note them.
      await store.appendLedger('busan', LEDGER)
      await store.appendUpdate('busan', writer.type(' one'))
      await store.close()
      expect([failed, await found()]).toMatchObject([1, { words: 'Busan one', entries: LEDGER.length }])
    },
  )

  it('keeps the words after a compaction that failed once, at any of its steps', async () => {
    const { files, faults } = faultyFiles()
    const pass: Faults['strike'] = () => undefined
    const failedAt: string[] = []
    for (let nth = 1; ; nth++) {
      await library.remove()
      library = await throwawayLibrary()
      faults.strike = pass
      const store = await library.open({ files })
      const writer = typing('Busan')
      await store.createStory(HEADER, writer.state())
      await store.appendUpdate('busan', writer.type(' one'))
      let operations = 0
      let struck = ''
      faults.strike = (operation, path) => {
        operations += 1
        if (operations !== nth) return undefined
        struck = `${operation} ${basename(path)}`
        return 'EIO'
      }
      await store.compactStory('busan', writer.state()).catch(() => failedAt.push(struck))
      faults.strike = pass
      await store.appendUpdate('busan', writer.type(' two'))
      // A process after a crash finds all words, and writing goes on.
      expect([struck, await readBeside(library)]).toMatchObject([struck, { words: 'Busan one two' }])
      await store.compactStory('busan', writer.state())
      await store.appendUpdate('busan', writer.type(' three'))
      await store.close()
      expect([struck, await found()]).toMatchObject([struck, { words: 'Busan one two three' }])
      if (operations < nth) break
    }
    expect(failedAt).toEqual(expect.arrayContaining(['open changes-2.log', 'rename state.yjs', 'syncFolder busan']))
    // Once for the new log, once for the state that is already in its place.
    expect(failedAt.filter((at) => at === 'syncFolder busan')).toHaveLength(2)
  })

  it('knows that a story file from after a failed compaction is stale', async () => {
    const { files, faults } = faultyFiles({
      strike: (operation, path) => (operation === 'rename' && path.endsWith('state.yjs') ? 'EIO' : undefined),
    })
    const first = await library.open({ files })
    const writer = typing('Busan')
    await first.createStory(HEADER, writer.state())
    await first.appendUpdate('busan', writer.type(' one'))
    await first.loadStory('busan')
    await expect(first.compactStory('busan', writer.state())).rejects.toMatchObject({
      code: 'EIO',
      what: 'the disk reports an error',
    })
    faults.strike = () => undefined
    await first.writeStoryFile('busan', SNAPSHOT)
    await first.close()
    const second = await library.open()
    expect(await second.readStoryFile('busan')).toEqual(SNAPSHOT)
    await second.appendUpdate('busan', writer.type(' two'))
    await second.close()
    const third = await library.open()
    expect(await third.readStoryFile('busan')).toEqual({ ...SNAPSHOT, stale: true })
    await third.close()
  })

  it('writes the changes that came during a write in one further write', async () => {
    let syncs = 0
    const { files } = faultyFiles({
      strike: (operation) => {
        if (operation === 'datasync') syncs += 1
        return undefined
      },
    })
    const store = await library.open({ files })
    const writer = typing('Busan')
    await store.createStory(HEADER, writer.state())
    await store.appendUpdate('busan', writer.type('!'))
    syncs = 0
    const first = store.appendUpdate('busan', writer.type('a'))
    await Promise.all([first, ...Array.from({ length: 40 }, () => store.appendUpdate('busan', writer.type('b')))])
    expect(syncs).toBeLessThanOrEqual(2)
    await store.close()
  })

  it('cuts an unfinished change where a file that is open for appending cannot be cut, as on Windows', async () => {
    const lets: Faults['strike'] = (operation, _path, mode) =>
      operation === 'truncate' && mode === 'append' ? 'EPERM' : undefined
    const { files, faults } = faultyFiles({ strike: lets })
    const first = await library.open({ files })
    const writer = typing('Busan')
    await first.createStory(HEADER, writer.state())
    await first.appendUpdate('busan', writer.type(' one'))
    faults.strike = (operation, path, mode) =>
      operation === 'write' ? { code: 'ENOSPC', half: true } : lets(operation, path, mode)
    const update = writer.type(' two')
    await expect(first.appendUpdate('busan', update)).rejects.toMatchObject({
      code: 'ENOSPC',
      what: 'the disk is full',
    })
    faults.strike = lets
    await first.appendUpdate('busan', update)
    await first.close()
    await appendFile(
      join(library.folder, 'stories', 'busan', 'changes-1.log'),
      encodeFrame(3, writer.type(' three')).subarray(0, 20),
    )
    const second = await library.open({ files })
    const loaded = await second.loadStory('busan')
    expect([wordsOf(loaded.updates), loaded.repairs]).toEqual([
      'Busan one two',
      ['changes-1.log: the last 20 bytes are an unfinished change and were left out.'],
    ])
    await second.appendUpdate('busan', writer.state())
    await second.close()
    expect(await found()).toMatchObject({ words: 'Busan one two three' })
  })

  it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EISDIR'])(
    'works on a disk without hard links, which answers %s',
    async (code) => {
      const { files } = faultyFiles({ strike: (operation) => (operation === 'link' ? code : undefined) })
      const store = await library.open({ files })
      await store.writeRoster([{ name: 'Editor' }], [])
      await expect(library.open({ files })).rejects.toMatchObject({
        name: 'LibraryInUse',
        message: expect.stringContaining('is open in another Stet'),
      })
      await store.close()
      const again = await library.open()
      expect(await again.readLibrary()).toMatchObject({ roster: [{ name: 'Editor' }] })
      await again.close()
    },
  )
})
