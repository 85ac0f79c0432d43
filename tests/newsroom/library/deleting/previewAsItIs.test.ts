/** In an open library, too, a preview takes stories as they are, and lets them go as they came. */
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { deletionDesk, opened, spiked, withFile, type DeletionDesk } from './deletionDesk'

/** A library that was just opened. The kind of a source has changed while nobody had the story. */
async function withPendingLapse(): Promise<{ readonly desk: DeletionDesk; readonly story: string }> {
  const before = await deletionDesk()
  const story = await spiked(before)
  await withFile(before, story, 'It ran for 100 minutes.')
  const { facts } = await before.act('Editor', 'story.show', { story })
  await before.act('Editor', 'fact.sign', { story, fact: facts[0]?.id ?? '', status: 'verified' })
  await before.room.close()
  const desk = await opened(before.library)
  const [source] = await desk.act('Editor', 'source.list', {})
  await desk.act('Editor', 'source.edit', { source: source?.id ?? '', kind: 'dataset', reason: 'It is a table' })
  return { desk, story }
}

test('previews note no lapse and keep no story open', async () => {
  const { desk, story } = await withPendingLapse()
  const { act, room, store, library } = desk
  const archive = { stories: [story], before: '2030-01-01', to: join(dirname(library.folder), 'archive') }
  const onDisk = async () => {
    const { ledger, updates } = await store.loadStory(story)
    return { kinds: ledger.map(({ kind }) => kind), updates: updates.length, updated: (await rows())[0]?.updated }
  }
  const rows = () => act('Editor', 'story.list', {})
  const before = await onDisk()
  expect((await act('Editor', 'story.archive', { ...archive, preview: true })).moved).toHaveLength(1)
  const { stories } = await act('Editor', 'story.deletion', { stories: [story] })
  expect(stories.map(({ id, why }) => [id, why])).toEqual([[story, undefined]])
  await act('Editor', 'story.move', { story, to: 'draft', preview: true })
  await act('Editor', 'story.setField', { story, field: 'desk', value: 'World', preview: true })
  await act('Editor', 'query.answers', { story, text: '1. Yes', preview: true })
  expect([room.isOpen(story), await onDisk(), before.kinds.includes('lapsed')]).toEqual([false, before, false])
  await act('Editor', 'story.show', { story })
  await act('Editor', 'story.move', { story, to: 'draft', preview: true })
  await room.settleAll()
  expect([room.isOpen(story), (await onDisk()).kinds.at(-1)]).toEqual([true, 'lapsed'])
  await room.close()
  await library.remove()
})
