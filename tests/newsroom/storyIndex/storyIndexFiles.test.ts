/** The index of stories beside a library on the disk, from process to process. */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../../src/newsroom/replica/debounceStory'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { sweepStories } from '../../../src/newsroom/storyIndex/sweepStories'
import { MemoryIndex } from '../../../src/storage/storyIndex/memoryIndex'
import { readWhole } from '../../../src/storage/storyIndex/wholeNote'
import { openLibrary } from '../../../src/storage/openLibrary'
import type { ActionName, AnswerOf, RequestOf } from '../../../src/story/requests/requests'
import { wholeIndex } from '../../builders/wholeIndex'
import { NOW } from '../newsDesk'

interface Process {
  readonly room: Newsroom
  readonly act: <A extends ActionName>(action: A, request: RequestOf<A>) => Promise<AnswerOf<A>>
  /** Story ids that were read from the disk for the index. */
  readonly read: string[]
  readonly troubles: string[]
  readonly told: (readonly string[])[]
}

describe('the index of a library on the disk', () => {
  let base: string
  let library: string
  let cache: string
  let n = 0
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'stet-keeper-'))
    library = join(base, 'library')
    cache = join(base, 'cache')
  })
  afterEach(() => rmSync(base, { recursive: true, force: true }))

  const start = async ({
    lock = 'take',
    folder = cache,
    ahead = false,
  }: {
    readonly lock?: 'take' | 'none'
    readonly folder?: string
    readonly ahead?: boolean
  } = {}): Promise<Process> => {
    const store = await openLibrary({
      folder: library,
      create: true,
      lock,
      person: 'Reporter',
      now: () => NOW,
      newId: (kind) => kind,
      brief: true,
    })
    const read: string[] = []
    const readEntry = store.readEntry.bind(store)
    store.readEntry = (id) => {
      read.push(id)
      return readEntry(id)
    }
    const room = await Newsroom.open({
      store,
      clock: { now: () => new Date(Date.parse(NOW) + ++n * 1000).toISOString() },
      ids: sequentialIds,
      debouncer: debounceByHand(),
      index: { folder, ...(ahead ? { ahead } : {}) },
    })
    const troubles: string[] = []
    const told: (readonly string[])[] = []
    room.on('storageTrouble', ({ message }) => void troubles.push(message))
    room.on('storiesChanged', ({ rows }) => void told.push(rows.map(({ id }) => id)))
    return { room, read, troubles, told, act: (action, request) => runAction(room, 'Reporter', action, request) }
  }
  const bring = async ({ act }: Process, text: string): Promise<string> =>
    (await act('story.import', { name: 'story.txt', bytes: new TextEncoder().encode(text) })).id
  const headlines = async ({ act }: Process): Promise<readonly string[]> =>
    (await act('story.list', {})).map(({ headline }) => headline)
  /** Both hold the same, compared whole. The second index is made of nothing. */
  const expectLikeRebuilt = async (): Promise<void> => {
    const kept = wholeIndex(cache)
    const again = join(base, `again-${++n}`)
    const reader = await start({ lock: 'none', folder: again })
    await headlines(reader)
    await reader.room.close()
    expect(kept).toEqual(wholeIndex(again))
  }
  const three = async (): Promise<void> => {
    const first = await start()
    for (const text of [
      'Harbour strike\n\nDeck\n\nCrews walked out.',
      'Ferry talks\n\nDeck\n\nThey met.',
      'Budget\n\nDeck\n\nTaxes.',
    ])
      await bring(first, text)
    await headlines(first)
    await first.room.close()
  }

  it('has every story after the first question, and the next process reads none again', async () => {
    await three()
    const next = await start({ lock: 'none' })
    expect([await headlines(next), next.read, next.troubles]).toEqual([
      ['Harbour strike', 'Ferry talks', 'Budget'],
      [],
      [],
    ])
    await next.room.close()
    await expectLikeRebuilt()
  })

  it('lists stories of one moment in the order in which they were brought in, however long the disk takes', async () => {
    const owner = await start()
    const { store } = owner.room
    const has = store.hasStory.bind(store)
    let waits = 0
    store.hasStory = async (id) => {
      for (let turns = waits++ === 0 ? 50 : 0; turns > 0; turns--) await Promise.resolve()
      return has(id)
    }
    const names = ['First', 'Second', 'Third']
    await Promise.all(names.map((name) => bring(owner, `${name}\n\nDeck\n\nWords.`)))
    expect(await headlines(owner)).toEqual(names)
    await owner.room.close()
  })

  it('is as if made anew after stories were changed and made', async () => {
    await three()
    const owner = await start()
    await owner.act('copy.replace', { story: 'story-1', replace: 'Crews', with: 'Pilots' })
    await owner.act('story.setField', { story: 'story-2', field: 'slug', value: 'ferry' })
    await bring(owner, 'Storm\n\nDeck\n\nRain.')
    expect((await owner.act('story.search', { query: 'pilots' })).map(({ id }) => id)).toEqual(['story-1'])
    await owner.act('story.setField', { story: 'story-3', field: 'desk', value: 'World' })
    expect(
      (await owner.act('story.page', { query: 'desk:world', offset: 0, limit: 9 })).rows.map(({ id }) => id),
    ).toEqual(['story-3'])
    await owner.room.close()
    await expectLikeRebuilt()
    const next = await start({ lock: 'none' })
    expect([await headlines(next), next.read]).toEqual([['Harbour strike', 'Ferry talks', 'Budget', 'Storm'], []])
    await next.room.close()
  })

  it('is passed on by a process that asks it nothing and changes one story, which alone is read', async () => {
    await three()
    const owner = await start()
    await owner.act('copy.replace', { story: 'story-1', replace: 'Crews', with: 'Pilots' })
    await owner.room.close()
    expect(owner.read).toEqual(['story-1'])
    await expectLikeRebuilt()
    const next = await start({ lock: 'none' })
    expect([(await next.act('story.search', { query: 'pilots' })).length, next.read]).toEqual([1, []])
    await next.room.close()
  })

  it('is passed on unopened by a process that changes no story', async () => {
    await three()
    const before = readWhole(cache)
    const owner = await start()
    await owner.act('roster.add', { name: 'Editor', role: 'editor' })
    await owner.room.close()
    const after = readWhole(cache)
    expect([after?.library === before?.library, { ...after, library: '' }, owner.read]).toEqual([
      false,
      { ...before, library: '' },
      [],
    ])
    const next = await start({ lock: 'none' })
    expect([(await headlines(next)).length, next.read]).toEqual([3, []])
    await next.room.close()
  })

  it('reads what a process that ended without closing had written', async () => {
    await three()
    const killed = await start()
    await killed.act('copy.replace', { story: 'story-1', replace: 'Crews', with: 'Pilots' })
    await bring(killed, 'Storm\n\nDeck\n\nRain.')
    // Its lock is as good as gone: nothing of it is closed.
    rmSync(join(library, 'lock'), { force: true })
    for (const name of readdirSync(library)) if (name.includes('lock')) rmSync(join(library, name))
    const next = await start()
    expect([
      (await next.act('story.search', { query: 'pilots' })).map(({ id }) => id),
      await headlines(next),
      next.read.toSorted(),
    ]).toEqual([['story-1'], ['Harbour strike', 'Ferry talks', 'Budget', 'Storm'], ['story-1', 'story-4']])
    await next.room.close()
    await expectLikeRebuilt()
    await killed.room.store.close()
  })

  it('sees a story whose file was edited by hand, restored or removed, when its row is shown', async () => {
    await three()
    const file = join(library, 'stories', 'story-2', 'story.json')
    const old = readFileSync(file)
    const owner = await start()
    await owner.act('copy.replace', { story: 'story-2', replace: 'Ferry', with: 'Tram' })
    await owner.room.close()
    // A restored story file is older than its log: the story itself is read.
    writeFileSync(file, old)
    rmSync(join(library, 'stories', 'story-3'), { recursive: true })
    const reader = await start({ lock: 'none' })
    expect([await headlines(reader), reader.read]).toEqual([['Harbour strike', 'Tram talks'], ['story-2']])
    await reader.room.close()
    const again = await start()
    await headlines(again)
    await again.room.close()
    await expectLikeRebuilt()
  })

  it('is made anew for a library that was copied back over it', async () => {
    await three()
    cpSync(library, join(base, 'backup'), { recursive: true })
    const owner = await start()
    await owner.act('copy.replace', { story: 'story-2', replace: 'Ferry', with: 'Tram' })
    await bring(owner, 'Storm\n\nDeck\n\nRain.')
    await headlines(owner)
    await owner.room.close()
    rmSync(library, { recursive: true })
    renameSync(join(base, 'backup'), library)
    const next = await start()
    expect(await headlines(next)).toEqual(['Harbour strike', 'Ferry talks', 'Budget'])
    await next.room.close()
    await expectLikeRebuilt()
  })

  it('does not take times for the content: a file of the same size and time is another one', async () => {
    await three()
    const file = join(library, 'stories', 'story-2', 'story.json')
    const [old, before] = [readFileSync(file, 'utf8'), new Date('2026-01-01T00:00:00Z')]
    utimesSync(file, before, before)
    const first = await start({ lock: 'none' })
    await headlines(first)
    await first.room.close()
    writeFileSync(file, old)
    utimesSync(file, before, before)
    const next = await start({ lock: 'none' })
    await headlines(next)
    expect(next.read).toEqual(['story-2'])
    await next.room.close()
  })

  it('is right in a process that reads beside the owner', async () => {
    await three()
    const owner = await start()
    const reader = await start({ lock: 'none' })
    expect((await headlines(reader)).length).toBe(3)
    await owner.act('copy.replace', { story: 'story-2', replace: 'Ferry', with: 'Tram' })
    await bring(owner, 'Storm\n\nDeck\n\nRain.')
    await owner.room.settleAll()
    expect(await headlines(reader)).toEqual(['Harbour strike', 'Tram talks', 'Budget', 'Storm'])
    await reader.room.close()
    await headlines(owner)
    await owner.room.close()
    await expectLikeRebuilt()
  })

  it('holds no protected name in any byte, also of a source that is protected later', async () => {
    const owner = await start()
    await owner.act('roster.add', { name: 'Editor', role: 'editor' })
    const { id: source } = await owner.act('source.add', { name: 'Zebedee Okonkwo', kind: 'person' })
    await bring(owner, 'Okonkwo speaks\n\nDeck\n\nThe words of Zebedee Okonkwo were clear.')
    await owner.act('comment.add', { story: 'story-1', text: 'Call Zebedee Okonkwo again' } as never)
    await headlines(owner)
    const bytes = (): string =>
      readdirSync(cache)
        .map((name) => readFileSync(join(cache, name), 'latin1'))
        .join('')
        .toLowerCase()
    expect(bytes()).toContain('okonkwo')
    await runAction(owner.room, 'Editor', 'source.edit', { source, protected: true } as never)
    expect(bytes()).not.toContain('okonkwo')
    expect(await owner.act('story.search', { query: 'okonkwo' })).toEqual([])
    expect(await headlines(owner)).toEqual(['Okonkwo speaks'])
    expect(await owner.act('story.search', { query: 'words clear' })).toMatchObject([
      { id: 'story-1', headline: 'Okonkwo speaks', snippet: 'The words of Source A were clear.' },
    ])
    await owner.act('copy.replace', { story: 'story-1', replace: 'clear', with: 'Okonkwo’s' })
    await headlines(owner)
    await owner.room.close()
    expect(bytes()).not.toContain('okonkwo')
    expect(bytes()).not.toContain('zebedee')
    await expectLikeRebuilt()
  })

  it('is begun anew while it is used, when its file is damaged, and nobody sees an error', async () => {
    await three()
    const owner = await start()
    expect((await headlines(owner)).length).toBe(3)
    const [name = ''] = readdirSync(cache).filter((one) => one.endsWith('.db'))
    for (const one of readdirSync(cache)) if (one.startsWith(`${name}-`)) rmSync(join(cache, one))
    writeFileSync(join(cache, name), Buffer.alloc(200_000, 0xff))
    await owner.act('copy.replace', { story: 'story-2', replace: 'Ferry', with: 'Tram' })
    expect([await headlines(owner), owner.troubles]).toEqual([['Harbour strike', 'Tram talks', 'Budget'], []])
    await owner.room.close()
    const next = await start()
    await headlines(next)
    await next.room.close()
    await expectLikeRebuilt()
  })

  it('is in another file when the log of its file was cut, which SQLite cannot read', async () => {
    await three()
    const owner = await start()
    await owner.act('copy.replace', { story: 'story-2', replace: 'Ferry', with: 'Tram' })
    await headlines(owner)
    const [file = ''] = readdirSync(cache).filter((one) => one.endsWith('.db'))
    truncateSync(join(cache, `${file}-wal`), 0)
    const reader = await start({ lock: 'none' })
    expect([await headlines(reader), reader.troubles]).toEqual([['Harbour strike', 'Tram talks', 'Budget'], []])
    expect(await reader.act('library.index', {})).toMatchObject({ kept: 'file', stories: 3, whole: true })
    expect(readdirSync(cache).filter((one) => one.endsWith('.db')).length).toBe(2)
    await reader.room.close()
    await owner.room.close()
  })

  it('is deleted between two processes without a loss', async () => {
    await three()
    rmSync(cache, { recursive: true })
    const next = await start()
    expect([(await headlines(next)).length, next.read.length]).toEqual([3, 3])
    await next.room.close()
    await expectLikeRebuilt()
  })

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
  })

  it('answers a page when the first thousand files are compared, from the rows of before', async () => {
    const ids = Array.from({ length: 1001 }, (_, n) => `story-${n}`)
    const told: string[] = []
    const sweep = (isFirst: boolean) =>
      sweepStories(
        { listStories: async () => ids, isStill: () => true, readEntry: async () => undefined },
        ids,
        Object.assign(new MemoryIndex(), { stamps: () => new Map(ids.map((id) => [id, 'stamp'])) }),
        {
          isFirst,
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

  it('answers nothing while the stories cannot be listed, and says why', async () => {
    await three()
    rmSync(cache, { recursive: true })
    const app = await start({ ahead: true })
    const stories = join(library, 'stories')
    const other = await start({ lock: 'none', folder: join(base, 'other'), ahead: true })
    await app.room.close()
    renameSync(stories, join(base, 'away'))
    const page = other.act('story.page', { offset: 0, limit: 9 })
    await expect(page).rejects.toThrow(stories)
    expect(await other.act('library.index', {})).toMatchObject({ kept: 'file', whole: false })
    renameSync(join(base, 'away'), stories)
    expect((await other.act('story.page', { offset: 0, limit: 9 })).total).toBe(3)
    await other.room.close()
  })

  it.each([
    ['asked before', true],
    ['not asked', false],
  ])(
    'has no deleted story, also when its folder is put back by hand, and has it again when it is taken back (%s)',
    async (_how, asks) => {
      await three()
      const folder = join(library, 'stories', 'story-2')
      cpSync(folder, join(base, 'folder'), { recursive: true })
      const owner = await start()
      await owner.act('roster.add', { name: 'Editor', role: 'editor' })
      if (asks) await headlines(owner)
      const act = (action: 'story.delete' | 'story.takeBack') =>
        runAction(owner.room, 'Editor', action, { story: 'story-2' })
      await runAction(owner.room, 'Editor', 'story.move', { story: 'story-2', to: 'spiked' })
      await act('story.delete')
      if (asks) expect(await headlines(owner)).toEqual(['Harbour strike', 'Budget'])
      await owner.room.close()
      await expectLikeRebuilt()
      cpSync(join(base, 'folder'), folder, { recursive: true })
      const next = await start()
      expect(await headlines(next)).toEqual(['Harbour strike', 'Budget'])
      await runAction(next.room, 'Editor', 'story.takeBack', { story: 'story-2' })
      expect(await headlines(next)).toEqual(['Harbour strike', 'Ferry talks', 'Budget'])
      await next.room.close()
      await expectLikeRebuilt()
    },
  )

  it('says which story cannot be read, and has it again when it can', async () => {
    await three()
    const state = join(library, 'stories', 'story-2')
    const whole = join(base, 'whole')
    cpSync(state, whole, { recursive: true })
    for (const name of readdirSync(state)) if (!name.includes('versions')) writeFileSync(join(state, name), 'x')
    const owner = await start()
    const rows = await owner.act('story.list', {})
    expect(rows.map(({ id, unavailable }) => [id, unavailable === undefined])).toEqual([
      ['story-1', true],
      ['story-3', true],
      ['story-2', false],
    ])
    rmSync(state, { recursive: true })
    cpSync(whole, state, { recursive: true })
    expect((await owner.act('story.list', {})).map(({ id, unavailable }) => [id, unavailable])).toEqual([
      ['story-1', undefined],
      ['story-2', undefined],
      ['story-3', undefined],
    ])
    await owner.room.close()
    await expectLikeRebuilt()
  })
})
