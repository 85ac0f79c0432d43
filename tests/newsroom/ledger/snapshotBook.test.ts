import { expect, test } from 'vitest'
import { SnapshotBook } from '../../../src/newsroom/ledger/snapshotBook'
import type { StorySnapshot } from '../../../src/storage/disk/storyStore'
import { isCollected } from '../../builders/collected'

const snapshot = (why: string): Omit<StorySnapshot, 'n'> => ({
  at: '2026-10-30T09:00:00.000Z',
  by: 'Reporter',
  why,
  kind: 'move',
  state: new Uint8Array(3),
  view: { blocks: [], facts: [] } as unknown as StorySnapshot['view'],
})

/** A shelf that has the numbers and why each was kept. A head says "auto" of all; "damaged" cannot be read. */
function shelf() {
  const kept = new Map<number, string>()
  let reads = 0
  const book = new SnapshotBook({
    snapshotNumbers: () => Promise.resolve([...kept.keys()]),
    writeSnapshot: (_story, { n, why }) => Promise.resolve(void kept.set(n, why)),
    readSnapshot: (_story, n) => {
      reads += 1
      const why = kept.get(n) ?? ''
      if (why === 'damaged') return Promise.reject(new Error('it is damaged'))
      return Promise.resolve({ n, ...snapshot(why), ...(why === 'auto' ? { kind: 'auto' as const } : {}) })
    },
    readSnapshotHead: (_story, n) => {
      const why = kept.get(n) ?? ''
      return Promise.resolve(why === 'headless' ? undefined : { n, at: '', why, kind: 'auto', bytes: 10 })
    },
    removeSnapshot: (_story, n) => Promise.resolve(void kept.delete(n)),
  })
  return { book, kept, reads: () => reads }
}

test('a snapshot that was written stays in memory for nobody', async () => {
  const { book } = shelf()
  const keep = async (): Promise<WeakRef<object>> => new WeakRef(await book.keep('s1', snapshot('File')))
  expect(await isCollected(await keep())).toBe(true)
})

test('work on one story goes on in the order of the calls, after a failed one too', async () => {
  const { book, kept } = shelf()
  const failing = book.reserve('s1', () => Promise.reject(new Error('full')))
  const [first, second] = [book.keep('s1', snapshot('one')), book.keep('s1', snapshot('two'))]
  await expect(failing).rejects.toThrow('full')
  expect([(await first).n, (await second).n, [...kept]]).toEqual([
    1,
    2,
    [
      [1, 'one'],
      [2, 'two'],
    ],
  ])
  expect((await book.keep('s1', snapshot('three'))).n).toBe(3)
})

test('the lines of a story that was let go are read again', async () => {
  const { book, reads } = shelf()
  await book.keep('s1', snapshot('one'))
  await book.list('s1')
  await book.list('s1')
  expect(reads()).toBe(1)
  book.forget('s1')
  expect((await book.list('s1')).map(({ n, why }) => [n, why])).toEqual([[1, 'one']])
  expect(reads()).toBe(2)
})

test('of a history that is thinned only what goes is read whole', async () => {
  const { book, kept, reads } = shelf()
  for (const why of ['auto', 'File', 'damaged', 'auto', 'auto']) await book.keep('s1', snapshot(why))
  const shown: number[] = []
  await book.thin('s1', (heads) => {
    shown.push(...heads.map(({ n }) => n))
    return [1, 2, 3]
  })
  // What was kept for another reason than its head says, or is damaged, stays.
  expect([shown, [...kept.keys()], reads()]).toEqual([[1, 2, 3, 4, 5], [2, 3, 4, 5], 3])
})

test('a snapshot whose head cannot be told is read whole before a history is thinned', async () => {
  const { book, reads } = shelf()
  for (const why of ['headless', 'auto']) await book.keep('s1', snapshot(why))
  const kinds: string[] = []
  await book.thin('s1', (heads) => {
    kinds.push(...heads.map(({ kind }) => kind))
    return []
  })
  expect([kinds, reads()]).toEqual([['move', 'auto'], 1])
})
