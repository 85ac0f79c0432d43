import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { PanelTabs, Rail } from '../../../src/renderer/shell/frame/SidePanel'
import { storyFrom } from '../../builders/stories/storyFrom'
import { all, axeFaults, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

test('a tab of the rail is called by its word; its number and its key are said apart from it', async () => {
  const fake = fakeWindow({ story: storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }) })
  // Without a panel, which is not part of the rail.
  fake.services.panels.setPanelFolded(true)
  page = await put(
    fake.services,
    <PanelTabs>
      <Rail />
    </PanelTabs>,
  )
  expect(
    all('[role="tab"]', /./).map((tab) => [
      tab.querySelector(':scope > :not([aria-hidden])')?.textContent,
      document.getElementById(tab.getAttribute('aria-describedby') ?? '')?.textContent,
      tab.getAttribute('aria-keyshortcuts'),
    ]),
  ).toEqual([
    ['Facts', '1', 'Control+1'],
    ['Checks', '1', 'Control+2'],
    ['Comments', undefined, 'Control+3'],
    ['Sources', undefined, 'Control+4'],
    ['History', undefined, 'Control+5'],
    ['Fields', undefined, 'Control+6'],
  ])
  expect(await axeFaults()).toEqual([])
})

test('from 1,000 on a badge reads “999+”, and the description and the tooltip of its tab say the number', async () => {
  const copy = (count: number) => `Leaders meet\nDeck\n${'TK '.repeat(count)}`
  const badge = async (count: number): Promise<readonly unknown[]> => {
    const fake = fakeWindow({ story: storyFrom(copy(count)) })
    fake.services.panels.setPanelFolded(true)
    page = await put(
      fake.services,
      <PanelTabs>
        <Rail />
      </PanelTabs>,
    )
    const tab = find('[role="tab"]', /^Checks/)
    const said = document.getElementById(tab.getAttribute('aria-describedby') ?? '')
    const found = [said?.textContent, said?.getAttribute('aria-label'), tab.getAttribute('title')]
    const faults = await axeFaults()
    page.unmount()
    return [...found, faults]
  }
  expect(await badge(999)).toEqual(['999', null, 'Ctrl+2', []])
  expect(await badge(1362)).toEqual(['999+', '1,362', '1,362 · Ctrl+2', []])
})

test('a tab that gets the keyboard back late shows nothing, and an arrow key shows the tab that it comes to', async () => {
  const fake = fakeWindow({ story: storyFrom('Leaders meet\nDeck\nIt ran.') })
  const { panels } = fake.services
  page = await put(
    fake.services,
    <PanelTabs>
      <Rail />
    </PanelTabs>,
  )
  const shown = () => [panels.store.getState().tab, document.activeElement?.textContent]
  await act(async () => panels.showTab('history'))
  await act(async () => find<HTMLElement>('[role="tab"]', 'Comments').focus())
  expect(shown()).toEqual(['history', 'History'])
  await act(async () => find<HTMLElement>('[role="tab"]', 'Comments').focus())
  expect(shown()).toEqual(['comments', 'Comments'])
  await act(async () =>
    find('[role="tab"]', 'History').dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 })),
  )
  expect(shown()).toEqual(['history', 'History'])
})
