/** The contract of every StoryStore. tests/storage/storyStore.test.ts runs it on plain files and in memory. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { StorageError } from '../../src/storage/disk/storageError'
import type { StoryStore, StorySnapshot } from '../../src/storage/disk/storyStore'
import { HEADER, LEDGER, NOW, PIN, SNAPSHOT, typing, wordsOf } from '../builders/stories/storedStory'

export { HEADER, LEDGER, SNAPSHOT, typing, wordsOf }

const versionOf = (n: number, state: Uint8Array): StorySnapshot => ({
  n,
  at: NOW,
  by: 'Reporter',
  why: 'filed',
  state,
  view: SNAPSHOT.view,
})

export function describeStoryStore(
  name: string,
  make: () => Promise<{ store: StoryStore; remove: () => Promise<void> }>,
): void {
  describe(`${name} as a story store`, () => {
    let store: StoryStore
    let remove: () => Promise<void>
    beforeEach(async () => {
      ;({ store, remove } = await make())
    })
    afterEach(async () => {
      await store.close()
      await remove()
    })

    it('starts with the person who made it on the roster and nothing else', async () => {
      expect(await store.readLibrary()).toEqual({
        settings: { deskOfOne: false },
        roster: [{ name: 'Reporter', role: 'editor' }],
        pins: [],
        sources: [],
        repairs: [],
        losses: [],
      })
      expect(await store.listStories()).toEqual([])
      expect(store.writable).toBe(true)
    })

    it('returns settings, roster and source book as they were written', async () => {
      const source = {
        id: 's1',
        name: 'Pool',
        kind: 'pool',
        groundRules: 'onTheRecord',
        groundRulesVersion: 1,
        protected: false,
        aliases: ['P'],
      } as const
      await store.writeSettings({ deskOfOne: true })
      await store.writeRoster([{ name: 'Reporter' }, { name: 'Editor', role: 'editor' }], [PIN])
      await store.writeSources([source])
      expect(await store.readLibrary()).toEqual({
        settings: { deskOfOne: true },
        roster: [{ name: 'Reporter' }, { name: 'Editor', role: 'editor', pin: true }],
        pins: [PIN],
        sources: [source],
        repairs: [],
        losses: [],
      })
    })

    it('returns the desk’s words as they were written, none of them before the first', async () => {
      const word = { id: 'w1', list: 'name', words: 'Yahoo!', source: 'Its spelling', by: 'Editor', at: '' } as const
      expect((await store.readLibrary()).words).toBeUndefined()
      await store.writeWords([word])
      expect((await store.readLibrary()).words).toEqual([word])
      await store.writeWords([])
      expect((await store.readLibrary()).words).toEqual([])
    })

    it('shows a person without a PIN once the PIN is removed', async () => {
      await store.writeRoster([{ name: 'Editor', role: 'editor', pin: true }], [PIN])
      await store.writeRoster([{ name: 'Editor', role: 'editor', pin: true }], [])
      expect(await store.readLibrary()).toMatchObject({ roster: [{ name: 'Editor', role: 'editor' }], pins: [] })
    })

    it('returns a new story with its header and first state', async () => {
      const { state } = typing('Busan')
      await store.createStory(HEADER, state())
      expect(await store.loadStory('busan')).toEqual({
        ...HEADER,
        updates: [state()],
        ledger: [],
        repairs: [],
        losses: [],
      })
    })

    it('lists stories oldest first, whatever their ids', async () => {
      const state = typing().state()
      await store.createStory({ ...HEADER, id: 'a', created: '2026-10-31T00:00:00.000Z' }, state)
      await store.createStory({ ...HEADER, id: 'b', created: '2026-10-30T00:00:00.000Z' }, state)
      await store.createStory({ ...HEADER, id: 'c', created: '2026-10-30T00:00:00.000Z' }, state)
      expect((await store.listStories()).toSorted()).toEqual(['a', 'b', 'c'])
    })

    it('refuses a second story with the same id, also in capitals', async () => {
      await store.createStory(HEADER, typing('first').state())
      await expect(store.createStory(HEADER, typing('second').state())).rejects.toMatchObject({
        name: 'StorageError',
        message: expect.stringContaining('there is already a story “busan”') as string,
      })
      await expect(store.createStory({ ...HEADER, id: 'BUSAN' }, typing('third').state())).rejects.toBeInstanceOf(
        StorageError,
      )
      expect(wordsOf((await store.loadStory('busan')).updates)).toBe('first')
    })

    it.each(['', '..', '../x', 'a/b', 'a\\b', '-a', '.a', 'a'.repeat(65), 'con', 'a\0b'])(
      'refuses the id %j',
      async (id) => {
        await expect(store.createStory({ ...HEADER, id }, typing().state())).rejects.toMatchObject({
          name: 'StorageError',
          code: 'BADID',
          what: expect.stringContaining('is not a story id'),
        })
        await expect(store.loadStory(id)).rejects.toMatchObject({
          name: 'StorageError',
          code: 'BADID',
          what: expect.stringContaining('is not a story id'),
        })
      },
    )

    it('takes in what a merge brings, and begins a story with snapshots', async () => {
      const { state, type } = typing('Busan')
      const kept = (n: number) => ({ n, at: NOW, by: 'Kim', why: 'Merge', state: state(), view: SNAPSHOT.view })
      await store.createStory(HEADER, state(), { ledger: LEDGER.slice(0, 1), file: SNAPSHOT, snapshots: [kept(3)] })
      expect(await store.readSnapshot('busan', 3)).toEqual(kept(3))
      await store.mergeStory('busan', { update: type(' ends'), entries: LEDGER.slice(1), snapshots: [kept(4)] })
      const { updates, ledger } = await store.loadStory('busan')
      expect([wordsOf(updates), ledger, await store.snapshotNumbers('busan')]).toEqual(['Busan ends', LEDGER, [3, 4]])
      const again = { update: type('!'), entries: LEDGER.slice(1), snapshots: [] }
      await expect(store.mergeStory('busan', again)).rejects.toThrow()
      expect(wordsOf((await store.loadStory('busan')).updates)).toBe('Busan ends')
    })

    it('takes in what brings history and no words', async () => {
      await store.createStory(HEADER, typing('Busan').state(), { ledger: LEDGER.slice(0, 1), file: SNAPSHOT })
      await store.mergeStory('busan', { update: new Uint8Array(), entries: LEDGER.slice(1), snapshots: [] })
      const { updates, ledger } = await store.loadStory('busan')
      expect([wordsOf(updates), ledger]).toEqual(['Busan', LEDGER])
    })

    it('says that a story does not exist', async () => {
      await expect(store.loadStory('nowhere')).rejects.toMatchObject({
        name: 'StorageError',
        code: 'NOSTORY',
        what: 'there is no story “nowhere”',
      })
      await expect(store.appendUpdate('nowhere', typing().state())).rejects.toMatchObject({
        code: 'NOSTORY',
        what: 'there is no story “nowhere”',
      })
    })

    it('keeps changes in call order, also when many are pending', async () => {
      const { state, type } = typing()
      await store.createStory(HEADER, state())
      const updates = Array.from({ length: 60 }, (_, index) => type(`${index} `))
      await Promise.all(updates.map((update) => store.appendUpdate('busan', update)))
      expect((await store.loadStory('busan')).updates).toEqual([typing().state(), ...updates])
    })

    it('replaces state and changes by one state', async () => {
      const { state, type } = typing('Busan')
      await store.createStory(HEADER, state())
      await store.appendUpdate('busan', type(' summit'))
      await store.compactStory('busan', state())
      const compacted = state()
      const later = type(' ends')
      await store.appendUpdate('busan', later)
      expect(await store.loadStory('busan')).toEqual({
        ...HEADER,
        updates: [compacted, later],
        ledger: [],
        repairs: [],
        losses: [],
      })
    })

    it('keeps a change that comes while a state is being written', async () => {
      const { state, type } = typing('Busan')
      await store.createStory(HEADER, state())
      const first = store.appendUpdate('busan', type(' one'))
      const compacting = store.compactStory('busan', state())
      const second = store.appendUpdate('busan', type(' two'))
      await Promise.all([first, compacting, second])
      expect(wordsOf((await store.loadStory('busan')).updates)).toBe('Busan one two')
    })

    it('refuses a state that leaves out a change, a deletion, or does not load', async () => {
      const { doc, state, type } = typing('Busan')
      await store.createStory(HEADER, state())
      const stale = state()
      const update = type(' summit')
      await store.appendUpdate('busan', update)
      await expect(store.compactStory('busan', stale)).rejects.toMatchObject({
        name: 'StorageError',
        message: expect.stringContaining('the new document leaves out changes that are on the disk') as string,
      })
      const undeleted = state()
      const before = Y.encodeStateVector(doc)
      doc.getText('copy').delete(0, 2)
      await store.appendUpdate('busan', Y.encodeStateAsUpdate(doc, before))
      await expect(store.compactStory('busan', undeleted)).rejects.toMatchObject({
        name: 'StorageError',
        message: expect.stringContaining('the new document leaves out changes that are on the disk') as string,
      })
      await expect(store.compactStory('busan', state().subarray(0, 9))).rejects.toMatchObject({
        message: expect.stringContaining('Unexpected end of array') as string,
      })
      expect(wordsOf((await store.loadStory('busan')).updates)).toBe('san summit')
    })

    it('adds to the ledger and refuses what does not continue its chain', async () => {
      await store.createStory(HEADER, typing().state())
      await store.appendLedger('busan', LEDGER.slice(0, 1))
      await store.appendLedger('busan', [])
      await store.appendLedger('busan', LEDGER.slice(1))
      await expect(store.appendLedger('busan', LEDGER.slice(0, 1))).rejects.toThrow('its number is 1 instead of 4')
      const forged = LEDGER.slice(0, 1).map((entry) => ({ ...entry, by: 'Editor' }))
      await expect(store.appendLedger('busan', forged)).rejects.toThrow('its hash does not match')
      expect((await store.loadStory('busan')).ledger).toEqual(LEDGER)
    })

    it('keeps the story file that was written last', async () => {
      await store.createStory(HEADER, typing().state())
      expect(await store.readStoryFile('busan')).toBeUndefined()
      await store.writeStoryFile('busan', SNAPSHOT)
      const newer = { ...SNAPSHOT, summary: { ...SNAPSHOT.summary, words: 3 } }
      await store.writeStoryFile('busan', newer)
      expect(await store.readStoryFile('busan')).toEqual(newer)
    })

    it('keeps versions by number', async () => {
      const { state } = typing('Busan')
      await store.createStory(HEADER, state())
      for (const n of [2, 10, 1]) await store.writeSnapshot('busan', versionOf(n, state()))
      expect(await store.listSnapshots('busan')).toEqual([1, 2, 10].map((n) => versionOf(n, state())))
    })

    it('reads and deletes single versions', async () => {
      const { state } = typing('Busan')
      await store.createStory(HEADER, state())
      const named: StorySnapshot = { ...versionOf(2, state()), kind: 'named', name: 'Before the desk' }
      await store.writeSnapshot('busan', versionOf(1, state()))
      await store.writeSnapshot('busan', named)
      expect(await store.snapshotNumbers('busan')).toEqual([1, 2])
      expect(await store.readSnapshot('busan', 2)).toEqual(named)
      await store.removeSnapshot('busan', 1)
      await store.removeSnapshot('busan', 1)
      expect(await store.snapshotNumbers('busan')).toEqual([2])
      await expect(store.readSnapshot('busan', 1)).rejects.toMatchObject({
        name: 'StorageError',
        code: 'ENOENT',
        what: 'it does not exist',
      })
    })

    it('tells what a version was kept for without reading all of it', async () => {
      const { state } = typing('Busan')
      await store.createStory(HEADER, state())
      const { state: kept, view, ...head } = versionOf(1, state())
      const why = 'Moved, "state":"filed"'
      await store.writeSnapshot('busan', { ...head, why, kind: 'auto', state: kept, view })
      await store.writeSnapshot('busan', { ...head, n: 2, state: kept, view })
      const heads = await Promise.all([1, 2, 3].map((n) => store.readSnapshotHead('busan', n)))
      expect(heads.map((one) => one && { ...one, bytes: one.bytes > 0 })).toEqual([
        { n: 1, at: head.at, why, kind: 'auto', bytes: true },
        { n: 2, at: head.at, why: head.why, bytes: true },
        undefined,
      ])
    })

    it('is not changed when callers change their bytes afterwards', async () => {
      const { state, type } = typing('Busan')
      const first = state()
      await store.createStory(HEADER, first)
      const update = type(' summit')
      const appended = store.appendUpdate('busan', update)
      update.fill(0)
      await appended
      expect(wordsOf((await store.loadStory('busan')).updates)).toBe('Busan summit')
    })

    it('keeps a file by the hash of its content, and reads any part of it', async () => {
      const upload = await store.takeFile()
      const piece = new TextEncoder().encode('The pool ')
      const writing = upload.write(piece)
      piece.fill(0)
      await writing
      await upload.write(new TextEncoder().encode('report'))
      const kept = await upload.keep()
      expect([kept, upload.size]).toEqual([
        { sha256: '5adb8c355dc60df73bd010410d3f0e6e0fd86c3e64cba4fef926bb0a63a719cc', size: 15 },
        15,
      ])
      const file = await store.openFile(kept.sha256)
      const words = async (from: number, length: number): Promise<string | undefined> =>
        file && new TextDecoder().decode(await file.read(from, length))
      expect([file?.size, await words(0, 8), await words(9, 100), await words(15, 1)]).toEqual([
        15,
        'The pool',
        'report',
        '',
      ])
      await file?.close()
    })

    it('says whether it has a file that is claimed', async () => {
      const upload = await store.takeFile()
      await upload.write(new TextEncoder().encode('backup'))
      const { sha256 } = await upload.keep()
      expect([
        await store.claimFile(sha256),
        await store.claimFile('0'.repeat(64)),
        await store.claimFile('../library.json'),
      ]).toEqual([true, false, false])
    })

    it('has no file whose upload was dropped or whose name is no hash', async () => {
      const upload = await store.takeFile()
      await upload.write(new TextEncoder().encode('half of it'))
      await upload.drop()
      await upload.drop()
      await expect(upload.write(new Uint8Array(1))).rejects.toMatchObject({
        code: 'ENDED',
        what: 'the file is no longer being copied',
      })
      await expect(upload.keep()).rejects.toMatchObject({
        name: 'StorageError',
        message: expect.stringContaining('the file is no longer being copied') as string,
      })
      expect([await store.openFile('../library.json'), await store.openFile('0'.repeat(64))]).toEqual([
        undefined,
        undefined,
      ])
    })

    it('deletes a story once the tombstone is written, and not when it cannot be', async () => {
      await store.createStory(HEADER, typing('Busan').state())
      await store.createStory({ ...HEADER, id: 'seoul' }, typing('Seoul').state())
      await expect(store.deleteStory('busan', () => Promise.reject(new Error('no tombstone')))).rejects.toThrow(
        'no tombstone',
      )
      expect([await store.storiesThere(['busan']), wordsOf((await store.loadStory('busan')).updates)]).toEqual([
        ['busan'],
        'Busan',
      ])
      let decided = 0
      expect(await store.deleteStory('busan', async () => void decided++)).toEqual({ removed: true, files: [] })
      expect([decided, await store.listStories(), await store.storiesThere(['busan', 'seoul'])]).toEqual([
        1,
        ['seoul'],
        ['seoul'],
      ])
      await expect(store.appendUpdate('busan', typing('x').state())).rejects.toThrow('there is no story “busan”')
      await expect(store.deleteStory('busan', () => Promise.resolve())).rejects.toThrow('there is no story “busan”')
      expect(await store.finishDeletions(() => true)).toEqual({ removed: [], putBack: [], left: [] })
      expect(await store.filesOnlyOf(['seoul'], NOW)).toEqual([])
    })

    it('finishes pending writes when it is closed, and accepts no more', async () => {
      const { state, type } = typing('Busan')
      await store.createStory(HEADER, state())
      const appended = store.appendUpdate('busan', type(' summit'))
      await store.close()
      await appended
      expect(store.writable).toBe(false)
      await expect(store.loadStory('busan')).rejects.toMatchObject({ code: 'CLOSED', what: 'the library was closed' })
      await expect(store.appendUpdate('busan', state())).rejects.toMatchObject({
        code: 'CLOSED',
        what: 'the library was closed',
      })
    })
  })
}
