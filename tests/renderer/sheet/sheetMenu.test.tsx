/** The context menu of the sheet waits for the corrections of a misspelt word. */
import type { Editor } from '@tiptap/core'
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useSheetMenu } from '../../../src/renderer/sheet/menu/useSheetMenu'
import type { StorySpelling } from '../../../src/renderer/spelling/storySpelling'
import { openSpelling } from '../../../src/renderer/spelling/useSpelling'
import { fakeWindow, press, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  document.body.replaceChildren()
  openSpelling.setState({ checker: null })
})

/** Right-clicks a misspelt word. The corrections wait until the test gives them. */
async function rightClick() {
  const dom = document.createElement('div')
  let give = (_corrections: readonly string[]): void => undefined
  const corrections = new Promise<readonly string[]>((resolve) => (give = resolve))
  const checker = { wordAt: () => ({ from: 1, to: 5 }), corrections: () => corrections }
  openSpelling.setState({ checker: checker as unknown as StorySpelling })
  const editor = {
    isEditable: true,
    isDestroyed: false,
    state: { selection: { from: 1, to: 1, head: 1 }, doc: { textBetween: () => 'tlak' } },
    view: { dom, posAtCoords: () => null, coordsAtPos: () => ({ left: 0, bottom: 0 }) },
  } as unknown as Editor
  const Menu = () => {
    const [at] = useSheetMenu(editor)
    return at ? <p role="menu">{at.misspelt?.corrections.join()}</p> : null
  }
  page = await put(fakeWindow().services, <Menu />)
  document.body.append(dom)
  await act(async () => {
    dom.dispatchEvent(new MouseEvent('pointerdown', { button: 2, bubbles: true }))
    dom.dispatchEvent(new MouseEvent('contextmenu', { button: 2, bubbles: true }))
  })
  return {
    dom,
    answer: async () => {
      await act(async () => {
        give(['talk'])
        await corrections
      })
      return document.querySelector('[role=menu]')?.textContent
    },
  }
}

test('the menu of a misspelt word opens with its corrections', async () => {
  const { answer } = await rightClick()
  expect(await answer()).toBe('talk')
})

test('the menu does not open for a person who types on: Enter would take a correction', async () => {
  const { dom, answer } = await rightClick()
  await press(dom, 'a')
  expect(await answer()).toBe(undefined)
})
