/** Two processes with one library, and one index file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { bring, headlines, KeptLibrary, type Process } from './keptLibrary'

describe('the index of a library that two processes have open', () => {
  let { cache, start, three, expectLikeRebuilt, remove } = {} as KeptLibrary
  beforeEach(() => {
    ;({ cache, start, three, expectLikeRebuilt, remove } = new KeptLibrary())
  })
  afterEach(() => remove())

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

  it.each([
    ['a command', false],
    ['the app', true],
  ])('is right in both, whoever puts what: the owner is %s', async (_who, ahead) => {
    await three()
    const owner = await start({ ahead })
    await owner.act('roster.add', { name: 'Editor', role: 'editor' })
    const reader = await start({ lock: 'none' })
    const both = async (): Promise<readonly unknown[]> => [await headlines(reader), await headlines(owner)]
    expect(await both()).toEqual(twice(['Harbour strike', 'Ferry talks', 'Budget']))
    await owner.act('copy.replace', { story: 'story-2', replace: 'Ferry', with: 'Tram' })
    await bring(owner, 'Storm\n\nDeck\n\nRain.')
    await owner.room.settleAll()
    expect(await both()).toEqual(twice(['Harbour strike', 'Tram talks', 'Budget', 'Storm']))
    await runAction(owner.room, 'Editor', 'story.move', { story: 'story-1', to: 'spiked' })
    await runAction(owner.room, 'Editor', 'story.delete', { story: 'story-1' })
    await owner.act('copy.replace', { story: 'story-4', replace: 'Rain', with: 'Hail' })
    await owner.room.settleAll()
    expect(await both()).toEqual(twice(['Tram talks', 'Budget', 'Storm']))
    const found = async ({ act }: Process): Promise<readonly string[]> =>
      (await act('story.search', { query: 'hail' })).map(({ id }) => id)
    expect([await found(reader), await found(owner)]).toEqual(twice(['story-4']))
    expect([owner.troubles, reader.troubles]).toEqual([[], []])
    await reader.room.close()
    await owner.room.close()
    await expectLikeRebuilt()
  })

  it('is not taken for whole after a reader beside an owner, who goes on writing', async () => {
    await three()
    const owner = await start()
    const reader = await start({ lock: 'none' })
    expect((await headlines(reader)).length).toBe(3)
    await owner.act('copy.replace', { story: 'story-2', replace: 'They met', with: 'Trams stood' })
    await owner.room.settleAll()
    await reader.room.close()
    const next = await start({ lock: 'none' })
    expect((await next.act('story.search', { query: 'trams' })).map(({ id }) => id)).toEqual(['story-2'])
    await next.room.close()
    await owner.room.close()
  })

  it('gives no reader the index while a name is protected: the owner’s file has another name', async () => {
    const owner = await start()
    await owner.act('roster.add', { name: 'Editor', role: 'editor' })
    const { id: source } = await owner.act('source.add', { name: 'Zebedee Okonkwo', kind: 'person' })
    await bring(owner, 'Clear words\n\nDeck\n\nThe words of Zebedee Okonkwo were clear.')
    await headlines(owner)
    await owner.room.settleAll()
    const reader = await start({ lock: 'none' })
    expect((await reader.act('story.search', { query: 'okonkwo' })).length).toBe(1)
    await runAction(owner.room, 'Editor', 'source.edit', { source, protected: true })
    await headlines(owner)
    await reader.room.close()
    const next = await start({ lock: 'none' })
    expect([await next.act('story.search', { query: 'okonkwo' }), await headlines(next)]).toEqual([[], ['Clear words']])
    await next.room.close()
    await owner.room.close()
    expect(
      readdirSync(cache).filter((name) => readFileSync(join(cache, name), 'latin1').toLowerCase().includes('okonkwo')),
    ).toEqual([])
    await expectLikeRebuilt()
  })
})

const twice = <T>(one: T): readonly [T, T] => [one, one]
