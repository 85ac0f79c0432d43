/** A merge comes into a story wholly or not at all, whatever the disk does and wherever the process ends. */
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { IncomingStory } from '../../../src/storage/disk/storyStore'
import type { FileStore } from '../../../src/storage/fileStore'
import { HEADER, LEDGER, SNAPSHOT, typing, wordsOf } from '../../contracts/storyStore'
import { faultyFiles, type Faults } from '../faultyFiles'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

const STRIKES: readonly {
  readonly name: string
  readonly strike: ReturnType<Faults['strike']>
  readonly ever: boolean
}[] = [
  { name: 'an error of one call', strike: 'EIO', ever: false },
  { name: 'no disk from then on', strike: 'EIO', ever: true },
  { name: 'a full disk from then on', strike: { code: 'ENOSPC', half: true }, ever: true },
]

async function begun(store: FileStore): Promise<ReturnType<typeof typing>> {
  const writer = typing('Busan')
  await store.createStory(HEADER, writer.state())
  await store.appendUpdate('busan', writer.type(' summit'))
  await store.appendLedger('busan', LEDGER.slice(0, 1))
  await store.writeSnapshot('busan', kept(1, writer.state()))
  await store.writeStoryFile('busan', SNAPSHOT)
  return writer
}

const kept = (n: number, state: Uint8Array) => ({
  ...{ n, at: '2026-11-28T09:00:00.000Z', by: 'Kim', why: 'Merge', state },
  view: SNAPSHOT.view,
})

const incoming = (writer: ReturnType<typeof typing>): IncomingStory => ({
  update: writer.type(' ends'),
  entries: LEDGER.slice(1),
  snapshots: [kept(2, writer.state()), kept(3, writer.state())],
})

async function stateIn(store: FileStore) {
  const { updates, ledger, losses } = await store.loadStory('busan')
  const versions = await store.snapshotNumbers('busan')
  return { words: wordsOf(updates), entries: ledger.length, versions, losses }
}
const BEFORE = { words: 'Busan summit', entries: 1, versions: [1], losses: [] }
const AFTER = { words: 'Busan summit ends', entries: LEDGER.length, versions: [1, 2, 3], losses: [] }

