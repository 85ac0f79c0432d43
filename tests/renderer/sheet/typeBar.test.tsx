import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { tagSelection } from '../../../src/editor/facts/factCommands'
import { TypeBar } from '../../../src/renderer/sheet/tools/TypeBar'
import { useStory } from '../../../src/renderer/state'
import { readTags } from '../../../src/document/reading/readStory'
import { storyFrom } from '../../builders/stories/storyFrom'
import { oneDesk, resetIds, run, select, shown, type Desk } from '../../editor/desk'
import { fakeWindow, find, press, put, type Page } from '../fakeWindow'

let page: Page | undefined
beforeEach(resetIds)
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

/** A sheet with the bar over it. */
async function opened(): Promise<{ readonly sheet: Desk; readonly session: Session }> {
  const sheet = oneDesk('headline: H', 'deck: D', 'It took 14 hours.')
  // There is no layout here.
  const place = { left: 0, right: 10, top: 100, bottom: 120 }
  sheet.editor.view.coordsAtPos = () => place
  const fake = fakeWindow({ story: storyFrom('H\nD\nIt took 14 hours.'), editor: sheet.editor })
  const { session } = fake.services.newsroom.store.getState()
  function Bar() {
    const story = useStory(({ editor, session }) => ({ editor, session }))
    return story ? <TypeBar story={story} scroller={document.body} /> : null
  }
  page = await put(fake.services, <Bar />)
  page.body.append(sheet.editor.view.dom)
  sheet.editor.view.focus()
  return { sheet, session }
}
type Session = ReturnType<ReturnType<typeof fakeWindow>['services']['newsroom']['store']['getState']>['session']

/** A sheet whose words were just tagged by key. */
async function choosing(): Promise<Desk> {
  const { sheet, session } = await opened()
  select(sheet, '14 hours')
  run(sheet, tagSelection())
  const [fact] = [...readTags(sheet.doc).values()]
  await act(async () => session?.store.setState({ choosing: fact ?? null }))
  return sheet
}
const types = ({ doc }: Desk): readonly string[] => [...readTags(doc).values()].map(({ type }) => type)

test('the bar has the keyboard while a type is chosen, and the words get it back', async () => {
  const sheet = await choosing()
  const bar = find('[role=toolbar]', 'Type of fact')
  expect(document.activeElement).toBe(bar)
  await press(bar, 'ㅣ', { code: 'KeyL' })
  expect([types(sheet).at(-1), document.activeElement, document.querySelector('[role=toolbar]')]).toEqual([
    'place',
    sheet.editor.view.dom,
    null,
  ])
  expect(sheet.editor.state.selection.empty).toBe(true)
})

test('a letter of an input method that is no type neither ends the choice nor reaches the words', async () => {
  const sheet = await choosing()
  const bar = find('[role=toolbar]', 'Type of fact')
  await press(bar, 'Process', { code: 'KeyZ' })
  expect([document.activeElement, shown(sheet)[2]]).toEqual([bar, 'It took {n1:14 hours}.'])
  await press(bar, 'Escape', { code: 'Escape' })
  expect(document.activeElement).toBe(sheet.editor.view.dom)
})

test('a shortcut ends the choice, with the keyboard in the words', async () => {
  const sheet = await choosing()
  await press(find('[role=toolbar]', 'Type of fact'), 'k', { code: 'KeyK', ctrlKey: true })
  expect([document.activeElement, document.querySelector('[role=toolbar]')]).toEqual([sheet.editor.view.dom, null])
})

test('words that Find selects get the bar once the keyboard is back in the sheet, however long that takes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const search = document.body.appendChild(document.createElement('input'))
  try {
    const { sheet } = await opened()
    const bar = (): Element | null => document.querySelector('[role=toolbar]')
    search.focus()
    await act(async () => select(sheet, '14 hours'))
    await act(async () => vi.advanceTimersByTime(5000))
    expect(bar()).toBe(null)
    await act(async () => sheet.editor.view.focus())
    await act(async () => vi.advanceTimersByTime(1000))
    expect(bar()?.getAttribute('aria-label')).toBe('Selected words')
  } finally {
    search.remove()
    vi.useRealTimers()
  }
})

test('the letter of a type pressed twice, or held, is not written behind the words', async () => {
  const sheet = await choosing()
  const heard: boolean[] = []
  const key = async (at: number, more: KeyboardEventInit = {}): Promise<void> => {
    const event = new KeyboardEvent('keydown', { key: 'f', code: 'KeyF', bubbles: true, cancelable: true, ...more })
    Object.defineProperty(event, 'timeStamp', { value: at })
    await act(async () => void (document.activeElement ?? document.body).dispatchEvent(event))
    heard.push(!event.defaultPrevented)
  }
  await key(1000)
  await key(1150)
  await key(1650, { repeat: true })
  await key(1700)
  expect([types(sheet).at(-1), heard]).toEqual(['figure', [false, false, false, true]])
})
