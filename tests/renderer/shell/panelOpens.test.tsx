/** A key that asks for a comment and is taken back before the panels are loaded. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { PanelOpens } from '../../../src/renderer/shell/frame/SidePanel'
import { placeOfWords } from '../../../src/renderer/comments/place/placeOfWords'
import { storyFrom } from '../../builders/stories/storyFrom'
import { oneDesk, select, shown, type as typeWords } from '../../editor/desk'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  // The field that has the keyboard while a part loads stays for 30 frames.
  document.body.replaceChildren()
})

test('Escape leaves the caret behind the words of the comment, so that the next letter overtypes nothing', async () => {
  const sheet = oneDesk('headline: Leaders meet', 'deck: Talks', 'It ran for 17 hours.')
  select(sheet, '17 hours')
  const { services } = fakeWindow({
    story: storyFrom('Leaders meet\nTalks\nIt ran for 17 hours.'),
    editor: sheet.editor,
  })
  const { panels } = services
  panels.showTab('comments')
  panels.store.setState({ commenting: { story: 's1', place: placeOfWords(sheet.editor.state) } })
  page = await put(services, <PanelOpens />)
  await act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  })
  typeWords(sheet, '!')
  expect([shown(sheet).at(-1), panels.store.getState().commenting]).toEqual(['It ran for 17 hours!.', null])
})