describe('a merge', { timeout: 120_000 }, () => {
  let library: Throwaway
  beforeEach(async () => {
    library = await throwawayLibrary()
  })
  afterEach(() => library.remove())

  const left = async (): Promise<readonly string[]> =>
    (await readdir(join(library.folder, 'stories', 'busan'))).filter((name) => /incoming|\.tmp$/.test(name))

  test('brings words, entries and versions, and leaves nothing else', async () => {
    const store = await library.open()
    await store.mergeStory('busan', incoming(await begun(store)))
    expect(await stateIn(store)).toEqual(AFTER)
    await store.close()
    expect(await left()).toEqual([])
  })

  test('without words left an empty change once, which is passed over', async () => {
    const store = await library.open()
    await begun(store)
    await store.appendUpdate('busan', new Uint8Array())
    await store.close()
    const again = await library.open()
    expect(await stateIn(again)).toEqual(BEFORE)
    await again.close()
  })

  test('of entries that do not continue the ledger changes nothing', async () => {
    const store = await library.open()
    const writer = await begun(store)
    const wrong = { ...incoming(writer), entries: LEDGER.slice(1).toReversed() }
    await expect(store.mergeStory('busan', wrong)).rejects.toThrow()
    expect(await stateIn(store)).toEqual(BEFORE)
    expect(await left()).toEqual([])
    await store.close()
  })

  test.each(STRIKES)('that meets $name, at any call, comes in wholly or not at all', async ({ strike, ever }) => {
    const { files, faults } = faultyFiles()
    const pass: Faults['strike'] = () => undefined
    const outcomes = new Set<string>()
    for (let nth = 1; ; nth++) {
      await library.remove()
      library = await throwawayLibrary()
      faults.strike = pass
      const store = await library.open({ files })
      const writer = await begun(store)
      let calls = 0
      faults.strike = () => {
        calls += 1
        return calls === nth || (ever && calls > nth) ? strike : undefined
      }
      const outcome = await store.mergeStory('busan', incoming(writer)).then(
        () => 'done',
        (error: { readonly code?: string; readonly name: string }) => {
          expect(error.name).toBe('StorageError')
          return error.code === 'STUCK' ? 'stuck' : 'refused'
        },
      )
      faults.strike = pass
      // Whatever comes next is written after it, or not at all.
      const next = await store.appendLedger('busan', []).then(
        () => 'written',
        ({ code }: { readonly code?: string }) => code,
      )
      expect(next).toBe(outcome === 'stuck' ? 'STUCK' : 'written')
      await store.close()
      const again = await library.open()
      const found = await stateIn(again)
      await again.close()
      if (outcome === 'done') expect(found).toEqual(AFTER)
      else if (outcome === 'refused') expect(found).toEqual(BEFORE)
      else expect([BEFORE, AFTER]).toContainEqual(found)
      expect(await left()).toEqual([])
      outcomes.add(outcome)
      if (calls < nth) break
    }
    expect([...outcomes].sort()).toEqual(['done', 'refused', 'stuck'])
  })

  test('that a process left unfinished is finished by the next one, and shown whole to whoever may not write', async () => {
    const { files, faults } = faultyFiles()
    const store = await library.open({ files })
    const writer = await begun(store)
    let committed = false
    faults.strike = (operation, path) => {
      if (committed && operation !== 'readAll') return 'EIO'
      committed ||= operation === 'syncFolder' && path.endsWith('busan')
      return undefined
    }
    await expect(store.mergeStory('busan', incoming(writer))).rejects.toMatchObject({ code: 'STUCK' })
    faults.strike = () => undefined
    await store.close()
    const reader = await library.open({ lock: 'none' })
    expect(await stateIn(reader)).toEqual({ ...AFTER, versions: [1] })
    await reader.close()
    expect(await left()).toEqual(['incoming.json'])
    const next = await library.open()
    expect(await stateIn(next)).toEqual(AFTER)
    await next.close()
    expect(await left()).toEqual([])
  })

  test('that is finished twice is there once', async () => {
    const { files, faults } = faultyFiles()
    const store = await library.open({ files })
    const writer = await begun(store)
    faults.strike = (operation, path) => (operation === 'remove' && path.endsWith('incoming.json') ? 'EIO' : undefined)
    await expect(store.mergeStory('busan', incoming(writer))).rejects.toMatchObject({ code: 'STUCK' })
    await store.close()
    faults.strike = () => undefined
    const next = await library.open()
    expect(await stateIn(next)).toEqual(AFTER)
    await next.close()
  })

  test('whose record rotted closes the story: nobody knows what it brought', async () => {
    const { files, faults } = faultyFiles()
    const store = await library.open({ files })
    const writer = await begun(store)
    faults.strike = (operation, path) => (operation === 'write' && path.endsWith('.log') ? 'EIO' : undefined)
    await expect(store.mergeStory('busan', incoming(writer))).rejects.toMatchObject({ code: 'STUCK' })
    await store.close()
    const path = join(library.folder, 'stories', 'busan', 'incoming.json')
    const bytes = await readFile(path)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(path, bytes)
    const next = await library.open()
    const { losses, ...rest } = await stateIn(next)
    expect(losses).toEqual([
      { kind: 'ledgerEnd', where: 'incoming', detail: expect.stringContaining('what a merge brought cannot be read') },
    ])
    expect(rest).toEqual({ words: 'Busan summit', entries: 1, versions: [1] })
    await next.close()
    expect(await left()).toEqual(['incoming.json.damaged'])
    await copyFile(`${path}.damaged`, path)
  })
})
