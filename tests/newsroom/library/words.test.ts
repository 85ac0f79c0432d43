/** The desk's words: an editor's, logged, kept in two copies, and lost in the open. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { historyLines } from '../../../src/story/history/historyLines'
import { MOST_WORDS, type DeskWords } from '../../../src/story/desk/deskWords'
import { lossKey } from '../../../src/story/ledger/loss'
import { rewriteRecord } from '../../attack/disk'
import { throwawayLibrary, type Throwaway } from '../../storage/throwawayLibrary'
import { newsDesk, openedAgain, type NewsDesk } from '../newsDesk'

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
    desk = await openedAgain(desk, library, harm)
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
    expect(await refusal(add('second to none', 'superlative', 'Reporter'))).toMatch(
      /^refused: Only an editor can change/,
    )
    await add('  second   to none ')
    await add('Yahoo!', 'name')
    expect(await refusal(add('Second to None'))).toMatch(/^usage: .* is already on this list/)
    await after(() => Promise.resolve())
    expect(await kept()).toEqual(['superlative: second to none', 'name: Yahoo!'])
    expect(await refusal(desk.act('Reporter', 'words.remove', { word: 'Yahoo!' }))).toMatch(/^refused/)
    expect(await refusal(desk.act('Editor', 'words.remove', { word: 'Google' }))).toMatch(
      /^usage: The desk’s words do not include/,
    )
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
    ['*', 'superlative', 'has no letters'],
    ['12 %', 'superlative', 'has no letters'],
    [' \u3164\u200B ', 'superlative', 'Enter the word or phrase first'],
    ['\u202E', 'name', 'Enter the word or phrase first'],
    ['ohne *', 'title', '* can be used only'],
    ['no way', 'filler', 'cannot be a filler'],
    ['twenty one', 'filler', 'cannot be a filler'],
    ['a*', 'superlative', 'at least two letters'],
    ['Yahoo*', 'name', '* can be used only'],
    ['not', 'filler', 'cannot be a filler'],
    ['a b c d e f g h i', 'superlative', 'at most 8 words'],
    ['x'.repeat(81), 'superlative', 'at most 80 characters'],
  ] as const)('%s as %s is refused', async (words, list, why) => {
    const request = { list, words, source: 'x', ...(list === 'filler' ? { language: 'en' } : {}) }
    expect(await refusal(desk.act('Editor', 'words.add', request))).toContain(why)
    expect(await kept()).toEqual([])
  })

  it('need a source and a language that there is', async () => {
    expect(await refusal(desk.act('Editor', 'words.add', { list: 'name', words: 'Yahoo', source: ' ' }))).toContain(
      'Say where the word is from',
    )
    const request = { list: 'name', words: 'Yahoo', source: 'x', language: 'English' } as const
    expect(await refusal(desk.act('Editor', 'words.add', request))).toContain('is not a language code')
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

  it('a protected name is none of them, and what is unseen is left out', async () => {
    await desk.act('Reporter', 'source.add', { name: 'Kim Deep', kind: 'person', protected: true })
    const request = { list: 'name', words: 'Kim  Deep Hall', source: 'Kim Deep said so' } as const
    expect(await refusal(desk.act('Editor', 'words.add', request))).toBe(
      'refused: Everyone here can read the desk’s words, and this one names a protected source (Source A Hall). Nothing was added. Leave the name out.',
    )
    await add('se\u00ADcond to \u202Enone\u200B')
    await desk.act('Editor', 'words.add', { ...request, words: 'Hall' })
    expect(await kept()).toEqual(['superlative: second to none', 'name: Hall'])
    expect(JSON.stringify(await desk.act('Editor', 'library.history', {}))).not.toContain('Kim Deep said')
    await after(() => Promise.resolve())
    expect([await kept(), desk.room.library.losses]).toEqual([['superlative: second to none', 'name: Hall'], []])
  })

  it('two who add the same at once: one does, the other reads why not', async () => {
    const [one, other] = await Promise.all([refusal(add('Yahoo', 'name')), refusal(add('YAHOO', 'name'))])
    expect([one, other]).toEqual(['done', 'usage: “YAHOO” is already on this list.'])
    const both = await Promise.all([1, 2].map(() => refusal(desk.act('Editor', 'words.remove', { word: 'yahoo' }))))
    expect(both).toEqual(['done', 'usage: The desk’s words do not include “yahoo”. Nothing was changed.'])
  })

  it('no more than a desk can have', async () => {
    const word = { list: 'name', source: 'x', by: 'Editor', at: '' } as const
    await desk.room.changeDesk('Editor', (facts) => ({
      facts: {
        ...facts,
        words: Array.from({ length: MOST_WORDS }, (_, n) => ({ ...word, id: `${n}`, words: `N${n}` })),
      },
      answer: undefined,
    }))
    expect(await refusal(add('Yahoo'))).toBe('usage: A desk can have at most 2,000 words. Remove some first.')
  })

  it('a word written into the file by hand takes nothing away, and one taken out by hand is looked for', async () => {
    await add('second to none')
    await add('Yahoo', 'name')
    const words = desk.room.library.words ?? []
    const byHand: DeskWords = [
      ...words.filter(({ list }) => list === 'name').map((word) => ({ ...word, words: 'Xi' })),
      { id: 'mine', list: 'pattern', words: 'by far', source: '', by: 'Editor', at: '' },
      { id: 'my-name', list: 'name', words: 'Kim', source: '', by: 'Editor', at: '' },
    ]
    await after(() => rewriteRecord(library.folder, 'words.json', 'words', () => ({ words: byHand })))
    expect(await kept()).toEqual(['pattern: by far', 'superlative: second to none'])
    expect(desk.room.library.losses.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
      'words words.json has “Xi” (Name that needs no check), but no editor added it. The checks ignore it.',
      'words words.json has “by far” (Pattern), but no editor added it. The checks ignore it.',
      'words words.json has “Kim” (Name that needs no check), but no editor added it. The checks ignore it.',
    ])
    const { ok, problems } = await desk.act('Editor', 'library.doctor', {})
    expect([ok, problems.filter(({ path }) => path.endsWith('words.json')).length]).toEqual([false, 3])
    const losses = desk.room.library.losses.map(lossKey)
    await desk.act('Editor', 'library.acceptLoss', { losses, reason: 'We know who did it.' })
    await after(() => Promise.resolve())
    expect([await kept(), desk.room.library.losses]).toEqual([['pattern: by far', 'superlative: second to none'], []])
  })

  it('follow the ledger where a crash left the file behind it', async () => {
    await add('Yahoo', 'name')
    const { store } = desk
    const write = store.writeWords.bind(store)
    store.writeWords = () => Promise.reject(new Error('crash'))
    await expect(add('second to none')).rejects.toThrow('crash')
    await expect(desk.act('Editor', 'words.remove', { word: 'Yahoo' })).rejects.toThrow('crash')
    store.writeWords = write
    await after(() => Promise.resolve())
    expect([await kept(), desk.room.library.losses]).toEqual([['superlative: second to none'], []])
  })

  it('what is taught after a story was cleared asks at the next door, and each move says by which words', async () => {
    const bytes = new TextEncoder().encode('Talks end in Busan\n\nIt was the toast of Asia.')
    await desk.act('Reporter', 'story.import', { name: 'a.txt', bytes })
    const story = 'story-1'
    await add('second to none')
    await desk.act('Reporter', 'story.setField', { story, field: 'slug', value: 'busan' })
    await desk.act('Reporter', 'story.move', { story, to: 'filed' })
    await desk.act('Editor', 'story.move', { story, to: 'inReview' })
    await desk.act('Editor', 'story.move', { story, to: 'cleared', override: 'A test.' })
    const blocks = async (): Promise<readonly string[]> =>
      (await desk.act('Editor', 'story.gate', { story, door: 'publish' })).blocks.map(({ message }) => message)
    expect(await blocks()).toEqual([])
    await add('toast of *')
    // Still cleared: nobody changed what leaves.
    expect((await desk.act('Editor', 'story.show', { story })).stage).toBe('cleared')
    expect(await blocks()).toEqual(['“toast of Asia” is one of the desk’s words (“toast of *”) without a tag.'])
    expect(await refusal(desk.act('Editor', 'story.move', { story, to: 'published' }))).toMatch(/^refused: .*toast of/)
    await desk.act('Editor', 'words.remove', { word: 'toast of *' })
    await desk.act('Editor', 'story.move', { story, to: 'published' })
    const { entries } = await desk.room.storyNow(story)
    const asked = entries.flatMap((entry) => (entry.kind === 'moved' ? [[entry.to, entry.deskWords?.count]] : []))
    expect(asked).toEqual([
      ['filed', undefined],
      ['inReview', undefined],
      ['cleared', 1],
      ['published', 1],
    ])
    expect(JSON.stringify(historyLines(entries, (id) => id))).toContain('checked with 1 of the desk’s words (list ')
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
