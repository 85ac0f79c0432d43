import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BeginIndex, StoriesOnDisk, TellIndex } from '../../../src/newsroom/storyIndex/worker/indexCalls'
import { IndexRoom } from '../../../src/newsroom/storyIndex/indexRoom'
import type { StoryForIndex } from '../../../src/newsroom/storyIndex/storyForIndex'
import type { StoryEntry } from '../../../src/storage/disk/storyStore'
import { readWhole } from '../../../src/storage/storyIndex/file/wholeNote'
import type { DeskTasks } from '../../../src/story/requests/storyAnswers'
import { defined } from '../../../src/story/text/defined'
import type { Source } from '../../../src/story/desk/source'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { rowFor } from '../../builders/library/indexedStory'

describe('the room of an index', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stet-room-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const begun = async (
    stories: StoriesOnDisk,
    { tell = () => undefined, ...how }: Partial<BeginIndex> & { readonly tell?: TellIndex } = {},
  ): Promise<IndexRoom> => {
    const room = new IndexRoom(stories, tell)
    await room.call('begin', {
      folder,
      library: 'library',
      sources: [],
      roster: [],
      deleted: [],
      owns: true,
      found: '',
      ...how,
    })
    return room
  }
  const found = async (room: IndexRoom): Promise<readonly string[]> =>
    (await room.call('rows', { order: 'oldest', grouped: false, offset: 0, limit: 9, now: 0 })).rows.map(
      ({ row }) => row.headline,
    )

  it('begins one other file after an error of reading, and is in memory when that does no better', async () => {
    const told: (readonly [string, unknown])[] = []
    const room = await begun(new Disk(), { tell: (name, event) => void told.push([name, event]) })
    const unreadable = {
      get summary(): never {
        throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' })
      },
    } as unknown as StoryForIndex
    await expect(room.call('put', [unreadable])).rejects.toThrow('disk I/O error')
    const message =
      'The list of stories is now kept only in memory: disk I/O error. Nothing is lost. Free some disk space, and restart Stet.'
    expect(told).toEqual([
      ['restarted', {}],
      ['problem', { message }],
      ['restarted', {}],
    ])
    expect(await room.call('state', undefined)).toEqual({ kept: 'memory', stories: 0, problem: message })
    expect(readdirSync(folder).filter((name) => name.endsWith('.db')).length).toBe(1)
  })

  it.each(['sweep', 'reread'] as const)(
    'puts nothing over what another process has put since it read (%s)',
    async (by) => {
      const disk = new Disk()
      disk.write('a', 'Old')
      const owner = await begun(disk)
      const [reading, read] = [signal(), signal()]
      const reader = await begun(
        {
          listStories: () => disk.listStories(),
          hasStamp: (id, stamp) => disk.hasStamp(id, stamp),
          async readEntry(id) {
            const entry = await disk.readEntry(id)
            reading.give()
            await read.given
            return entry
          },
        },
        { owns: false },
      )
      const looking = by === 'sweep' ? reader.call('sweep', undefined) : reader.call('reread', ['a'])
      await reading.given
      await owner.call('put', [disk.write('a', 'New')])
      read.give()
      expect([await looking, await found(reader), await found(owner)]).toEqual([[], ['New'], ['New']])
    },
  )

  it.each(['sweep', 'reread'] as const)('puts nothing over what it was given while it read (%s)', async (by) => {
    const disk = new Disk()
    disk.write('a', 'Old')
    const [reading, read] = [signal(), signal()]
    const room = await begun({
      listStories: () => disk.listStories(),
      // The files of a story that is open are behind it: their stamp is still the one that was read.
      hasStamp: (id, stamp) => disk.hasStamp(id, stamp),
      async readEntry(id) {
        reading.give()
        await read.given
        return disk.readEntry(id)
      },
    })
    const looking = by === 'sweep' ? room.call('sweep', undefined) : room.call('reread', ['a'])
    await reading.given
    await room.call('put', [{ ...made('a', 'New', ''), stamp: '' }])
    read.give()
    expect([await looking, await found(room)]).toEqual([[], ['New']])
  })

  it('is kept when the files of a story cannot be looked at: they may be other ones', async () => {
    const disk = new Disk()
    const told: string[] = []
    const room = await begun(disk, { tell: (name) => void told.push(name) })
    await room.call('put', [disk.write('a', 'Alpha')])
    expect(await room.call('areCurrent', ['a'])).toBe(true)
    disk.hasStamp = () => {
      throw new Error('The drive is gone.')
    }
    expect([await room.call('areCurrent', ['a']), await found(room), told]).toEqual([false, ['Alpha'], []])
  })

  it('asks to open a story file that does not say what waits, at each start until it was opened', async () => {
    const disk = new Disk()
    disk.write('a', 'Alpha', 2)
    disk.write('b', 'Beta')
    const starts: unknown[] = []
    for (const _start of [1, 2]) {
      // Nothing is opened: Stet quits before that.
      const room = await begun(disk)
      starts.push([await room.call('sweep', undefined), await room.call('reread', ['a', 'b']), await found(room)])
      await room.call('close', { library: 'as left' })
    }
    expect(starts).toEqual([
      [['a'], ['a'], ['Alpha', 'Beta']],
      [['a'], ['a'], ['Alpha', 'Beta']],
    ])
    const room = await begun(disk)
    await room.call('put', [disk.write('a', 'Alpha', 2, {})])
    expect([await room.call('sweep', undefined), await room.call('areCurrent', ['a', 'b'])]).toEqual([[], true])
  })

  it('is whole only as it was left: the same library, file and names, after it had every story', async () => {
    const disk = new Disk()
    disk.write('a', 'Alpha')
    const isWhole = async (how: Partial<BeginIndex> = {}): Promise<boolean> => {
      const room = new IndexRoom(disk, () => undefined)
      const given = {
        folder,
        library: 'library',
        sources: [],
        roster: [],
        deleted: [],
        owns: true,
        found: 'as left',
        ...how,
      }
      return (await room.call('begin', given)).isWhole
    }
    const left = async (work: (room: IndexRoom) => Promise<unknown>): Promise<void> => {
      const room = await begun(disk)
      await work(room)
      await room.call('close', { library: 'as left' })
    }
    await left(async () => undefined)
    expect([await isWhole(), readWhole(folder)?.library]).toEqual([false, 'as left'])
    await left((room) => room.call('sweep', undefined))
    const harbour: Source = {
      id: 'source-1',
      name: 'Harbour log',
      kind: 'document',
      groundRules: 'onTheRecord',
      groundRulesVersion: 1,
      protected: false,
      aliases: [],
      pseudonym: '',
    }
    expect([
      await isWhole(),
      await isWhole({ found: 'written to' }),
      await isWhole({ found: '' }),
      await isWhole({ sources: [harbour] }),
    ]).toEqual([true, false, false, false])
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.db'))
    writeFileSync(join(folder, 'whole.json'), JSON.stringify({ ...readWhole(folder), file: `not ${file}` }))
    expect(await isWhole()).toBe(false)
  })

  it.each([
    ['a put', (room: IndexRoom) => room.call('put', [made('a', 'Alpha', '')])],
    ['a new stamp', (room: IndexRoom) => room.call('restamp', { id: 'a', stamp: 'other' })],
    ['a story that cannot be read', (room: IndexRoom) => room.call('putUnreadable', { id: 'a', why: 'Damaged.' })],
    ['a deletion', (room: IndexRoom) => room.call('leave', ['a'])],
    ['throwing it away', (room: IndexRoom) => room.call('throwAway', undefined)],
  ])('is not whole any more from the first change on: %s', async (_what, change) => {
    const first = await begun(new Disk())
    await first.call('sweep', undefined)
    await first.call('close', { library: 'as left' })
    const room = await begun(new Disk())
    expect(readWhole(folder)?.library).toBe('as left')
    await change(room)
    expect(readWhole(folder)).toBeUndefined()
  })

  it('has nothing of a story that was deleted while it was read', async () => {
    const disk = new Disk()
    disk.write('a', 'Alpha')
    const [reading, read] = [signal(), signal()]
    const room = await begun({
      listStories: () => disk.listStories(),
      hasStamp: (id, stamp) => disk.hasStamp(id, stamp),
      async readEntry(id) {
        reading.give()
        await read.given
        return disk.readEntry(id)
      },
    })
    const looking = room.call('sweep', undefined)
    await reading.given
    await room.call('leave', ['a'])
    read.give()
    expect([await looking, await found(room)]).toEqual([[], []])
  })
})

