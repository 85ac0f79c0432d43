import { expect, test, vi } from 'vitest'
import { MemoryStore } from '../../builders/library/memoryStore'
import type { StoryFile } from '../../../src/storage/disk/storyStore'
import { replaceText } from '../../../src/document/editStory'
import { newsDesk, windowOn } from '../newsDesk'

/** A store whose story files wait until `go` is called. */
class SlowStore extends MemoryStore {
  go = (): void => undefined
  waits = false
  isWriting = false
  override async writeStoryFile(id: string, file: StoryFile): Promise<string> {
    this.isWriting = true
    if (this.waits) await new Promise<void>((resolve) => (this.go = resolve))
    this.waits = false
    const stamp = await super.writeStoryFile(id, file)
    this.isWriting = false
    return stamp
  }
}

test('cleared copy that is edited while its story file is written is no longer cleared', async () => {
  const store = new SlowStore('Reporter')
  const desk = await newsDesk(store)
  const { id: story } = await desk.act('Reporter', 'story.import', {
    name: 'ferry.txt',
    bytes: new TextEncoder().encode('Ferry talks resume\n\nThey met again.'),
  })
  await desk.act('Reporter', 'story.setField', { story, field: 'slug', value: 'ferry' })
  for (const to of ['filed', 'inReview', 'cleared'] as const) await desk.act('Editor', 'story.move', { story, to })
  const window = await windowOn(desk, story, 'Reporter')
  const open = await desk.room.storyNow(story)
  await desk.act('Editor', 'story.setField', { story, field: 'edNote', value: 'Embargo lifted' })

  store.waits = true
  desk.settle.now()
  await vi.waitFor(() => expect(store.isWriting).toBe(true))
  await open.applyWindowUpdate(
    window.type((doc) => replaceText(doc, { block: 1, from: 0, to: 4 }, 'At last they')),
    'Reporter',
  )
  store.go()
  await vi.waitFor(() => expect(store.isWriting).toBe(false))
  desk.settle.now()
  await vi.waitFor(() => expect(open.ledger.standing.stage).toBe('inReview'))
})
