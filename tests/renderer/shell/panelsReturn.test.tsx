/** A panel that a menu opened gives the keyboard back to where the person was before the menu. */
import { act } from 'react'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Palette } from '../../../src/renderer/commands/Palette'
import { useClose, useCommand, usePanels } from '../../../src/renderer/state'
import { PLACES } from '../../../src/renderer/state/focusPlaces'
import { useWindowServices } from '../../../src/renderer/state/windowServices'
import { Menu, RowMenus } from '../../../src/renderer/ui'
import { focusPlace } from '../../../src/renderer/ui/focus/focusService'
import { click, did, fakeWindow, find, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())
beforeAll(() => {
  // Menus and the list of the palette need this browser API, which jsdom lacks.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
  Element.prototype.scrollIntoView ??= () => undefined
})
afterAll(() => void vi.unstubAllGlobals())

function Queue() {
  const close = useClose()
  return (
    <button type="button" autoFocus onClick={close}>
      Close the queue
    </button>
  )
}

/** A list with a row, the sheet, and menus whose item opens a panel. The row is gone while the person finds words. */
function Window() {
  const { panels } = useWindowServices()
  const isShort = usePanels(({ finding }) => finding)
  const kind = usePanels(({ overlay }) => overlay?.kind)
  const open = (): void => panels.open({ kind: 'queue' })
  useCommand('view.queue', open)
  const menu = (label: string) => (
    <Menu
      label={label}
      items={[
        { id: 'queue', label: 'Queue…', onSelect: open },
        { id: 'more', label: 'More', items: [{ id: 'inner', label: 'Inner queue…', onSelect: open }] },
      ]}
      trigger={<button type="button">{label}</button>}
    />
  )
  return (
    <>
      <ul ref={focusPlace(PLACES.pane('library'))}>
        {isShort ? null : (
          <li data-menu-row="">
            <button type="button">Row</button>
            {menu('Menu of the row')}
          </li>
        )}
        <li>
          <button type="button" ref={focusPlace(PLACES.stories)}>
            First row
          </button>
          <button type="button" ref={focusPlace(PLACES.stories, PLACES.activeStory)}>
            Next row
          </button>
        </li>
      </ul>
      <textarea aria-label="Story" ref={focusPlace(PLACES.sheet)} />
      {menu('Library')}
      {isShort ? null : <button type="button">Passing</button>}
      <RowMenus />
      {kind === 'palette' ? <Palette /> : kind === 'queue' ? <Queue /> : null}
    </>
  )
}

const turns = async (): Promise<void> =>
  act(async () => {
    for (let frame = 0; frame < 4; frame++)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  })
const press = async (element: HTMLElement): Promise<void> => {
  await act(async () => void element.dispatchEvent(new MouseEvent('pointerdown', { button: 0, bubbles: true })))
  await turns()
}
const choose = async (name: string): Promise<void> => {
  await act(async () => find('[role="menuitem"]', name).click())
  await turns()
}

const ways: Readonly<Record<string, (open: () => void) => Promise<void>>> = {
  'the menu of a button, by mouse': async () => {
    await press(find('button', 'Library'))
    await choose('Queue…')
  },
  'a menu after another one': async () => {
    await press(find('button', 'Menu of the row'))
    await press(find('button', 'Library'))
    await choose('Queue…')
  },
  'a menu in a menu': async () => {
    await press(find('button', 'Library'))
    await act(async () => find('[role="menuitem"]', 'More').click())
    await turns()
    await choose('Inner queue…')
  },
  'the context menu': async () => {
    await act(async () => {
      find('button', 'Row').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 }))
    })
    await turns()
    await choose('Queue…')
  },
  'the palette': async (openPalette) => {
    await act(async () => openPalette())
    await type(find('input', /./), 'queue')
    await turns()
    await act(async () => find('[cmdk-item]', /queue/i).click())
    await turns()
  },
}

const opened = async () => {
  const fake = fakeWindow({ answers: { 'story.page': () => did({ rows: [], total: 0, groups: [] } as never) } })
  page = await put(fake.services, <Window />)
  find('button', 'Row').focus()
  return fake.services.panels
}

test.each(Object.entries(ways))('%s: after its panel the keyboard is where the person was before', async (_, go) => {
  const panels = await opened()
  await go(() => panels.open({ kind: 'palette' }))
  await click(find('button', 'Close the queue'))
  await turns()
  expect(document.activeElement).toBe(find('button', 'Row'))
})

test('by keyboard the person was on the button of the menu', async () => {
  await opened()
  const button = find('button', 'Library')
  button.focus()
  await act(async () => void button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })))
  await turns()
  await choose('Queue…')
  await click(find('button', 'Close the queue'))
  await turns()
  expect(document.activeElement).toBe(button)
})

/** Opens a panel, lets the row and the button go, closes the panel. Returns what has the keyboard then. */
async function afterGone(from: string): Promise<string | null | undefined> {
  const panels = await opened()
  find('button', from).focus()
  await act(async () => panels.open({ kind: 'queue' }))
  await act(async () => panels.setFinding(true))
  await click(find('button', 'Close the queue'))
  await turns()
  return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent
}

test('the keyboard is in the words when that place is gone', async () => {
  expect(await afterGone('Passing')).toBe('Story')
})

test('the keyboard stays in the list when its row is gone: another Delete does not reach the words', async () => {
  expect(await afterGone('Row')).toBe('Next row')
})
