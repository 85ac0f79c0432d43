/** What follows when a window opens a story and changes nothing. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceText } from '../../../src/document/editStory'
import type { StoryFile } from '../../../src/storage/disk/storyStore'
import { MemoryStore } from '../../builders/library/memoryStore'
import { newsDesk, windowOn, type NewsDesk } from '../newsDesk'

/** A store in which a story file can be behind its story, and captured files can be gone. */
class ChangingStore extends MemoryStore {
  isBehind = false
  isGone = false
  override async readStoryFile(id: string): Promise<StoryFile | undefined> {
    const file = await super.readStoryFile(id)
    return file && this.isBehind ? { ...file, stale: true } : file
  }
  override async checkFile(sha256: string) {
    return this.isGone ? ({ is: 'gone' } as const) : super.checkFile(sha256)
  }
}

let store: ChangingStore
let desk: NewsDesk
let story: string
/** Ids of the rows that lists were told of. */
let told: readonly (readonly string[])[]

beforeEach(async () => {
  store = new ChangingStore('Reporter')
  desk = await newsDesk(store)
  const { act, room } = desk
  ;({ id: story } = await act('Reporter', 'story.import', {
    name: 'ferry.txt',
    bytes: new TextEncoder().encode('Ferry talks resume\n\nThey met again.'),
  }))
  const { upload } = await act('Reporter', 'file.begin', { name: 'a.pdf' })
  await act('Reporter', 'file.write', { upload, bytes: new TextEncoder().encode('%PDF') })
  const { sha256: file } = await act('Reporter', 'file.keep', { upload })
  const { id: source } = await act('Reporter', 'source.add', { name: 'Harbour office', kind: 'document' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'They met again', type: 'event' })
  const evidence = { source, locator: 'p. 1', stance: 'supports' as const, file, fileName: 'a.pdf' }
  await act('Reporter', 'fact.addEvidence', { story, fact, evidence })
  expect(await room.restStories(() => new Set()).look(performance.now() + 150_000)).toEqual([story])
  told = []
  room.on('storiesChanged', ({ rows }) => (told = [...told, rows.map(({ id }) => id)]))
})
afterEach(() => desk.room.close())

/** Runs the looks that are due. */
const look = async (): Promise<void> => {
  desk.settle.now()
  await desk.room.settleAll()
}

test('its client id and its story file are on the disk, and no list is told', async () => {
  const { updates } = await store.loadStory(story)
  await windowOn(desk, story, 'Editor')
  expect((await store.loadStory(story)).updates.length).toBe(updates.length + 1)
  expect(await store.readEntry(story)).toBeUndefined()
  await look()
  expect([await store.readEntry(story).then((entry) => entry?.file.summary.id), told]).toEqual([story, []])
})

test('the first change is told, once, and so is each later one', async () => {
  const window = await windowOn(desk, story, 'Editor')
  const type = async (at: number): Promise<void> =>
    (await desk.room.story(story)).applyWindowUpdate(
      window.type((doc) => replaceText(doc, { block: 1, from: at, to: at }, 'x')),
      'Editor',
    )
  await type(0)
  await windowOn(desk, story, 'Reporter')
  await look()
  expect(told).toEqual([[story]])
  await look()
  expect(told).toEqual([[story]])
  await type(1)
  await look()
  expect(told).toEqual([[story], [story]])
})

test('a comment, which the row does not show, is told: it may wait in a queue', async () => {
  await windowOn(desk, story, 'Editor')
  await desk.act('Reporter', 'comment.add', { story, text: 'Who met?' })
  await look()
  expect(told).toEqual([[story]])
})

test('a story whose file is behind, or whose captured file is gone, is told when it is opened', async () => {
  store.isBehind = true
  await windowOn(desk, story, 'Editor')
  await look()
  expect(told).toEqual([[story]])
  store.isBehind = false
  store.isGone = true
  await desk.room.restStories(() => new Set()).look(performance.now() + 150_000)
  told = []
  await windowOn(desk, story, 'Editor')
  await look()
  expect(told).toEqual([[story]])
})
