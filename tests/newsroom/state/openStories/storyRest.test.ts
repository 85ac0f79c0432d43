/** Stories that nobody holds are let go, and read the same when they are opened again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceText } from '../../../../src/document/editStory'
import { openLibrary } from '../../../../src/storage/openLibrary'
import type { FileStore } from '../../../../src/storage/fileStore'
import { newsDesk, NOW, windowOn, type NewsDesk } from '../../newsDesk'

const LATER = 150_000

describe('stories that nobody holds', () => {
  let base: string
  let store: FileStore
  let desk: NewsDesk
  let story: string
  const held = new Set<string>()
  beforeEach(async () => {
    base = mkdtempSync(join(tmpdir(), 'stet-rest-'))
    store = await openLibrary({
      folder: join(base, 'library'),
      create: true,
      person: 'Reporter',
      now: () => NOW,
      newId: (kind) => kind,
      brief: true,
    })
    desk = await newsDesk(store)
    story = await bring('Ferry talks resume')
    held.clear()
  })
  afterEach(async () => {
    await desk.room.close()
    rmSync(base, { recursive: true, force: true })
  })
  const bring = async (headline: string): Promise<string> => {
    const { id } = await desk.act('Reporter', 'story.import', {
      name: 'ferry.txt',
      bytes: new TextEncoder().encode(`${headline}\n\nDeck\n\nThey met again on 3 May.`),
    })
    await desk.act('Reporter', 'story.setField', { story: id, field: 'slug', value: 'ferry' })
    return id
  }
  /** A look this many milliseconds from now. */
  const look = (after: number): Promise<readonly string[]> =>
    desk.room.restStories(() => held).look(performance.now() + after)

  it('are let go after a while, and not before', async () => {
    expect([await look(0), desk.room.isOpen(story)]).toEqual([[], true])
    expect([await look(LATER), desk.room.isOpen(story)]).toEqual([[story], false])
  })

  it('read the same when they are opened again, with all that was acknowledged', async () => {
    const window = await windowOn(desk, story, 'Reporter')
    const open = await desk.room.story(story)
    await open.applyWindowUpdate(
      window.type((doc) => replaceText(doc, { block: 2, from: 5, to: 14 }, 'sat down')),
      'Reporter',
    )
    const { entries } = open
    const view = await desk.act('Editor', 'story.show', { story })
    const state = open.state()
    expect(await look(LATER)).toEqual([story])
    expect(await desk.act('Editor', 'story.show', { story })).toEqual(view)
    const again = await desk.room.story(story)
    expect([again === open, again.entries, again.state()]).toEqual([false, entries, state])
    // And go on from there.
    await desk.act('Reporter', 'copy.replace', { story, replace: 'sat down', with: 'spoke' })
    await desk.act('Reporter', 'story.move', { story, to: 'filed' })
    expect((await desk.act('Editor', 'story.list', {})).map(({ id, stage }) => [id, stage])).toEqual([[story, 'filed']])
    expect((await desk.act('Editor', 'story.search', { query: 'spoke' })).map(({ id }) => id)).toEqual([story])
    expect((await desk.act('Editor', 'library.doctor', {})).problems).toEqual([])
  })

  it('stay while a window shows them', async () => {
    held.add(story)
    expect([await look(LATER), desk.room.isOpen(story)]).toEqual([[], true])
  })

  it('stay while any action runs', async () => {
    let end = (): void => undefined
    const action = desk.room.during(() => new Promise<void>((done) => (end = done)))
    expect([await look(LATER), desk.room.isOpen(story)]).toEqual([[], true])
    end()
    await action
    expect(await look(LATER)).toEqual([story])
  })

  it('stay when somebody asks for them while they are written', async () => {
    const looking = look(LATER)
    const asked = desk.room.story(story)
    expect([await looking, (await asked) === (await desk.room.story(story))]).toEqual([[], true])
  })

  it('stay while a change of theirs cannot be written, which is not lost', async () => {
    const open = await desk.room.story(story)
    const append = store.appendUpdate.bind(store)
    store.appendUpdate = () => Promise.reject(new Error('the disk is full'))
    const window = await windowOn(desk, story, 'Reporter').catch(() => undefined)
    expect(window).toBeUndefined()
    expect([await look(LATER), desk.room.isOpen(story)]).toEqual([[], true])
    store.appendUpdate = append
    expect([await look(LATER), desk.room.isOpen(story), open.saving.isIdle]).toEqual([[story], false, true])
  })

  it('go sooner when there are many, those that were used last stay longest', async () => {
    const ids = [story]
    for (let n = 0; n < 34; n++) ids.push(await bring(`Story ${n}`))
    expect(await look(15_000)).toEqual(ids.slice(0, 5))
    expect(await look(LATER)).toEqual(ids.slice(5))
  })

  it('give their files back: a story is written whole by another process afterwards', async () => {
    expect(await look(LATER)).toEqual([story])
    await desk.room.close()
    const again = await openLibrary({
      folder: join(base, 'library'),
      now: () => NOW,
      newId: (kind) => kind,
      brief: true,
    })
    desk = await newsDesk(again)
    expect((await desk.act('Editor', 'story.show', { story })).fields.slug).toBe('ferry')
  })
})
