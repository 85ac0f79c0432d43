/** The index of stories beside a library on the disk, from process to process. */
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { readWhole } from '../../../src/storage/storyIndex/file/wholeNote'
import { bring, headlines, KeptLibrary } from './keptLibrary'

describe('the index of a library on the disk', () => {
  let { base, library, cache, start, three, expectLikeRebuilt, remove } = {} as KeptLibrary
  beforeEach(() => {
    ;({ base, library, cache, start, three, expectLikeRebuilt, remove } = new KeptLibrary())
  })
  afterEach(() => remove())

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

  it('is not left as whole by a process that opened it and never compared it', async () => {
    await three()
    const other = await start({ folder: join(base, 'other') })
    await other.act('copy.replace', { story: 'story-2', replace: 'They met', with: 'Trams stood' })
    await other.room.close()
    const command = await start()
    await command.act('source.add', { name: 'Harbour log', kind: 'document' })
    await command.room.close()
    const next = await start({ lock: 'none' })
    expect((await next.act('story.search', { query: 'trams' })).map(({ id }) => id)).toEqual(['story-2'])
    await next.room.close()
    await expectLikeRebuilt()
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
