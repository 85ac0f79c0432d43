/** A verdict that somebody gives while the key that signs it ends counts for good. */
import { expect, test } from 'vitest'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../../builders/time/debounceByHand'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { MemoryStore } from '../../../builders/library/memoryStore'
import { newsDesk, type NewsDesk } from '../../newsDesk'

/** Does some work of others whenever private keys are on their way to the disk. */
class SlowKeys extends MemoryStore {
  meanwhile: () => Promise<unknown> = () => Promise.resolve()

  override async writeKeys(...keys: Parameters<MemoryStore['writeKeys']>): Promise<void> {
    const { meanwhile } = this
    this.meanwhile = () => Promise.resolve()
    await meanwhile()
    await super.writeKeys(...keys)
  }
}

async function desk(): Promise<NewsDesk & { readonly store: SlowKeys; verdict: (fact: string) => Promise<unknown> }> {
  const store = new SlowKeys('Reporter')
  const news = await newsDesk(store)
  const bytes = new TextEncoder().encode('Ferry sails\n\nA day at sea\n\nIt carried 300 people and 20 cars.')
  const { id: story } = await news.act('Reporter', 'story.import', { name: 'a.txt', bytes })
  const { id: source } = await news.act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  for (const text of ['300 people', '20 cars']) await news.act('Reporter', 'fact.tag', { story, text, type: 'figure' })
  const evidence = { source, locator: 'p. 1', stance: 'supports' } as const
  return {
    ...news,
    store,
    verdict: (fact) => news.act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence }),
  }
}

test('a verdict counts beside the first PIN, which ends the key without one', async () => {
  const on = await desk()
  await on.verdict('fact-1')
  on.store.meanwhile = () => on.verdict('fact-2')
  await on.act('Editor', 'pin.set', { pin: '4711' })
  const story = await on.room.storyNow('story-1')
  expect(story.value().losses ?? []).toEqual([])
  await on.room.settleAll()
  const again = await Newsroom.open({
    store: on.store,
    clock: on.room.clock,
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  const read = await again.storyNow('story-1')
  expect(read.value().losses ?? []).toEqual([])
  expect(read.view().facts.map(({ text, status }) => `${text}: ${status}`)).toEqual([
    '300 people: verified',
    '20 cars: verified',
  ])
})
