/** The desk's words: an editor's, logged, kept in two copies, and lost in the open. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { historyLines } from '../../../src/story/ledger/entryWords'
import { lossKey } from '../../../src/story/ledger/loss'
import { throwawayLibrary, type Throwaway } from '../../storage/throwawayLibrary'
import { newsDesk, type NewsDesk } from '../newsDesk'

describe('The desk’s words', { timeout: 60_000 }, () => {
  let library: Throwaway
  let desk: NewsDesk
  beforeEach(async () => {
    library = await throwawayLibrary()
    desk = await newsDesk(await library.open())
  })
  afterEach(async () => {
    await desk.room.close()
    await library.remove()
  })
  async function after(harm: () => Promise<unknown>): Promise<void> {
    await desk.room.close()
    await harm()
    const store = await library.open({ create: false })
    const { clock, ids } = desk.room
    const room = await Newsroom.open({ store, clock, ids, debouncer: desk.settle })
    desk = { ...desk, store, room, act: (by, action, request) => runAction(room, by, action, request) }
  }
  const file = (name: string): string => join(library.folder, name)
  const add = (words: string, list: 'superlative' | 'name' = 'superlative', by = 'Editor'): Promise<unknown> =>
    desk.act(by, 'words.add', { list, words, source: 'House style, page 4' })
  const kept = async (): Promise<readonly string[]> =>
    (await desk.act('Editor', 'words.list', {})).map(({ list, words }) => `${list}: ${words}`)
  const refusal = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      ({ reason, message }: { reason: string; message: string }) => `${reason}: ${message}`,
    )

  it('are added and removed by an editor, and each change is in the library’s ledger', async () => {
    expect(await refusal(add('second to none', 'superlative', 'Reporter'))).toMatch(/^refused: An editor changes/)
    await add('  second   to none ')
    await add('Yahoo!', 'name')
    expect(await refusal(add('Second to None'))).toMatch(/^usage: .* is on this list already/)
    await after(() => Promise.resolve())
    expect(await kept()).toEqual(['superlative: second to none', 'name: Yahoo!'])
    expect(await refusal(desk.act('Reporter', 'words.remove', { word: 'Yahoo!' }))).toMatch(/^refused/)
    expect(await refusal(desk.act('Editor', 'words.remove', { word: 'Google' }))).toMatch(/^usage: The desk has no word/)
    await desk.act('Editor', 'words.remove', { word: 'yahoo!' })
    expect(await kept()).toEqual(['superlative: second to none'])
    const history = await desk.act('Editor', 'library.history', {})
    const lines = history.filter(({ kind }) => kind.startsWith('word'))
    expect(lines.map(({ by, kind, signature }) => [by, kind, signature !== undefined])).toEqual([
      ['Editor', 'wordAdded', true],
      ['Editor', 'wordAdded', true],
      ['Editor', 'wordRemoved', true],
    ])
    expect(JSON.stringify(historyLines(lines, (id) => id))).toContain('removed “Yahoo!” from the desk’s words')
  })

  it.each([
    ['*', 'superlative', 'has letters in it'],
    ['12 %', 'superlative', 'has letters in it'],
    ['a*', 'superlative', 'at least two letters'],
    ['Yahoo*', 'name', '* stands for words only'],
    ['not', 'filler', 'cannot be a filler'],
    ['a b c d e f g h i', 'superlative', 'at most 8 words'],
    ['x'.repeat(81), 'superlative', 'at most 80 characters'],
  ] as const)('%s as %s is refused', async (words, list, why) => {
    const request = { list, words, source: 'x', ...(list === 'filler' ? { language: 'en' } : {}) }
    expect(await refusal(desk.act('Editor', 'words.add', request))).toContain(why)
    expect(await kept()).toEqual([])
  })

  it('no source, no word; a wrong language, no word', async () => {
    expect(await refusal(desk.act('Editor', 'words.add', { list: 'name', words: 'Yahoo', source: ' ' }))).toContain(
      'Say where the word is from',
    )
    const request = { list: 'name', words: 'Yahoo', source: 'x', language: 'English' } as const
    expect(await refusal(desk.act('Editor', 'words.add', request))).toContain('is no language code')
  })

  it('a story asks for them at once, and everybody may try one first', async () => {
    const bytes = new TextEncoder().encode('Talks end in Busan\n\nIt was the toast of Asia.')
    await desk.act('Reporter', 'story.import', { name: 'a.txt', bytes })
    const story = 'story-1'
    const asked = async (): Promise<boolean> =>
      JSON.stringify(await desk.act('Editor', 'story.gate', { story, door: 'clear' })).includes('“toast of Asia”')
    expect(await asked()).toBe(false)
    const trial = { list: 'superlative', words: 'toast of *', sentence: 'It was the toast of Asia.' } as const
    expect(await desk.act('Reporter', 'words.try', trial)).toMatchObject({ finds: ['toast of Asia'] })
    expect(await asked()).toBe(false)
    await add('toast of *')
    expect(await asked()).toBe(true)
  })

  it('one damaged copy heals from its twin', async () => {
    await add('second to none')
    await after(async () => writeFile(file('words.json'), 'no words'))
    expect(await kept()).toEqual(['superlative: second to none'])
    expect(desk.room.library.losses).toEqual([])
    expect(await readFile(file('words.json'), 'utf8')).toContain('second to none')
  })

  it.each(['damaged', 'missing', 'older'] as const)('both copies %s is a loss, never an empty list', async (how) => {
    await add('second to none')
    const names = ['words.json', 'words.json.twin']
    const before = await Promise.all(names.map((name) => readFile(file(name))))
    await add('Yahoo', 'name')
    await after(async () => {
      for (const [index, name] of names.entries()) {
        if (how === 'missing') await rm(file(name))
        else await writeFile(file(name), how === 'older' ? (before[index] ?? '') : 'no words')
      }
      if (how === 'missing') await rm(file('words.json.prev'), { force: true })
    })
    expect(desk.room.library.losses).toMatchObject([{ kind: 'words', where: 'words.json' }])
    // What survives still asks. Nothing vouches for the name.
    expect(await kept()).toEqual(['superlative: second to none'])
    expect(await refusal(add('third'))).toMatch(/^refused/)
    const losses = (await desk.act('Editor', 'library.losses', {})).map(lossKey)
    await desk.act('Editor', 'library.acceptLoss', { losses, reason: 'No backup has it.' })
    await after(() => Promise.resolve())
    expect([desk.room.library.losses, await kept()]).toEqual([[], ['superlative: second to none']])
  })

  it('a library without any has no such file, and lacks nothing', async () => {
    expect(await kept()).toEqual([])
    await after(() => Promise.resolve())
    expect([desk.room.library.losses, desk.room.library.words]).toEqual([[], undefined])
    expect((await desk.act('Editor', 'library.doctor', {})).ok).toBe(true)
  })
})
