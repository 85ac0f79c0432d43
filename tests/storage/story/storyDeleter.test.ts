/** In which order a story's folder goes, and what is said when a disk stops it. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FileStore } from '../../../src/storage/fileStore'
import { HEADER, typing } from '../../builders/stories/storedStory'
import { faultyFiles, type Faults } from '../faultyFiles'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

const pass: Faults['strike'] = () => undefined
let library: Throwaway
let store: FileStore
const { files, faults } = faultyFiles()
const stories = (): string => join(library.folder, 'stories')
const names = (): Promise<readonly string[]> => readdir(stories())
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => error.message.replaceAll(library.folder, 'LIBRARY'),
  )

beforeEach(async () => {
  library = await throwawayLibrary()
  faults.strike = pass
  store = await library.open({ files })
  await store.createStory(HEADER, typing('Busan').state())
})
afterEach(async () => {
  faults.strike = pass
  await store.close()
  await library.remove()
})

it('The other name is on the disk before the tombstone, and the folder goes after it', async () => {
  const calls: string[] = []
  faults.strike = (operation, path) => {
    if (['rename', 'syncFolder', 'removeFolder'].includes(operation))
      calls.push(`${operation} ${path.split('/').at(-1)}`)
    return undefined
  }
  await store.deleteStory('busan', async () => void calls.push('tombstone'))
  expect(calls).toEqual([
    'rename busan.deleting',
    'syncFolder stories',
    'tombstone',
    'removeFolder busan.deleting',
    'syncFolder stories',
  ])
})

it('A folder that cannot be removed is said to be there, and goes at the next opening', async () => {
  faults.strike = (operation) => (operation === 'removeFolder' ? 'EBUSY' : undefined)
  expect(await store.deleteStory('busan', () => Promise.resolve())).toEqual({ removed: false, files: [] })
  expect(await names()).toEqual(['busan.deleting'])
  expect(await store.listStories()).toEqual([])
  expect(await store.finishDeletions(() => true)).toEqual({ removed: [], putBack: [], left: ['busan'] })
  faults.strike = pass
  expect(await store.finishDeletions(() => true)).toEqual({ removed: ['busan'], putBack: [], left: [] })
  expect(await names()).toEqual([])
})

it('A story that cannot be put back is said to be whole, and is put back at the next opening', async () => {
  const deleting = store.deleteStory('busan', () => {
    faults.strike = (operation) => (operation === 'rename' ? 'EIO' : undefined)
    return Promise.reject(new Error('no tombstone'))
  })
  expect(await refusal(deleting)).toBe(
    'LIBRARY/stories/busan.deleting: the disk reports an error. The story busan is complete, ' +
      'but it is not shown now. ' +
      'Close Stet and open it again. It then puts the story back.',
  )
  faults.strike = pass
  expect(await store.finishDeletions(() => false)).toEqual({ removed: [], putBack: ['busan'], left: [] })
  expect(await names()).toEqual(['busan'])
})

it('A folder that cannot be renamed is untouched', async () => {
  faults.strike = (operation) => (operation === 'rename' ? 'EACCES' : undefined)
  expect(await refusal(store.deleteStory('busan', () => Promise.resolve()))).toBe(
    'LIBRARY/stories/busan: Stet is not allowed to use it. Nothing was changed. ' +
      'Give your account access to the library folder.',
  )
  expect(await names()).toEqual(['busan'])
})

it('Nothing is written to a story while its tombstone is written, nor afterwards', async () => {
  const writer = typing('x')
  let waiting: Promise<string> | undefined
  await store.appendUpdate('busan', writer.type('y'))
  await store.deleteStory('busan', async () => {
    waiting = refusal(store.appendUpdate('busan', writer.type('z')))
    await Promise.resolve()
  })
  expect(await waiting).toMatch(/^LIBRARY\/stories\/busan/)
  expect(await names()).toEqual([])
})
