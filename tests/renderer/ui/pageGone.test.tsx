import { afterEach, expect, test } from 'vitest'
import { focusOn, focusPlace } from '../../../src/renderer/ui/focus/focusService'
import { fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const content = (
  <>
    <button ref={focusPlace('row')}>Row</button>
    <button>Accept</button>
  </>
)

test('what a page wanted to focus before it went takes no keyboard from the next page', async () => {
  page = await put(fakeWindow().services, content)
  focusOn('row')
  page.unmount()
  page = await put(fakeWindow().services, content)
  const accept = find('button', 'Accept')
  accept.focus()
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame)
  expect(document.activeElement).toBe(accept)
})
