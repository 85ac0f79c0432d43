import { act } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { undoStory } from '../../../src/editor/sync/storyUndo'
import { useTagAll } from '../../../src/renderer/checks/groups/useTagAll'
import { storyFrom } from '../../builders/stories/storyFrom'
import { oneDesk, resetIds, run, shown } from '../../editor/desk'
import { click, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
beforeEach(resetIds)
afterEach(() => page?.unmount())

function TagFigures() {
  const tagAll = useTagAll()
  return <button onClick={() => tagAll({ id: 'blocks:figures' })}>Tag all</button>
}

test.each([
  ['its own notice', undefined, []],
  ['no alert that came after it', 'The disk is full.', ['The disk is full.']],
])('undoing “Tag all” removes %s', async (_what, alert, left) => {
  const sheet = oneDesk('headline: H', 'deck: D', 'It rose to 57 percent.')
  const fake = fakeWindow({ story: storyFrom('H\nD\nIt rose to 57 percent.'), editor: sheet.editor })
  const { notices } = fake.services
  page = await put(fake.services, <TagFigures />)
  await click(find('button', 'Tag all'))
  const said = (): readonly string[] => notices.store.getState().list.map(({ text }) => text)
  expect([shown(sheet)[2], said()]).toEqual(['It rose to {n1:57 percent}.', ['Tagged 1 fact to check.']])
  if (alert !== undefined) notices.showAlert(alert)
  await act(async () => void run(sheet, undoStory))
  expect([shown(sheet)[2], said()]).toEqual(['It rose to 57 percent.', left])
})
