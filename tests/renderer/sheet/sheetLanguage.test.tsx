import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SheetRoom } from '../../../src/renderer/sheet/SheetRoom'
import { storyFrom } from '../../builders/stories/storyFrom'
import { oneDesk } from '../../editor/desk'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  )
  vi.stubGlobal('requestIdleCallback', () => 1)
  vi.stubGlobal('cancelIdleCallback', () => undefined)
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

const storyIn = (language: string) => storyFrom('Leaders meet\nDeck\nIt ran.', {}, [], { language })

test('the words of an open story have the language of its field, also after the field has changed', async () => {
  const { editor } = oneDesk('headline: Leaders meet', 'deck: Deck', 'It ran.')
  const fake = fakeWindow({ story: storyIn('en'), editor })
  page = await put(fake.services, <SheetRoom />)
  const language = () => editor.view.dom.closest('[lang]')?.getAttribute('lang')
  const opened = language()
  await act(async () => fake.show(storyIn('ko')))
  expect([opened, language()]).toEqual(['en', 'ko'])
})