/** Story files as they are now, each with a stamp of its own. */
class Disk implements StoriesOnDisk {
  readonly #files = new Map<string, StoryEntry>()
  #writes = 0

  /** `tasks`: absent in an older file. */
  write(id: string, headline: string, version = 1, tasks?: DeskTasks): StoryForIndex {
    const { summary: row, view, created, stamp } = made(id, headline, `write ${++this.#writes}`)
    const [summary, of] = [{ ...row, version }, defined({ tasks })]
    this.#files.set(id, { file: { summary, view: view as StoryEntry['file']['view'], ...of }, created, stamp })
    return { summary, view, created, stamp, ...of }
  }
  listStories(): Promise<string[]> {
    return Promise.resolve([...this.#files.keys()])
  }
  hasStamp(id: string, stamp: string): boolean {
    return this.#files.get(id)?.stamp === stamp
  }
  readEntry(id: string): Promise<StoryEntry | undefined> {
    return Promise.resolve(this.#files.get(id))
  }
}

const made = (id: string, headline: string, stamp: string): StoryForIndex => ({
  summary: rowFor(id, { headline }),
  created: '2026-10-01T00:00:00.000Z',
  stamp,
  view: {
    id,
    stage: 'draft',
    version: 1,
    fields: EMPTY_FIELDS,
    blocks: [{ role: 'headline', text: headline }],
    comments: [],
    facts: [],
  },
})

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give: () => give() }
}
