import { appendFile, readdir, readFile, rm, truncate, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { FileStore } from '../../../src/storage/fileStore'
import { wrap, unwrap } from '../../../src/storage/disk/envelope'
import { encodeFrame, scanFrames } from '../../../src/storage/disk/frames'
import { HEADER, LEDGER, SNAPSHOT, typing, wordsOf } from '../../contracts/storyStore'
import { ledgerFrom } from '../../builders/stories/storyFrom'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

async function flipBit(path: string, at: number, bit = 0): Promise<void> {
  const bytes = await readFile(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
  await writeFile(path, bytes)
}

/** Every state of the last write of `log`, from `from` on: each block absent, half there or there. */
function* tornWrites(log: Buffer, from: number): Generator<Buffer> {
  const BLOCK = 4096
  const blocks: [number, number][] = []
  for (let at = from; at < log.length; at = at - (at % BLOCK) + BLOCK)
    blocks.push([at, Math.min(log.length, at - (at % BLOCK) + BLOCK)])
  for (let nth = 0; nth < 3 ** blocks.length - 1; nth++) {
    let left = log.subarray(0, from)
    for (const [index, [start, end]] of blocks.entries()) {
      const there = [0, Math.floor((end - start) / 2), end - start][Math.floor(nth / 3 ** index) % 3] ?? 0
      if (there > 0) left = Buffer.concat([left, Buffer.alloc(start - left.length), log.subarray(start, start + there)])
    }
    yield left
  }
}

/** Thousands of flipped bits on a busy machine. */
describe('A damaged library', { timeout: 120_000 }, () => {
  let library: Throwaway
  let store: FileStore
  const file = (...names: string[]): string => join(library.folder, ...names)
  const story = (name: string): string => file('stories', 'busan', name)
  const reopen = async (): Promise<FileStore> => {
    await store.close()
    store = await library.open()
    return store
  }

  beforeEach(async () => {
    library = await throwawayLibrary()
    store = await library.open()
  })
  afterEach(async () => {
    await store.close()
    await library.remove()
  })

  /** A story “Busan one two three”. Each word after the first is a change. */
  async function threeChanges(): Promise<ReturnType<typeof typing>> {
    const writer = typing('Busan')
    await store.createStory(HEADER, writer.state())
    for (const word of [' one', ' two', ' three']) await store.appendUpdate('busan', writer.type(word))
    return writer
  }

  it('heals every flipped bit in roster.json from its twin, of the same generation, and says so', async () => {
    const people = [{ name: 'Reporter' }, { name: 'Editor' }]
    await store.writeRoster(people, [])
    const reader = await library.open({ create: false, lock: 'none' })
    for (const name of ['roster.json', 'roster.json.twin']) {
      const good = await readFile(file(name))
      for (let at = 0; at < good.length; at++) {
        await flipBit(file(name), at, at % 8)
        const facts = await reader.readLibrary()
        expect([facts.roster, facts.losses], `byte ${at}`).toEqual([people, []])
        expect(facts.repairs, `byte ${at}`).toHaveLength(1)
        await flipBit(file(name), at, at % 8)
      }
      await flipBit(file(name), 90)
      expect((await store.readLibrary()).repairs).toHaveLength(1)
      expect((await readFile(file(name))).equals(good)).toBe(true)
    }
    await reader.close()
  })

  it('writes over a damaged roster, and keeps the damaged one under another name', async () => {
    await store.writeRoster([{ name: 'Reporter' }, { name: 'Editor' }], [])
    await flipBit(file('roster.json'), 215)
    await store.writeRoster([{ name: 'Checker' }], [])
    expect(await store.readLibrary()).toMatchObject({ roster: [{ name: 'Checker' }], repairs: [], losses: [] })
    expect((await readdir(library.folder)).filter((name) => name.startsWith('roster')).sort()).toEqual([
      'roster.json',
      'roster.json.damaged',
      'roster.json.prev',
      'roster.json.twin',
    ])
  })

  it('keeps what was put aside before when the file is damaged again', async () => {
    const aside = async (): Promise<readonly string[]> =>
      Promise.all(['roster.json.damaged', 'roster.json.damaged.2'].map((name) => readFile(file(name), 'utf8')))
    const damaged: string[] = []
    for (const name of ['Reporter', 'Editor']) {
      await store.writeRoster([{ name }], [])
      await flipBit(file('roster.json'), 215)
      damaged.push(await readFile(file('roster.json'), 'utf8'))
      await store.writeRoster([{ name: 'Checker' }], [])
    }
    expect(await aside()).toEqual(damaged)
  })

  it('takes no older generation when both copies are damaged: that is a loss, and every name stays protected', async () => {
    const source = {
      id: 's1',
      name: 'Han Seo-yeon',
      kind: 'person',
      groundRules: 'background',
      groundRulesVersion: 1,
      protected: false,
      aliases: [],
    } as const
    await store.writeSources([source])
    await store.writeSources([{ ...source, protected: true, aliases: ['Deep Harbour'] }])
    for (const name of ['sources.json', 'sources.json.twin']) await flipBit(file(name), 30)
    const facts = await store.readLibrary()
    expect(facts.losses).toMatchObject([{ kind: 'sources', where: 'sources.json' }])
    expect(facts.sources).toMatchObject([{ name: 'Han Seo-yeon', protected: true, aliases: ['Deep Harbour'] }])
  })

  it('heals a file that was copied over another one', async () => {
    await writeFile(file('sources.json'), await readFile(file('roster.json')))
    expect(await store.readLibrary()).toMatchObject({
      repairs: [expect.stringContaining('it is a roster file, not a sources file')],
      losses: [],
    })
  })

  it('opens with the twin when library.json is empty, and closed to verdicts when both are', async () => {
    await store.writeSettings({ deskOfOne: true })
    await writeFile(file('library.json'), '')
    await reopen()
    expect(await store.readLibrary()).toMatchObject({
      settings: { deskOfOne: true },
      repairs: [expect.stringContaining('library.json: a copy was damaged (its header cannot be read)')],
      losses: [],
    })
    for (const name of ['library.json', 'library.json.twin']) await writeFile(file(name), '')
    await reopen()
    expect(await store.readLibrary()).toMatchObject({ settings: { deskOfOne: false }, losses: [{ kind: 'settings' }] })
  })

  it('takes a damaged file of the old layout, which has no twin, as lost, not as the one before', async () => {
    await store.writeRoster([{ name: 'Reporter' }, { name: 'Editor' }], [])
    await unlink(file('roster.json.twin'))
    const { content } = unwrap('json', 'roster', await readFile(file('roster.json')))
    const old = { kind: 'roster', generation: 7, schemaVersion: 2, minReader: 1 }
    await writeFile(file('roster.json'), wrap('json', old, content))
    expect(await store.readLibrary()).toMatchObject({ repairs: [], losses: [] })
    await flipBit(file('roster.json'), 100)
    expect((await store.readLibrary()).losses).toMatchObject([{ kind: 'roster' }])
    expect(await readdir(library.folder)).not.toContain('roster.json.twin')
  })

  it('loses nothing when state.yjs is damaged: previous state and changes give the same words', async () => {
    const writer = await threeChanges()
    await store.compactStory('busan', writer.state())
    await store.appendUpdate('busan', writer.type(' four'))
    const size = (await readFile(story('state.yjs'))).length
    for (const at of [30, Math.floor(size / 2), size - 1]) {
      await flipBit(story('state.yjs'), at)
      const loaded = await store.loadStory('busan')
      expect([wordsOf(loaded.updates), loaded.repairs]).toEqual([
        'Busan one two three four',
        [expect.stringContaining('state.yjs')],
      ])
      await flipBit(story('state.yjs'), at)
    }
    expect((await store.loadStory('busan')).repairs).toEqual([])
  })

  it('drops a change log only when neither kept state needs it', async () => {
    const writer = await threeChanges()
    const logs = async (): Promise<string[]> =>
      (await readdir(file('stories', 'busan'))).filter((name) => name.startsWith('changes')).sort()
    await store.compactStory('busan', writer.state())
    await store.appendUpdate('busan', writer.type(' four'))
    expect(await logs()).toEqual(['changes-1.log', 'changes-2.log'])
    await store.compactStory('busan', writer.state())
    expect(await logs()).toEqual(['changes-2.log', 'changes-3.log'])
    await reopen()
    expect(wordsOf((await store.loadStory('busan')).updates)).toBe('Busan one two three four')
  })

  it('deletes leftovers of a crash without touching files that are being written', async () => {
    const writer = await threeChanges()
    for (let again = 0; again < 20; again++) {
      await reopen()
      await writeFile(story('.state.yjs.0.tmp'), 'x')
      await Promise.all([
        store.writeStoryFile('busan', SNAPSHOT),
        store.writeSnapshot('busan', {
          n: 1,
          at: '',
          by: 'Reporter',
          why: 'filed',
          state: writer.state(),
          view: SNAPSHOT.view,
        }),
        store.appendUpdate('busan', writer.type('!')),
        store.writeStoryFile('busan', SNAPSHOT),
      ])
      expect(
        (await readdir(file('stories', 'busan'), { recursive: true })).filter((name) => name.endsWith('.tmp')),
      ).toEqual([])
    }
  })

  it('cuts a torn change off, says so, and goes on after it', async () => {
    const writer = await threeChanges()
    await store.close()
    const whole = (await readFile(story('changes-1.log'))).length
    await truncate(story('changes-1.log'), whole - 3)
    store = await library.open()
    const loaded = await store.loadStory('busan')
    expect([wordsOf(loaded.updates), loaded.repairs]).toEqual([
      'Busan one two',
      [expect.stringMatching(/^changes-1\.log: the last \d+ bytes are an unfinished change and were left out\.$/)],
    ])
    await store.appendUpdate('busan', writer.state())
    await reopen()
    expect([wordsOf((await store.loadStory('busan')).updates), (await store.loadStory('busan')).repairs]).toEqual([
      'Busan one two three',
      [],
    ])
  })

  it('cuts at every possible length without losing a whole change', async () => {
    await threeChanges()
    await store.close()
    const log = await readFile(story('changes-1.log'))
    const ends = scanFrames(log).frames.map((frame) => frame.to)
    for (let length = 0; length <= log.length; length++)
      expect(scanFrames(log.subarray(0, length)).frames.map((frame) => frame.to)).toEqual(
        ends.filter((end) => end <= length),
      )
    store = await library.open()
  })

  /** What a power cut may leave of the last write, which was not saved yet: any of its blocks, and halves of them. */
  it('takes no block that a power cut did not write for damage', async () => {
    const writer = await threeChanges()
    // Written together, across the ends of several blocks.
    const before = await readFile(story('changes-1.log'))
    const long = ` ${'x'.repeat(3000)}`
    await Promise.all(
      [long, ' four', long, long, ' five'].map((word) => store.appendUpdate('busan', writer.type(word))),
    )
    await store.appendLedger('busan', LEDGER)
    await store.close()
    const log = await readFile(story('changes-1.log'))
    const writes = [before.length, ...scanFrames(log).frames.map(({ to }) => to)].filter((end) => end >= before.length)
    for (const [index, from] of writes.entries()) {
      const to = writes[index + 1]
      if (to === undefined || to === from) continue
      for (const left of tornWrites(log.subarray(0, to), from)) {
        const scan = scanFrames(left)
        expect([scan.damaged, scan.torn?.from, scan.frames.at(-1)?.to]).toEqual([
          [],
          left.length === from ? undefined : from,
          from,
        ])
      }
    }
    await writeFile(story('changes-1.log'), log.fill(0, before.length, 8192).subarray(0, writes[1]))
    store = await library.open()
    const { updates, losses } = await store.loadStory('busan')
    expect([wordsOf(updates), losses]).toEqual(['Busan one two three', []])
  })

  it('calls a block of zeros damage where something was written after it', async () => {
    const writer = await threeChanges()
    await store.appendUpdate('busan', writer.type('x'.repeat(9000)))
    await store.appendUpdate('busan', writer.type(' five'))
    await store.close()
    const log = await readFile(story('changes-1.log'))
    await writeFile(story('changes-1.log'), log.fill(0, 4096, 8192))
    store = await library.open()
    expect((await store.loadStory('busan')).losses).toMatchObject([{ kind: 'log' }])
  })

  it('sets rot in the middle aside by name and reads the changes after it', async () => {
    await threeChanges()
    await store.close()
    const [, second] = scanFrames(await readFile(story('changes-1.log'))).frames
    const from = second?.from ?? 0
    await flipBit(story('changes-1.log'), from + 50)
    store = await library.open()
    const loaded = await store.loadStory('busan')
    expect(loaded.updates).toHaveLength(3)
    expect(loaded.repairs).toEqual([
      `changes-1.log: change 2 (bytes ${from} to ${second?.to}) is damaged and kept under another name; the later changes were read.`,
    ])
    expect(await readdir(file('stories', 'busan'))).toContain(`changes-1.log.damaged-${from}`)
  })

  it('notices every flipped bit in a change log', async () => {
    await threeChanges()
    const log = await readFile(story('changes-1.log'))
    const whole = scanFrames(log).frames
    for (let bit = 0; bit < log.length * 8; bit++) {
      const rotten = Uint8Array.from(log)
      rotten[bit >> 3] = (rotten[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const scan = scanFrames(rotten)
      expect(scan.frames.length).toBe(2)
      expect(scan.damaged.length + (scan.torn ? 1 : 0)).toBe(1)
      for (const frame of scan.frames) expect(whole).toContainEqual(frame)
    }
  })

  it('keeps a change that waits for a damaged one through a compaction', async () => {
    const writer = await threeChanges()
    await store.close()
    const [, second] = scanFrames(await readFile(story('changes-1.log'))).frames
    await flipBit(story('changes-1.log'), (second?.from ?? 0) + 50)
    store = await library.open()
    await expect(store.compactStory('busan', typing('Busan').state())).rejects.toMatchObject({
      code: 'INCOMPLETE',
      what: 'the new document leaves out changes that are on the disk',
    })
    const forgetful = new Y.Doc({ gc: false })
    for (const update of (await store.loadStory('busan')).updates.slice(0, 2)) Y.applyUpdate(forgetful, update)
    await expect(store.compactStory('busan', Y.encodeStateAsUpdate(forgetful))).rejects.toMatchObject({
      code: 'INCOMPLETE',
      what: 'the new document leaves out changes that are on the disk',
    })
    // In the owner's document “three” waits for “two”. It must not be lost meanwhile.
    const owner = new Y.Doc({ gc: false })
    for (const update of (await store.loadStory('busan')).updates) Y.applyUpdate(owner, update)
    await store.compactStory('busan', Y.encodeStateAsUpdate(owner))
    const mended = new Y.Doc({ gc: false })
    for (const update of (await store.loadStory('busan')).updates) Y.applyUpdate(mended, update)
    expect(mended.getText('copy').toJSON()).toBe('Busan one')
    Y.applyUpdate(mended, writer.state())
    expect(mended.getText('copy').toJSON()).toBe('Busan one two three')
  })

  it('says that a change log in the middle is missing', async () => {
    const writer = await threeChanges()
    await store.compactStory('busan', writer.state())
    await store.appendUpdate('busan', writer.type(' four'))
    await store.compactStory('busan', writer.state())
    await store.appendUpdate('busan', writer.type(' five'))
    await store.close()
    await unlink(story('changes-2.log'))
    await unlink(story('state.yjs'))
    store = await library.open()
    expect((await store.loadStory('busan')).repairs).toEqual([
      expect.stringContaining('state.yjs: it is missing; its previous copy is used'),
      'changes-3.log: change 4 is missing.',
    ])
  })

  it('does not call an append saved when the file was deleted under it', async () => {
    const writer = await threeChanges()
    await rm(story('changes-1.log'))
    await expect(store.appendUpdate('busan', writer.type(' four'))).rejects.toMatchObject({
      name: 'StorageError',
      what: 'it was deleted while Stet was writing to it',
    })
  })

  it('does not write into a log that another program changed', async () => {
    const writer = await threeChanges()
    await store.close()
    store = await library.open()
    await store.loadStory('busan')
    await appendFile(story('changes-1.log'), 'x')
    await expect(store.appendUpdate('busan', writer.type(' four'))).rejects.toMatchObject({
      code: 'CHANGED',
      what: expect.stringMatching(/^it has \d+ bytes instead of \d+$/),
      next: 'Another program changed it. Save a copy of the story elsewhere, restart Stet, and restore the copy with “stet recover”.',
    })
  })

  it('stops, and destroys nothing, when a second writer adds to the same log', async () => {
    const writer = await threeChanges()
    const foreign = encodeFrame(4, writer.type(' four'))
    await appendFile(story('changes-1.log'), foreign)
    await expect(store.appendUpdate('busan', writer.type(' five'))).rejects.toMatchObject({
      code: 'CHANGED',
      what: expect.stringMatching(/^it has \d+ bytes instead of \d+$/),
    })
    await expect(store.appendUpdate('busan', writer.type(' six'))).rejects.toMatchObject({
      code: 'CHANGED',
      what: expect.stringMatching(/^it has \d+ bytes instead of \d+$/),
    })
    expect(wordsOf((await store.loadStory('busan')).updates)).toBe('Busan one two three four five')
  })

  it('cuts a torn ledger entry off, says so, and goes on after it', async () => {
    await store.createStory(HEADER, typing().state())
    await store.appendLedger('busan', LEDGER)
    await store.close()
    await truncate(story('ledger.jsonl'), (await readFile(story('ledger.jsonl'))).length - 5)
    store = await library.open()
    const loaded = await store.loadStory('busan')
    expect([loaded.ledger, loaded.repairs]).toEqual([
      LEDGER.slice(0, 2),
      [
        expect.stringMatching(/^ledger\.jsonl: the last \d+ bytes are an unfinished entry and were left out\.$/),
        'ledger.jsonl: entry 3 is missing at its end, although it was saved.',
      ],
    ])
    await store.appendLedger('busan', LEDGER.slice(2))
    await reopen()
    expect(await store.loadStory('busan')).toMatchObject({ ledger: LEDGER, repairs: [] })
  })

  it('keeps a last entry that lacks only its line end', async () => {
    await store.createStory(HEADER, typing().state())
    await store.appendLedger('busan', LEDGER.slice(0, 2))
    await store.close()
    await truncate(story('ledger.jsonl'), (await readFile(story('ledger.jsonl'))).length - 1)
    store = await library.open()
    await store.appendLedger('busan', LEDGER.slice(2))
    expect(await store.loadStory('busan')).toMatchObject({ ledger: LEDGER, repairs: [] })
  })

  it('notices every flipped bit in the ledger', async () => {
    await store.createStory(HEADER, typing().state())
    await store.appendLedger('busan', LEDGER)
    const reader = await library.open({ lock: 'none' })
    const path = story('ledger.jsonl')
    const good = await readFile(path)
    for (let at = 0; at < good.length; at++) {
      await flipBit(path, at, at % 8)
      const loaded = await reader.loadStory('busan')
      // Without its line end the last entry is still certain.
      if (at < good.length - 1) expect(loaded.repairs.length, `byte ${at}`).toBeGreaterThan(0)
      for (const entry of loaded.ledger) expect(LEDGER).toContainEqual(entry)
      await writeFile(path, good)
    }
    await reader.close()
  })

  it('cuts entries of one write when a power cut lost their beginning', async () => {
    await store.createStory(HEADER, typing().state())
    await store.appendLedger('busan', LEDGER.slice(0, 1))
    const [before, logBefore] = [await readFile(story('ledger.jsonl')), await readFile(story('changes-1.log'))]
    await store.appendLedger('busan', LEDGER.slice(1))
    await store.close()
    // The power cut came before these entries were saved, so the log does not note them.
    await writeFile(story('changes-1.log'), logBefore)
    const all = await readFile(story('ledger.jsonl'))
    await writeFile(story('ledger.jsonl'), all.fill(0, before.length, before.length + 40))
    store = await library.open()
    expect(await store.loadStory('busan')).toMatchObject({
      ledger: LEDGER.slice(0, 1),
      repairs: [expect.stringContaining('an unfinished entry and were left out.')],
    })
    await store.appendLedger('busan', LEDGER.slice(1))
    await reopen()
    expect(await store.loadStory('busan')).toMatchObject({ ledger: LEDGER, repairs: [] })
  })

  it('reports an entry that was removed from the ledger', async () => {
    await store.createStory(HEADER, typing().state())
    await store.appendLedger('busan', LEDGER)
    await store.close()
    const lines = (await readFile(story('ledger.jsonl'), 'utf8')).split('\n')
    await writeFile(story('ledger.jsonl'), [lines[0], ...lines.slice(2)].join('\n'))
    store = await library.open()
    expect(await store.loadStory('busan')).toMatchObject({
      ledger: [LEDGER[0], LEDGER[2]],
      repairs: ['ledger.jsonl, line 2: the chain is broken: its number is 3 instead of 2. The entry is kept.'],
    })
  })

  /**
   * “Busan one two three” and three ledger entries, closed as the app does: with a story file that notes where both
   * end.
   */
  async function settledStory(): Promise<ReturnType<typeof typing>> {
    const writer = await threeChanges()
    await store.appendLedger('busan', LEDGER)
    await store.writeStoryFile('busan', SNAPSHOT)
    await store.close()
    return writer
  }

  it('names the changes that were cut off a log between two records, until the log is compacted', async () => {
    const writer = await settledStory()
    const [, second] = scanFrames(await readFile(story('changes-1.log'))).frames
    await truncate(story('changes-1.log'), second?.from ?? 0)
    store = await library.open()
    const loaded = await store.loadStory('busan')
    expect([wordsOf(loaded.updates), loaded.repairs]).toEqual([
      'Busan one',
      ['changes-1.log: changes 2 to 3 are missing at its end, although they were saved.'],
    ])
    await store.appendUpdate('busan', writer.state())
    await store.writeStoryFile('busan', SNAPSHOT)
    await reopen()
    expect(await store.loadStory('busan')).toMatchObject({ repairs: ['changes-1.log: changes 2 to 3 are missing.'] })
    await store.compactStory('busan', writer.state())
    expect((await store.loadStory('busan')).repairs).toEqual([])
  })

  it('names the entries that are missing when a ledger was cut between two lines', async () => {
    await settledStory()
    const lines = (await readFile(story('ledger.jsonl'), 'utf8')).split('\n')
    await writeFile(story('ledger.jsonl'), `${lines[0]}\n`)
    store = await library.open()
    expect(await store.loadStory('busan')).toMatchObject({
      ledger: LEDGER.slice(0, 1),
      repairs: ['ledger.jsonl: entries 2 to 3 are missing at its end, although they were saved.'],
    })
  })

  /** Cuts the ledger to its first `entries` lines. */
  const cutLedger = async (entries: number): Promise<void> => {
    const lines = (await readFile(story('ledger.jsonl'), 'utf8')).split('\n')
    await writeFile(
      story('ledger.jsonl'),
      lines
        .slice(0, entries)
        .map((line) => `${line}\n`)
        .join(''),
    )
  }
  const MISSED = {
    ledger: LEDGER.slice(0, 1),
    repairs: ['ledger.jsonl: entries 2 to 3 are missing at its end, although they were saved.'],
  }

  it('names entries that were cut off a ledger after the last story file, until the next write', async () => {
    const writer = await threeChanges()
    await store.appendLedger('busan', LEDGER.slice(0, 1))
    await store.writeStoryFile('busan', SNAPSHOT)
    await store.appendLedger('busan', LEDGER.slice(1))
    await store.close()
    await cutLedger(1)
    store = await library.open()
    expect(await store.loadStory('busan')).toMatchObject(MISSED)
    await reopen()
    expect(await store.loadStory('busan')).toMatchObject(MISSED)
    await store.appendUpdate('busan', writer.type(' four'))
    await reopen()
    expect(await store.loadStory('busan')).toMatchObject({ ledger: LEDGER.slice(0, 1), repairs: [] })
  })

  it('names them even if there never was a story file, or the log was compacted since', async () => {
    const writer = await threeChanges()
    await store.appendLedger('busan', LEDGER)
    await store.compactStory('busan', writer.state())
    await store.appendUpdate('busan', writer.type(' four'))
    await store.close()
    await cutLedger(1)
    store = await library.open()
    expect(await store.loadStory('busan')).toMatchObject(MISSED)
  })

  it('notices that the last entry was replaced after the last story file', async () => {
    await threeChanges()
    await store.appendLedger('busan', LEDGER.slice(0, 1))
    await store.writeStoryFile('busan', SNAPSHOT)
    await store.appendLedger('busan', LEDGER.slice(1, 2))
    await store.close()
    const [first, ...others] = LEDGER.map(({ seq: _seq, at: _at, prev: _prev, hash: _hash, ...event }) => event)
    if (!first) throw new Error('no entries')
    const forged = ledgerFrom([first, ...others.slice(1)])
    await writeFile(story('ledger.jsonl'), forged.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
    store = await library.open()
    expect(await store.loadStory('busan')).toMatchObject({
      repairs: ['ledger.jsonl: entry 2 is not the one that was saved.'],
    })
  })

  it('reports nothing for a story whose log is older than notes about the ledger', async () => {
    const writer = await threeChanges()
    await store.appendLedger('busan', LEDGER)
    await store.close()
    const log = await readFile(story('changes-1.log'))
    await writeFile(
      story('changes-1.log'),
      Buffer.concat(scanFrames(log).frames.map(({ from, to }) => log.subarray(from, to))),
    )
    await cutLedger(1)
    store = await library.open()
    expect(await store.loadStory('busan')).toMatchObject({ ledger: LEDGER.slice(0, 1), repairs: [] })
    await store.appendUpdate('busan', writer.type(' four'))
    await reopen()
    const loaded = await store.loadStory('busan')
    expect([wordsOf(loaded.updates), loaded.repairs]).toEqual(['Busan one two three four', []])
  })

  it('notes the ledger once, and sets a damaged note aside without calling a change lost', async () => {
    const writer = await threeChanges()
    await store.appendLedger('busan', LEDGER)
    for (const word of [' four', ' five']) await store.appendUpdate('busan', writer.type(word))
    await store.close()
    const marks = async () => scanFrames(await readFile(story('changes-1.log'))).marks
    // The ledger was not read before the first word.
    const [note, ...more] = await marks()
    expect([more.length, JSON.parse(Buffer.from(note?.content ?? []).toString())]).toEqual([
      0,
      { bytes: (await readFile(story('ledger.jsonl'))).length, seq: 3, hash: LEDGER[2]?.hash },
    ])
    await flipBit(story('changes-1.log'), (note?.from ?? 0) + 60)
    store = await library.open()
    const loaded = await store.loadStory('busan')
    expect([wordsOf(loaded.updates), loaded.repairs]).toEqual([
      'Busan one two three four five',
      [
        `changes-1.log: a marker of how far the history had come (bytes ${note?.from} to ${note?.to}) is damaged and kept under another name; no change is missing.`,
      ],
    ])
  })

  it('does not say that no change is missing when a damaged note takes the last change with it', async () => {
    const writer = await threeChanges()
    await store.appendLedger('busan', LEDGER)
    await store.appendUpdate('busan', writer.type(' four'))
    await store.close()
    const {
      marks: [note],
      frames,
    } = scanFrames(await readFile(story('changes-1.log')))
    const [from, to] = [note?.from ?? 0, frames.at(-1)?.to ?? 0]
    await flipBit(story('changes-1.log'), from + 60)
    await flipBit(story('changes-1.log'), to - 1)
    store = await library.open()
    const loaded = await store.loadStory('busan')
    expect([wordsOf(loaded.updates), loaded.repairs]).toEqual([
      'Busan one two three',
      [`changes-1.log: change 4 (bytes ${from} to ${to}) is damaged and kept under another name.`],
    ])
  })

  it('calls an unfinished note a note, not a change', async () => {
    await threeChanges()
    await store.appendLedger('busan', LEDGER)
    await store.close()
    const log = await readFile(story('changes-1.log'))
    await truncate(story('changes-1.log'), log.length - 5)
    store = await library.open()
    const loaded = await store.loadStory('busan')
    const [note] = scanFrames(log).marks
    expect([wordsOf(loaded.updates), loaded.repairs]).toEqual([
      'Busan one two three',
      [
        `changes-1.log: the last ${log.length - 5 - (note?.from ?? 0)} bytes are an unfinished marker and were left out; no change is missing.`,
      ],
    ])
  })

  it('notices a ledger that was replaced by another one of the same length', async () => {
    await settledStory()
    const other = ledgerFrom([
      { kind: 'created', origin: 'sample', by: 'Reporter' },
      ...LEDGER.slice(1).map(({ seq: _seq, at: _at, prev: _prev, hash: _hash, ...event }) => event),
    ])
    await writeFile(story('ledger.jsonl'), other.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
    store = await library.open()
    expect(await store.loadStory('busan')).toMatchObject({
      repairs: ['ledger.jsonl: entry 3 is not the one that was saved.'],
    })
  })

  it('reports a damaged story.json, and writes a good one with the next story file', async () => {
    await settledStory()
    await flipBit(story('story.json'), 400)
    store = await library.open()
    expect((await store.loadStory('busan')).repairs).toEqual([
      expect.stringMatching(/story\.json: .*; its previous copy is used/),
    ])
    await store.writeStoryFile('busan', SNAPSHOT)
    await reopen()
    expect((await store.loadStory('busan')).repairs).toEqual([])
  })

  it('calls a story file stale when a crash came before the next one', async () => {
    const writer = await settledStory()
    store = await library.open()
    expect((await store.readStoryFile('busan'))?.stale).toBeUndefined()
    await store.appendUpdate('busan', writer.type(' four'))
    await reopen()
    expect((await store.readStoryFile('busan'))?.stale).toBe(true)
    await store.loadStory('busan')
    await store.writeStoryFile('busan', SNAPSHOT)
    await store.compactStory('busan', writer.state())
    await reopen()
    expect((await store.readStoryFile('busan'))?.stale).toBeUndefined()
    await store.appendUpdate('busan', writer.type(' five'))
    await reopen()
    expect((await store.readStoryFile('busan'))?.stale).toBe(true)
  })

  it('opens a story whose ledger is missing: that is a loss, and its words are safe', async () => {
    await store.createStory(HEADER, typing('Busan').state())
    await rm(story('ledger.jsonl'))
    const loaded = await store.loadStory('busan')
    expect([wordsOf(loaded.updates), loaded.losses]).toEqual([
      'Busan',
      [{ kind: 'ledgerEnd', where: 'all', detail: 'ledger.jsonl: the history of the story is missing.' }],
    ])
  })

  it('has no story file when it is damaged, and writes a new one over it', async () => {
    await store.createStory(HEADER, typing().state())
    await store.writeStoryFile('busan', SNAPSHOT)
    await writeFile(story('story.json'), 'x')
    await writeFile(story('story.json.prev'), 'x')
    expect(await store.readStoryFile('busan')).toBeUndefined()
    await store.writeStoryFile('busan', SNAPSHOT)
    expect(await store.readStoryFile('busan')).toEqual(SNAPSHOT)
  })

  it('lists the other versions when one is damaged', async () => {
    await store.createStory(HEADER, typing().state())
    await store.writeSnapshot('busan', {
      n: 1,
      at: '',
      by: 'Reporter',
      why: 'filed',
      state: typing().state(),
      view: SNAPSHOT.view,
    })
    await store.writeSnapshot('busan', {
      n: 2,
      at: '',
      by: 'Editor',
      why: 'cleared',
      state: typing().state(),
      view: SNAPSHOT.view,
    })
    await flipBit(story('versions/1.json'), 400)
    expect((await store.listSnapshots('busan')).map(({ n }) => n)).toEqual([2])
    await reopen()
    expect((await store.listSnapshots('busan')).map(({ n }) => n)).toEqual([2])
  })

  it('still lists a story whose state is damaged beyond reading', async () => {
    await store.createStory(HEADER, typing().state())
    await store.createStory({ ...HEADER, id: 'alert', created: '2027-01-01T00:00:00.000Z' }, typing().state())
    await writeFile(story('state.yjs'), 'x')
    await reopen()
    expect((await store.listStories()).toSorted()).toEqual(['alert', 'busan'])
    await expect(store.loadStory('busan')).rejects.toMatchObject({
      code: 'DAMAGED',
      what: expect.stringContaining('it is damaged'),
    })
  })
})
