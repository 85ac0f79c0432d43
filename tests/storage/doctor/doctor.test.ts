import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { examineAlone, examineLibrary } from '../../../src/storage/doctor/examineLibrary'
import { scanFrames } from '../../../src/storage/disk/frames'
import { isLockFile } from '../../../src/storage/owner/libraryLock'
import type { LibraryReport } from '../../../src/story/requests/requests'
import { ledgerFrom } from '../../builders/stories/storyFrom'
import { HEADER, LEDGER, SNAPSHOT, typing, wordsOf } from '../../contracts/storyStore'
import { faultyFiles } from '../faultyFiles'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

const NOW = '2026-10-30T09:00:00.000Z'

describe('The doctor', { timeout: 60_000 }, () => {
  let library: Throwaway
  const file = (...names: string[]): string => join(library.folder, ...names)
  const story = (name: string): string => file('stories', 'busan', name)
  const check = (repair = false): Promise<LibraryReport> =>
    examineAlone({ folder: library.folder, repair, now: () => NOW })
  /** Flips a bit, by default in the content and not in the header. */
  const rot = async (path: string, place?: number): Promise<void> => {
    const bytes = await readFile(path)
    const at = place ?? bytes.length - 10
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    await writeFile(path, bytes)
  }
  /** The problems, with paths relative to the library. After a repair, the problems that are left. */
  async function told(): Promise<{ readonly before: readonly string[]; readonly after: LibraryReport }> {
    const before = await check()
    const repaired = await check(true)
    expect(repaired.problems.map(({ path, what }) => [path, what])).toEqual(
      before.problems.map(({ path, what }) => [path, what]),
    )
    return {
      before: before.problems.map(({ path, what }) => `${path.slice(library.folder.length + 1)}: ${what}`),
      after: await check(),
    }
  }
  const words = async (): Promise<readonly unknown[]> => {
    const store = await library.open({ create: false })
    const { updates, ledger, repairs } = await store.loadStory('busan')
    await store.close()
    return [wordsOf(updates), ledger.length, repairs]
  }
  const WELL: LibraryReport = { ok: true, problems: [] }
  /** What was written in between is missing: an editor accepts that. */
  const REBUILT = {
    ok: false,
    problems: [expect.objectContaining({ what: expect.stringContaining('the story was rebuilt') })],
  }

  /** A library with all kinds of files and their previous copies. */
  beforeEach(async () => {
    library = await throwawayLibrary()
    const store = await library.open()
    const writer = typing('Busan')
    await store.createStory(HEADER, writer.state())
    await store.appendUpdate('busan', writer.type(' one'))
    await store.compactStory('busan', writer.state())
    await store.appendUpdate('busan', writer.type(' two'))
    await store.appendUpdate('busan', writer.type(' three'))
    await store.appendLedger('busan', LEDGER)
    for (const n of [1, 2])
      await store.writeSnapshot('busan', {
        n,
        at: NOW,
        by: 'Reporter',
        why: 'filed',
        state: writer.state(),
        view: SNAPSHOT.view,
      })
    await store.writeStoryFile('busan', SNAPSHOT)
    await store.writeRoster([{ name: 'Reporter' }, { name: 'Editor' }], [])
    await store.writeSources([])
    await store.writeSettings({ deskOfOne: true })
    await store.close()
  })
  afterEach(() => library.remove())

  it('finds nothing wrong with a good library, and changes nothing', async () => {
    const before = await readdir(library.folder, { recursive: true })
    expect([await check(), await check(true)]).toEqual([WELL, WELL])
    expect(await readdir(library.folder, { recursive: true })).toEqual(before)
  })

  it('changes nothing when it is not asked to repair', async () => {
    await rot(file('roster.json'))
    await truncate(story('changes-2.log'), (await readFile(story('changes-2.log'))).length - 3)
    const before = await readdir(library.folder, { recursive: true })
    expect((await check()).ok).toBe(false)
    expect(await readdir(library.folder, { recursive: true })).toEqual(before)
  })

  for (const name of ['library.json', 'roster.json', 'sources.json']) {
    it(`heals a damaged ${name} from its twin`, async () => {
      await rot(file(name))
      expect(await told()).toEqual({
        before: [`${name}: a copy was damaged (its checksum does not match); the other copy is complete and is used`],
        after: WELL,
      })
      expect(await readdir(library.folder)).toContain(`${name}.damaged`)
    })

    it(`takes no older ${name} in its place when both copies are damaged`, async () => {
      await rot(file(name))
      await rot(file(`${name}.twin`))
      const { before, after } = await told()
      expect(before).toEqual([`${name}: both copies are damaged (its checksum does not match)`])
      expect(after).toMatchObject({ ok: false, problems: [{ action: expect.stringContaining('accept-loss') }] })
    })

    it(`notices a damaged previous copy of ${name}`, async () => {
      await rot(file(`${name}.prev`))
      expect(await told()).toEqual({
        before: [`${name}.prev: the previous copy of ${name} is damaged: its checksum does not match`],
        after: WELL,
      })
    })

    it(`makes no new ${name} when both copies are gone: that is a loss`, async () => {
      for (const copy of ['', '.twin', '.prev']) await rm(file(`${name}${copy}`))
      const [problem] = (await check()).problems
      expect(problem).toMatchObject({ path: file(name), what: 'both copies are missing' })
      const marker = name === 'library.json'
      // Without the marker nothing opens, so the doctor writes one. The library stays closed all the same.
      expect((await check(true)).ok).toBe(marker)
      expect((await readdir(library.folder)).includes(name)).toBe(marker)
      const store = await library.open({ create: false })
      const { losses, settings } = await store.readLibrary()
      expect([losses.length, settings.deskOfOne]).toEqual([1, !marker])
      await store.close()
    })
  }

  it('rewrites a story from its previous state and the changes since', async () => {
    await rot(story('state.yjs'))
    expect(await told()).toMatchObject({ before: [expect.stringContaining('stories/busan/state.yjs')], after: WELL })
    expect(await words()).toEqual(['Busan one two three', 3, []])
  })

  it('loses nothing that is written after a repair that the disk interrupted', async () => {
    await rot(story('state.yjs'))
    const { files, faults } = faultyFiles()
    const store = await library.open({ create: false, files })
    const doc = new Y.Doc({ gc: false })
    for (const update of (await store.loadStory('busan')).updates) Y.applyUpdate(doc, update)
    faults.strike = (operation, path) => (operation === 'list' && path === file('evidence') ? 'EIO' : undefined)
    await expect(store.examine({ repair: true, open: new Set() })).rejects.toMatchObject({
      code: 'EIO',
      what: 'the disk reports an error',
    })
    faults.strike = () => undefined
    const before = Y.encodeStateVector(doc)
    doc.getText('copy').insert(doc.getText('copy').length, ' four')
    await store.appendUpdate('busan', Y.encodeStateAsUpdate(doc, before))
    await store.close()
    expect(await words()).toEqual(['Busan one two three four', 3, []])
  })

  it('repairs the stories although the captured files cannot be listed', async () => {
    await rot(story('story.json'))
    const { files, faults } = faultyFiles()
    faults.strike = (operation, path) => (operation === 'list' && path === file('evidence') ? 'EIO' : undefined)
    await expect(examineLibrary({ folder: library.folder, repair: true, files })).rejects.toMatchObject({ code: 'EIO' })
    expect(await check()).toEqual(WELL)
  })

  it('rewrites a story from its newest version when neither state can be read', async () => {
    for (const name of ['state.yjs', 'state.yjs.prev']) await rot(story(name))
    expect(await check()).toMatchObject({
      ok: false,
      problems: [{ path: story('state.yjs'), safe: 'Snapshot 2 is complete.' }],
    })
    expect((await check(true)).ok).toBe(true)
    expect(await check()).toEqual(REBUILT)
    expect(await words()).toEqual(['Busan one two three', 3, [expect.stringContaining('was rebuilt')]])
  })

  it('rewrites at least the readable text when there is no version either', async () => {
    for (const name of ['state.yjs', 'state.yjs.prev']) await rot(story(name))
    await rm(story('versions'), { recursive: true })
    expect(await check(true)).toMatchObject({
      ok: true,
      problems: [{ action: expect.stringContaining('the readable text in story.json') }],
    })
    expect(await check()).toEqual(REBUILT)
  })

  it('cuts a torn change, sets a damaged one aside, and names both', async () => {
    const [first] = scanFrames(await readFile(story('changes-2.log'))).frames
    await rot(story('changes-2.log'), (first?.from ?? 0) + 50)
    await truncate(story('changes-2.log'), (await readFile(story('changes-2.log'))).length - 3)
    const { before, after } = await told()
    expect([before.length > 0, before.every((line) => line.startsWith('stories/busan/changes-2.log'))]).toEqual([
      true,
      true,
    ])
    // Writing the story anew would hide what is missing. An editor accepts it first.
    expect(after).toMatchObject({ ok: false })
    expect(
      after.problems.every(({ action }) => action.includes('accept-loss') || action.includes('rebuild the story')),
    ).toBe(true)
  })

  it('notices damage in a log that only the previous state needs', async () => {
    await rot(story('changes-1.log'))
    expect(await told()).toEqual({ before: ['stories/busan/changes-1.log: changes in it are damaged'], after: WELL })
  })

  it('notices a log that only the previous state needs and that ends between two changes', async () => {
    const whole = await readFile(story('changes-1.log'))
    const { frames } = scanFrames(whole)
    for (const end of [0, ...frames.slice(0, -1).map(({ to }) => to)]) {
      await writeFile(story('changes-1.log'), whole.subarray(0, end))
      expect(await told()).toEqual({
        before: ['stories/busan/changes-1.log: changes at its end are missing'],
        after: WELL,
      })
      await rm(story('changes-1.log.damaged'))
    }
  })

  it('names a lost version and keeps its bytes', async () => {
    await rot(story('versions/1.json'))
    expect(await told()).toMatchObject({
      before: [expect.stringMatching(/^stories\/busan\/versions\/1\.json: this snapshot is lost/)],
      after: WELL,
    })
    expect(await readdir(story('versions'))).toEqual(['1.json.damaged', '2.json'])
  })

  it('names entries that were cut off after the last snapshot', async () => {
    const store = await library.open({ create: false })
    await store.loadStory('busan')
    const [more] = ledgerFrom([
      ...LEDGER.map(({ seq: _seq, at: _at, prev: _prev, hash: _hash, ...event }) => event),
      { kind: 'answered', fact: 'f1', text: 'So it does.', by: 'Editor' },
    ]).slice(LEDGER.length)
    if (!more) throw new Error('no entry')
    const before = await readFile(story('ledger.jsonl'))
    await store.appendLedger('busan', [more])
    await store.close()
    await writeFile(story('ledger.jsonl'), before)
    expect(await check()).toEqual({
      ok: false,
      problems: [
        {
          path: story('ledger.jsonl'),
          what: 'entry 4 is missing at its end, although it was saved.',
          safe: 'The words of the story and all other entries are safe.',
          action: expect.stringContaining('ask an editor to accept the loss in the story'),
        },
      ],
    })
    await check(true)
    expect([await words(), (await check()).ok]).toEqual([
      ['Busan one two three', 3, [expect.stringContaining('entry 4 is missing')]],
      false,
    ])
  })

  it('does not call a damaged ledger repaired: nobody can write a lost entry again', async () => {
    await rot(story('ledger.jsonl'), 20)
    await rot(story('ledger.jsonl'), 30)
    const report = await check(true)
    expect(report).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({ path: story('ledger.jsonl'), what: expect.stringContaining('the entry is damaged') }),
      ]),
    })
    expect((await check()).ok).toBe(false)
  })

  it('opens a story whose ledger is missing, and calls it a loss', async () => {
    await rm(story('ledger.jsonl'))
    expect(await check(true)).toMatchObject({
      ok: false,
      problems: [
        { what: 'the history of the story is missing.' },
        { what: expect.stringContaining('entries 1 to 3 are missing') },
      ],
    })
    const store = await library.open({ create: false })
    expect((await store.loadStory('busan')).losses).toMatchObject([{ kind: 'ledgerEnd', where: 'all' }, {}])
    await store.close()
    expect(await check()).toMatchObject({
      ok: false,
      problems: [{ what: expect.stringContaining('entries 1 to 3 are missing') }],
    })
  })

  it('restores a damaged story.json', async () => {
    await rot(story('story.json'), 300)
    expect(await told()).toMatchObject({ before: [expect.stringContaining('story.json')], after: WELL })
    await writeFile(story('story.json'), 'x')
    await writeFile(story('story.json.prev'), 'x')
    expect(await told()).toMatchObject({ before: [expect.stringContaining('story.json')], after: WELL })
    expect(await words()).toEqual(['Busan one two three', 3, []])
  })

  it('notices a captured file that has changed', async () => {
    await writeFile(file('evidence', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'), 'abd')
    expect(await check()).toMatchObject({
      ok: false,
      problems: [{ what: 'the captured file is not as it was captured' }],
    })
    await writeFile(file('evidence', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'), 'abc')
    expect(await check()).toEqual(WELL)
  })

  it('checks a captured file that is too large for memory piece by piece', async () => {
    const film = new Uint8Array(3 << 20).map((_, at) => at % 251)
    const name = createHash('sha256').update(film).digest('hex')
    const { files } = faultyFiles({
      strike: (operation, path) =>
        operation === 'readAll' && path.startsWith(file('evidence')) ? 'ERR_FS_FILE_TOO_LARGE' : undefined,
    })
    const look = (): Promise<LibraryReport> => examineAlone({ folder: library.folder, files, now: () => NOW })
    await writeFile(file('evidence', `${name}.mp4`), film)
    expect(await look()).toEqual(WELL)
    await rot(file('evidence', `${name}.mp4`))
    expect(await look()).toMatchObject({
      ok: false,
      problems: [{ path: file('evidence', `${name}.mp4`), what: 'the captured file is not as it was captured' }],
    })
  })

  it('names a document that cannot be decoded, and changes nothing', async () => {
    const report = await examineLibrary({
      folder: library.folder,
      repair: true,
      decode: () => Promise.resolve({ ok: false, why: 'reading it took more than 10 s' }),
    })
    expect(report.problems.map(({ path }) => path)).toContain(story('state.yjs'))
    expect(await words()).toEqual(['Busan one two three', 3, []])
  })

  it('does not repair a library that another process has open', async () => {
    const store = await library.open()
    await expect(check(true)).rejects.toThrow('is open in another Stet')
    expect(await check()).toEqual(WELL)
    await store.close()
  })

  it('checks a library while it is written to, and reports no false problem', async () => {
    const store = await library.open()
    const writer = typing()
    await store.createStory({ ...HEADER, id: 'alert' }, writer.state())
    const writing = Promise.all(Array.from({ length: 60 }, () => store.appendUpdate('alert', writer.type('x'))))
    expect(await store.examine({ repair: false, open: new Set() })).toEqual(WELL)
    await writing
    await store.close()
  })

  it('says that nothing is lost of a library whose making was interrupted; the next opening finishes it', async () => {
    const tellings = new Set<string>()
    for (let spared = 0; ; spared++) {
      await rm(library.folder, { recursive: true })
      await mkdir(library.folder)
      let left = spared
      const { files } = faultyFiles({ strike: () => (left-- <= 0 ? 'EIO' : undefined) })
      const made = await library.open({ files }).then(
        (store) => store.close().then(() => true),
        () => false,
      )
      // The process is gone, so its lock does not count.
      for (const name of await readdir(library.folder)) if (isLockFile(name)) await rm(file(name))
      const before = await readdir(library.folder, { recursive: true })
      if (made || before.includes('library.json')) break
      const report = await check(true)
      expect({
        ...report,
        problems: report.problems.map(({ path, safe, done }) => ({
          path,
          isLost: !safe.toLowerCase().includes('nothing is lost'),
          done,
        })),
      }).toEqual({ ok: false, problems: [{ path: library.folder, isLost: false }] })
      report.problems.forEach(({ what }) => tellings.add(what))
      expect(await readdir(library.folder, { recursive: true })).toEqual(before)
      const store = await library.open()
      expect((await store.readLibrary()).roster).toEqual([{ name: 'Reporter', role: 'editor' }])
      await store.close()
    }
    expect([...tellings]).toEqual([
      'there is no library here: the folder is empty',
      'the creation of this library was interrupted',
    ])
  })

  it('makes no library of a folder that holds other things', async () => {
    await rm(library.folder, { recursive: true })
    await mkdir(library.folder)
    await writeFile(file('thesis.txt'), 'mine')
    expect(await check(true)).toMatchObject({
      ok: false,
      problems: [{ path: library.folder, what: 'the folder contains other files and is not a library' }],
    })
    expect(await readdir(library.folder)).toEqual(['thesis.txt'])
  })
})
