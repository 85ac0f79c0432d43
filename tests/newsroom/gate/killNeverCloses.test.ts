/** A kill never closes: whatever is missing, a story that may be outside can be withdrawn, and nothing else leaves. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lossKey } from '../../../src/story/ledger/loss'
import type { AnswerOf } from '../../../src/story/requests/requests'
import { throwawayLibrary, type Throwaway } from '../../storage/throwawayLibrary'
import { BUSAN, newsDesk, openedAgain, publishBusan, type NewsDesk } from '../newsDesk'

const REASON = 'Han Seo-yeon never said so: we withdraw this story.'
const story = 'story-1'

describe('A published story that two places have', { timeout: 120_000 }, () => {
  let library: Throwaway
  let desk: NewsDesk
  const inStory = (name: string): string => join(library.folder, 'stories', story, name)
  const linesOf = async (path: string): Promise<string[]> => (await readFile(path, 'utf8')).split('\n').slice(0, -1)

  beforeEach(async () => {
    library = await throwawayLibrary()
    desk = await newsDesk(await library.open())
    await desk.act('Editor', 'source.add', { name: 'Han Seo-yeon', kind: 'person', protected: true, aliases: [] })
    await desk.act('Reporter', 'story.import', { name: 'busan.txt', bytes: new TextEncoder().encode(BUSAN) })
    await publishBusan({ ...desk, story })
    for (const destination of ['/out/wire.txt', '/out/site.txt'])
      await desk.act('Editor', 'story.export', { story, format: 'text', destination })
  })
  afterEach(async () => {
    await desk.room.close()
    await library.remove()
  })

  /** Opens the library again, after `harm` was done to its files. */
  async function after(harm: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    desk = await openedAgain(desk, library, harm)
  }
  const loseKeys = async (): Promise<void> => {
    for (const name of ['keys.json', 'keys.json.twin', 'keys.json.prev'])
      await writeFile(join(library.folder, name), 'junk')
  }
  const cutFromPublication = async (): Promise<void> => {
    const lines = await linesOf(inStory('ledger.jsonl'))
    const kept = lines.slice(
      0,
      lines.findIndex((line) => line.includes('"to":"published"')),
    )
    await writeFile(inStory('ledger.jsonl'), kept.map((line) => `${line}\n`).join(''))
  }
  const acceptLoss = async (): Promise<void> => {
    const { losses = [] } = await desk.act('Editor', 'story.show', { story })
    await desk.act('Editor', 'story.acceptLoss', { story, losses: losses.map(lossKey), reason: 'No backup has it.' })
  }
  const kill = (by = 'Editor'): Promise<AnswerOf<'story.move'>> =>
    desk.act(by, 'story.move', { story, to: 'killed', reason: REASON })
  /** What the history says of the kill. */
  async function killed(): Promise<readonly string[]> {
    const entry = (await desk.room.storyNow(story)).entries.find((one) => one.kind === 'moved' && one.to === 'killed')
    return entry?.kind === 'moved' ? (entry.lost ?? []).map(({ kind }) => kind) : ['not killed']
  }
  /** The kill file, as text: it has the kill text, and no word of the body. */
  async function expectKillFile({ isShort = true } = {}): Promise<void> {
    const { bytes, fileName } = await desk.act('Editor', 'story.export', { story, format: 'text' })
    const text = new TextDecoder().decode(bytes)
    expect(fileName).toContain('KILL')
    expect(text).toContain('never said so: we withdraw this story.')
    expect(text).not.toMatch(/100 minutes|tough negotiator|Han Seo/)
    const { destinations, mayBeElsewhere } = await desk.act('Editor', 'kill.show', { story })
    // “Sent nowhere” is never said of a history that is short.
    expect(mayBeElsewhere ?? false).toBe(isShort)
    expect(JSON.stringify(destinations)).not.toMatch(/100 minutes|tough negotiator|Han Seo/)
  }

  test('is killed when its history was cut from the publication on', async () => {
    await after(cutFromPublication)
    expect(await kill()).toMatchObject({ stage: 'killed' })
    await after()
    expect(await killed()).toEqual(['ledgerEnd'])
    await expectKillFile()
  })

  test('is killed when an editor accepted that loss before', async () => {
    await after(cutFromPublication)
    await acceptLoss()
    await after()
    expect(await kill()).toMatchObject({ stage: 'killed' })
    await after()
    expect(await killed()).toEqual(['ledgerEnd'])
    await expectKillFile()
  })

  test('is killed when its history is gone, after a repair and an acceptance too', async () => {
    await after(() => rm(inStory('ledger.jsonl')))
    await desk.act('Editor', 'library.doctor', { repair: true })
    await acceptLoss()
    await after()
    expect(await kill()).toMatchObject({ stage: 'killed' })
    await after()
    expect(await killed()).toContain('ledgerEnd')
    await expectKillFile()
  })

  test('is killed when the keys of the library are lost, and stays killed when they are back', async () => {
    const keys = await readFile(join(library.folder, 'keys.json'))
    await after(loseKeys)
    expect(await kill()).toMatchObject({ stage: 'killed' })
    await after()
    expect(await killed()).toEqual(['keys'])
    expect((await desk.act('Editor', 'story.show', { story })).stage).toBe('killed')
    await expectKillFile({ isShort: false })
    await after(() =>
      Promise.all(['keys.json', 'keys.json.twin'].map((name) => writeFile(join(library.folder, name), keys))),
    )
    expect((await desk.act('Editor', 'story.show', { story })).losses).toBeUndefined()
    expect(await killed()).toEqual(['keys'])
  })

  test('is killed in a library with PINs whose keys are lost', async () => {
    await desk.act('Editor', 'pin.set', { pin: '47114711' })
    await after(loseKeys)
    expect(await kill()).toMatchObject({ stage: 'killed' })
    await after()
    expect(await killed()).toContain('keys')
    await expectKillFile({ isShort: false })
  })

  test('is killed when keys and history are lost together', async () => {
    await after(async () => {
      await loseKeys()
      await rm(inStory('ledger.jsonl'))
    })
    expect(await kill()).toMatchObject({ stage: 'killed' })
    await after()
    expect(await killed()).toEqual(expect.arrayContaining(['keys', 'ledgerEnd']))
    await expectKillFile()
  })

  test('is killed when the library’s own history is lost', async () => {
    const [ledger = ''] = (await readdir(library.folder)).filter((name) => /^ledger.*\.jsonl$/.test(name))
    await after(() => rm(join(library.folder, ledger)))
    expect(await kill()).toMatchObject({ stage: 'killed' })
    await after()
    expect(await killed()).toContain('libraryLedger')
    await expectKillFile()
  })

  describe('whose words nobody can read', () => {
    const damage = async (): Promise<void> => {
      for (const name of ['state.yjs', 'state.yjs.prev']) await writeFile(inStory(name), 'junk')
    }
    const notices = async () => {
      const view = await desk.act('Editor', 'kill.show', { story })
      const texts = view.destinations.map(({ notice = '' }) => notice)
      expect(texts).toHaveLength(2)
      for (const text of texts) {
        expect(text).toContain('never said so: we withdraw this story.')
        expect(text).not.toMatch(/100 minutes|tough negotiator|Han Seo/)
      }
      return view
    }

    test('is killed by its history, has its notices, and is killed when its words are back', async () => {
      const words = await readFile(inStory('state.yjs'))
      await after(damage)
      await expect(desk.act('Editor', 'story.show', { story })).rejects.toMatchObject({
        reason: 'failed',
        message: expect.stringContaining(
          'Until then, a kill still withdraws it: “Kill the story” in the window, or “stet kill story-1 --text TEXT”.',
        ) as string,
      })
      expect(await kill()).toEqual({ stage: 'killed', version: 1 })
      expect((await notices()).unread).toContain('state.yjs')
      await expect(kill()).rejects.toMatchObject({ reason: 'refused' })
      await after(() => writeFile(inStory('state.yjs'), words))
      expect((await desk.act('Editor', 'story.show', { story })).stage).toBe('killed')
      expect(await killed()).toEqual(['log'])
      const history = JSON.stringify((await desk.room.storyNow(story)).entries)
      expect(history).toContain('state.yjs: it is damaged')
      expect(history).not.toContain(library.folder)
      await expectKillFile({ isShort: false })
    })

    test('says that it can be killed, and notes once who was told of the kill', async () => {
      await after(damage)
      expect(await desk.act('Editor', 'kill.show', { story })).toMatchObject({ mayKill: true })
      const twice = await Promise.allSettled([kill(), kill()])
      expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
      expect((await desk.act('Editor', 'story.list', {})).map(({ id, stage }) => [id, stage])).toEqual([
        [story, 'killed'],
      ])
      expect(await desk.act('Editor', 'kill.show', { story })).not.toHaveProperty('mayKill')
      const told = (undo = false) =>
        desk.act('Editor', 'kill.told', { story, destination: '/out/wire.txt', how: 'by phone', undo })
      await told()
      const view = await notices()
      expect(view.destinations.map(({ destination, told }) => [destination, told?.how])).toEqual([
        ['/out/wire.txt', 'by phone'],
        ['/out/site.txt', undefined],
      ])
      await told(true)
      expect((await notices()).destinations.map(({ told }) => told)).toEqual([undefined, undefined])
    })

    test('is killed while keys and the end of its history are lost, too', async () => {
      await after(async () => {
        await damage()
        await loseKeys()
        await cutFromPublication()
      })
      await expect(kill('Reporter 2')).rejects.toMatchObject({ reason: 'refused' })
      expect(await kill()).toEqual({ stage: 'killed', version: 1 })
      await after()
      expect(await desk.act('Editor', 'kill.show', { story })).toMatchObject({
        ...{ mayBeElsewhere: true, destinations: [], kill: { by: 'Editor' } },
      })
    })
  })

  test('is killed by nobody else than before, and nothing else opens', async () => {
    await desk.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
    await after(async () => {
      await loseKeys()
      await cutFromPublication()
    })
    await expect(kill('Checker')).rejects.toMatchObject({ reason: 'refused' })
    await expect(desk.act('Editor', 'story.move', { story, to: 'draft', reason: 'No.' })).rejects.toMatchObject({
      reason: 'refused',
    })
    await expect(desk.act('Editor', 'story.export', { story, format: 'text', draft: true })).rejects.toMatchObject({
      reason: 'refused',
    })
    expect((await desk.act('Editor', 'story.history', { story })).some(({ kind }) => kind === 'exported')).toBe(false)
  })
})

test('a story that never left and lacks nothing is not killed', async () => {
  const desk = await newsDesk()
  await desk.act('Reporter', 'story.import', { name: 'busan.txt', bytes: new TextEncoder().encode(BUSAN) })
  await expect(desk.act('Editor', 'story.move', { story, to: 'killed', reason: 'No.' })).rejects.toThrow(
    'A story in the stage “Draft” cannot go to “Killed”.',
  )
})
