import type { Editor } from '@tiptap/core'
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ReviewKeys } from '../../../src/renderer/review/ReviewRoom'
import { useSheetAtRest } from '../../../src/renderer/sheet/useSheetAtRest'
import { PLACES } from '../../../src/renderer/state/focusPlaces'
import { findPlace, focusNow } from '../../../src/renderer/ui/focus/focusService'
import { storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, press, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  document.body.replaceChildren()
})

const story = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' })
const NOTICE = 'Nothing was typed: the cursor is not in the copy. Enter goes to the words, Ctrl+R to review.'

/** A sheet with words in it. `row` stands for a fact in review, which has the keyboard at first. */
async function open(
  isEditable = true,
): Promise<{ fake: FakeWindow; sheet: HTMLElement; words: HTMLElement; row: HTMLElement }> {
  const sheet = document.body.appendChild(document.createElement('div'))
  const words = sheet.appendChild(document.createElement('textarea'))
  const row = document.body.appendChild(document.createElement('button'))
  // ProseMirror moves the keyboard to an editable sheet only.
  const view = { focus: () => (isEditable ? words.focus() : undefined), dom: words }
  const editor = { isEditable, view } as unknown as Editor
  const Sheet = (): null => (useSheetAtRest(sheet, editor), null)
  const fake = fakeWindow({ story })
  page = await put(
    fake.services,
    <>
      <Sheet />
      <ReviewKeys />
    </>,
  )
  await act(async () => fake.services.panels.setReview(true))
  row.focus()
  return { fake, sheet, words, row }
}
const said = (fake: FakeWindow): readonly string[] =>
  fake.services.notices.store.getState().list.map(({ text }) => text)

test('a key of review after an Escape too many types nothing and says so; Enter then goes to the words', async () => {
  const { fake, sheet, words, row } = await open()
  await press(row, 'Escape', { code: 'Escape' })
  const left = [fake.services.panels.store.getState().review, document.activeElement === sheet]
  await press(sheet, 'v', { code: 'KeyV' })
  expect([left, said(fake), document.activeElement === sheet]).toEqual([[false, true], [NOTICE], true])
  await press(sheet, 'Enter', { code: 'Enter' })
  // What is typed now goes into the words: nothing says otherwise.
  expect([document.activeElement, said(fake)]).toEqual([words, []])
})

test.each(['ArrowDown', 'End'])('%s goes from the sheet to the words', async (key) => {
  const { fake, sheet, words } = await open()
  act(() => fake.services.panels.setReview(false))
  focusNow(findPlace(PLACES.sheetAtRest))
  expect([document.activeElement === sheet, sheet.getAttribute('aria-label')]).toEqual([
    true,
    'The story. Enter goes to the words.',
  ])
  await press(sheet, key)
  expect([document.activeElement, said(fake)]).toEqual([words, []])
})

test('Enter goes to the words also where nothing can be written', async () => {
  const { fake, sheet, words } = await open(false)
  act(() => fake.services.panels.setReview(false))
  focusNow(findPlace(PLACES.sheetAtRest))
  await press(sheet, 'Enter')
  expect(document.activeElement).toBe(words)
})

test.each([
  [' ', {}],
  ['PageDown', {}],
  ['k', { ctrlKey: true }],
])('“%s” keeps its meaning on the sheet', async (key, more) => {
  const { fake, sheet } = await open()
  act(() => fake.services.panels.setReview(false))
  focusNow(findPlace(PLACES.sheetAtRest))
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  expect([sheet.dispatchEvent(event), said(fake)]).toEqual([true, []])
})
