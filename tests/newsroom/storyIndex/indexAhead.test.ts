/** The index in the app, which answers before every story was compared with the disk. */
import { renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sweepStories } from '../../../src/newsroom/storyIndex/sweepStories'
import { MemoryIndex } from '../../../src/storage/storyIndex/memoryIndex'
import { bring, KeptLibrary } from './keptLibrary'

describe('the index that answers before all is read', () => {
  let { base, library, cache, start, three, expectLikeRebuilt, remove } = {} as KeptLibrary
  beforeEach(() => {
    ;({ base, library, cache, start, three, expectLikeRebuilt, remove } = new KeptLibrary())
  })
  afterEach(() => remove())

  it('tells rows that changed while nobody kept it, and the app answers before all is read', async () => {
    await three()
    const other = await start({ folder: join(base, 'other') })
    await other.act('copy.replace', { story: 'story-2', replace: 'Ferry', with: 'Tram' })
    await other.room.close()
    const app = await start({ ahead: true })
    await app.act('story.page', { offset: 0, limit: 9 })
    await expect.poll(() => app.told.flat()).toContain('story-2')
    expect(
      (await app.act('story.page', { offset: 0, limit: 9 })).rows.map(({ headline }) => headline).toSorted(),
    ).toEqual(['Budget', 'Harbour strike', 'Tram talks'])
    await app.room.close()
    await expectLikeRebuilt()
  })

  it('answers the first page of an index that was left whole before the stories are listed, and then reads the one that was touched', async () => {
    await three()
    const touched = new Date('2026-01-01T00:00:00Z')
    utimesSync(join(library, 'stories', 'story-2', 'story.json'), touched, touched)
    let list = (): void => undefined
    const listsAfter = new Promise<void>((done) => (list = done))
    const app = await start({ ahead: true, listsAfter })
    const first = await app.act('story.page', { offset: 0, limit: 9 })
    expect([first.rows.map(({ headline }) => headline), first.indexing, app.read]).toEqual([
      ['Budget', 'Ferry talks', 'Harbour strike'],
      undefined,
      [],
    ])
    list()
    await expect.poll(() => app.told.flat()).toEqual(['story-2'])
    await app.room.close()
    await expectLikeRebuilt()
  })

  it('does not take an index that was only begun for the whole library: the first page has its stories', async () => {
    await three()
    rmSync(cache, { recursive: true })
    const command = await start()
    await command.act('source.add', { name: 'Harbour log', kind: 'document' })
    await command.room.close()
    const app = await start({ ahead: true })
    expect((await app.act('story.page', { offset: 0, limit: 9 })).rows.map(({ id }) => id)).toEqual([
      'story-3',
      'story-2',
      'story-1',
    ])
    await app.room.close()
  })

  it('answers a page of many stories when it has the first of them, and every other question when it has all', async () => {
    const owner = await start()
    for (let n = 1; n <= 70; n++) await bring(owner, `Story ${n}\n\nDeck\n\nWords.`)
    await owner.room.close()
    const app = await start({ ahead: true })
    const [page, search, list] = await Promise.all([
      app.act('story.page', { offset: 0, limit: 1 }),
      app.act('story.search', { query: 'words', limit: 100 }),
      app.act('story.list', {}),
    ])
    expect([page.total, page.indexing, search.length, list.length]).toEqual([64, { done: 64, of: 70 }, 70, 70])
    const later = await app.act('story.page', { offset: 0, limit: 1 })
    expect([later.total, later.indexing]).toEqual([70, undefined])
    await app.room.close()
    // A command has no second answer.
    const command = await start({ folder: join(base, 'other') })
    expect((await command.act('story.page', { offset: 0, limit: 1 })).total).toBe(70)
    await command.room.close()
  })

  it('answers a page when the first thousand files are compared, from the rows of before', async () => {
    const ids = Array.from({ length: 1001 }, (_, n) => `story-${n}`)
    const told: string[] = []
    const sweep = (isFirst: boolean) =>
      sweepStories(
        { hasStamp: () => true, readEntry: async () => undefined },
        Object.assign(new MemoryIndex(), { stamps: () => new Map(ids.map((id) => [id, 'stamp'])) }),
        {
          isFirst,
          list: async () => ids,
          make: () => {
            throw new Error('Nothing is read.')
          },
          isTouched: () => false,
          changing: () => undefined,
          isCurrent: () => true,
          tell: (name) => void told.push(name),
        },
      )
    expect([await sweep(false), await sweep(true), told]).toEqual([[], [], ['looked']])
  })

  it('takes out what is not in the library, and no story that another process made or put again meanwhile', async () => {
    const removed: string[] = []
    const lists = [
      ['a', 'c', 'made'],
      ['a', 'c'],
    ]
    const open = await sweepStories(
      { hasStamp: () => true, readEntry: async () => undefined },
      Object.assign(new MemoryIndex(), {
        stamps: () => ['a', 'b', 'made', 'put', 'a'].map((id) => [id, 'stamp'] as const),
        remove: (ids: readonly string[]) => void removed.push(...ids),
      }),
      {
        isFirst: false,
        list: async () => lists.pop() ?? [],
        make: () => {
          throw new Error('Nothing is read.')
        },
        isTouched: (id) => id === 'put',
        changing: () => undefined,
        isCurrent: () => true,
        tell: () => undefined,
      },
    )
    expect([open, removed]).toEqual([['c'], ['b']])
  })

  it('answers nothing while the stories cannot be listed, and says why', async () => {
    await three()
    rmSync(cache, { recursive: true })
    const app = await start({ ahead: true })
    const stories = join(library, 'stories')
    let list = (): void => undefined
    const listsAfter = new Promise<void>((done) => (list = done))
    const other = await start({ lock: 'none', folder: join(base, 'other'), ahead: true, listsAfter })
    await app.room.close()
    renameSync(stories, join(base, 'away'))
    list()
    const page = other.act('story.page', { offset: 0, limit: 9 })
    await expect(page).rejects.toThrow(stories)
    expect(await other.act('library.index', {})).toMatchObject({ kept: 'file', whole: false })
    renameSync(join(base, 'away'), stories)
    expect((await other.act('story.page', { offset: 0, limit: 9 })).total).toBe(3)
    await other.room.close()
  })
})
