/** What people do to a library while no process has it: the index is as if made anew. */
import { cpSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { restoreBackup } from '../../../src/storage/backup/restoreBackup'
import type { ActionName, AnswerOf, RequestOf } from '../../../src/story/requests/requests'
import { bring, headlines, KeptLibrary } from './keptLibrary'

describe('the index of a library that was changed by hand', () => {
  let { base, library, start, three, expectLikeRebuilt, remove } = {} as KeptLibrary
  beforeEach(() => {
    ;({ base, library, start, three, expectLikeRebuilt, remove } = new KeptLibrary())
  })
  afterEach(() => remove())

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

  it.each([
    ['a command', false],
    ['the app', true],
  ])(
    'has what a restored backup has, whatever was changed, deleted, archived and made since (%s)',
    async (_who, ahead) => {
      await three()
      const stick = join(base, 'stick')
      const owner = await start({ ahead })
      const act: Act = (action, request) => runAction(owner.room, 'Editor', action, request)
      await owner.act('roster.add', { name: 'Editor', role: 'editor' })
      await act('library.backUp', { to: stick, make: true })
      await act('copy.replace', { story: 'story-1', replace: 'Crews', with: 'Pilots' })
      for (const story of ['story-2', 'story-3']) await act('story.move', { story, to: 'spiked' })
      await act('story.delete', { story: 'story-2' })
      const before = '2027-01-01T00:00:00.000Z'
      await act('story.archive', { stories: ['story-3'], before, to: join(base, 'archive') })
      await bring(owner, 'Storm\n\nDeck\n\nRain.')
      expect(await headlines(owner)).toEqual(['Harbour strike', 'Storm'])
      await owner.room.close()
      await expectLikeRebuilt()
      await restoreBackup({ folder: stick, to: join(base, 'restored'), withDeleted: true })
      rmSync(library, { recursive: true })
      renameSync(join(base, 'restored'), library)
      const next = await start({ ahead })
      expect(await headlines(next)).toEqual(['Harbour strike', 'Ferry talks', 'Budget'])
      expect([await next.act('story.search', { query: 'pilots' }), next.troubles]).toEqual([[], []])
      await next.room.close()
      await expectLikeRebuilt()
    },
  )

  it.each([
    ['a command', { ahead: false }],
    ['the app', { ahead: true }],
    ['a reader', { lock: 'none' }],
  ] as const)('has what stands there after stories were edited, removed and added by hand (%s)', async (_who, how) => {
    await three()
    const owner = await start()
    await bring(owner, 'Storm\n\nDeck\n\nRain.')
    await owner.room.close()
    const stories = join(library, 'stories')
    renameSync(join(stories, 'story-4'), join(base, 'story-4'))
    const without = await start()
    expect(await headlines(without)).toEqual(['Harbour strike', 'Ferry talks', 'Budget'])
    await without.room.close()
    await expectLikeRebuilt()
    rmSync(join(stories, 'story-1'), { recursive: true })
    const file = join(stories, 'story-2', 'story.json')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Ferry talks', 'Tram talks!'))
    renameSync(join(base, 'story-4'), join(stories, 'story-4'))
    const next = await start(how)
    expect(await headlines(next)).toEqual(['Ferry talks', 'Budget', 'Storm'])
    expect((await next.act('story.search', { query: 'rain' })).map(({ id }) => id)).toEqual(['story-4'])
    expect(await next.act('story.search', { query: 'harbour OR tram' })).toEqual([])
    await next.room.close()
    await expectLikeRebuilt()
  })
})

type Act = <A extends ActionName>(action: A, request: RequestOf<A>) => Promise<AnswerOf<A>>
