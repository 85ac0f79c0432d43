/** The keyboard goes to the sheet also where nothing can be written. */
import { afterEach, expect, test, vi } from 'vitest'
import { FindBar } from '../../../src/renderer/sheet/find/FindBar'
import { useStory } from '../../../src/renderer/state'
import { focusSheet } from '../../../src/renderer/state/session/sheet/focusSheet'
import { storyFrom } from '../../builders/stories/storyFrom'
import { oneDesk, type Desk } from '../../editor/desk'
import { fakeWindow, find, press, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  document.body.replaceChildren()
})

function sheetOf(isEditable: boolean): Desk {
  const sheet = oneDesk('headline: H', 'deck: D', 'It took 14 hours.')
  sheet.editor.setEditable(isEditable, false)
  document.body.append(sheet.editor.view.dom)
  return sheet
}

test('a read-only sheet takes the keyboard and nothing scrolls', () => {
  const { editor } = sheetOf(false)
  const focus = vi.spyOn(editor.view.dom, 'focus')
  focusSheet(editor)
  expect([document.activeElement === editor.view.dom, focus.mock.calls]).toEqual([true, [[{ preventScroll: true }]]])
})

test('a sheet that has gone takes no keyboard', () => {
  const { editor } = sheetOf(true)
  editor.destroy()
  focusSheet(editor)
  focusSheet(null)
  expect(document.activeElement).toBe(document.body)
})

test.each([true, false])('Escape in Find goes to the words of a sheet whose editable is %s', async (isEditable) => {
  const { editor } = sheetOf(isEditable)
  const fake = fakeWindow({ story: storyFrom('H\nD\nIt took 14 hours.'), editor })
  const { session } = fake.services.newsroom.store.getState()
  Object.assign(session?.navigation ?? {}, { followSelection: () => undefined })
  function Bar() {
    const story = useStory(({ editor, session }) => ({ editor, session }))
    return story ? <FindBar story={story} /> : null
  }
  page = await put(fake.services, <Bar />)
  const field = find('input', 'Find')
  field.focus()
  await press(field, 'Escape')
  expect(document.activeElement).toBe(editor.view.dom)
})
