/** To look what an action would do writes nothing. To do it needs a key. */
import { expect, test } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import type { ActionName } from '../../../src/story/requests/requests'
import { keysOf } from '../../../src/story/trust/keys/knownKeys'
import { busanDesk } from '../newsDesk'

/** The desk of Busan. Ana is an editor on its roster who has never done anything: she has no key. */
async function withAna() {
  const desk = await busanDesk()
  const { room, story, act } = desk
  await act('Editor', 'roster.add', { name: 'Ana', role: 'editor' })
  const all = async () => ({
    desk: room.ledger.entries.length,
    keys: room.library.keys?.keys.length,
    story: (await room.storyNow(story)).entries.length,
    of: keysOf(room.ring.history, 'Ana').length,
  })
  return { ...desk, all }
}

test('a look by a person without a key makes no key, and writes nothing', async () => {
  const { act, story, all } = await withAna()
  const before = await all()
  await act('Ana', 'story.move', { story, to: 'filed', preview: true })
  await act('Ana', 'story.setField', { story, field: 'slug', value: 'busan', preview: true })
  await act('Ana', 'query.answers', { story, text: '1. Yes', preview: true })
  expect([before.of, await all()]).toEqual([0, before])
})

test.each<readonly [ActionName, object]>([
  ['fact.tag', { text: 'six years', type: 'figure', preview: true }],
  ['comment.add', { text: 'Who counted?', preview: true }],
  ['story.setField', { field: 'slug', value: 'busan', preview: 'true' }],
  ['story.move', { to: 'filed', preview: false }],
])('%s makes the key of its person, unless it really is a preview', async (action, request) => {
  const { room, story, all } = await withAna()
  await runAction(room, 'Ana', action, { story, ...request } as never)
  expect((await all()).of).toBe(1)
})
