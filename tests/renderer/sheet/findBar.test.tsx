import { afterEach, expect, test } from 'vitest'
import { FindBar } from '../../../src/renderer/sheet/find/FindBar'
import { useStory } from '../../../src/renderer/state'
import { useWindowServices } from '../../../src/renderer/state/windowServices'
import { useStore } from 'zustand'
import { storyFrom } from '../../builders/stories/storyFrom'
import { oneDesk } from '../../editor/desk'
import { fakeWindow, find, press, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

function Bar() {
  const story = useStory(({ editor, session }) => ({ editor, session }))
  const finding = useStore(useWindowServices().panels.store, (state) => state.finding)
  return story && finding ? <FindBar story={story} /> : null
}

/** A sheet with the bar over it, and the caret in the words. */
async function opened() {
  const sheet = oneDesk('headline: H', 'deck: D', 'It took 14 hours.')
  const { services } = fakeWindow({ story: storyFrom('H\nD\nIt took 14 hours.'), editor: sheet.editor })
  const { session } = services.newsroom.store.getState()
  if (session) Object.assign(session, { navigation: { followSelection: () => undefined } })
  services.panels.setFinding(true)
  page = await put(services, <Bar />)
  const words = sheet.editor.view.dom
  page.body.append(words)
  sheet.editor.view.focus()
  return { services, words, isOpen: () => document.querySelector('[role=search]') !== null }
}

test('Escape in the words closes the bar, and the words keep the keyboard', async () => {
  const { words, isOpen } = await opened()
  expect(isOpen()).toBe(true)
  await press(words, 'Escape')
  expect([isOpen(), document.activeElement === words]).toEqual([false, true])
})

test('Escape that closes something else and gives the words the keyboard leaves the bar', async () => {
  const { words, isOpen } = await opened()
  const menu = document.createElement('input')
  menu.addEventListener('keydown', () => words.focus())
  document.body.append(menu)
  menu.focus()
  await press(menu, 'Escape')
  expect([isOpen(), document.activeElement === words]).toEqual([true, true])
  menu.remove()
})

test('Escape that closes the bar does nothing else', async () => {
  const { words } = await opened()
  const heard: string[] = []
  const listen = ({ key }: KeyboardEvent): void => void heard.push(key)
  window.addEventListener('keydown', listen)
  await press(words, 'Escape')
  await press(words, 'Escape')
  window.removeEventListener('keydown', listen)
  expect(heard).toEqual(['Escape'])
})

test('Escape in an input method, in review, or elsewhere leaves the bar', async () => {
  const { services, words, isOpen } = await opened()
  await press(words, 'Escape', { isComposing: true })
  words.blur()
  await press(document.body, 'Escape')
  const first = isOpen()
  services.panels.setReview(true)
  words.focus()
  await press(words, 'Escape')
  expect([first, isOpen()]).toEqual([true, true])
  await press(find('input', 'Find'), 'Escape')
  expect(isOpen()).toBe(false)
})
