import { afterEach, expect, test, vi } from 'vitest'
import { Dialog } from '../../../../src/renderer/ui/dialogs/Dialog'
import { act } from 'react'
import { fakeWindow, find, press, put, type Page } from '../../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const shown = async (asks: boolean): Promise<readonly (string | null | undefined)[]> => {
  page = await put(
    fakeWindow({}).services,
    <Dialog asks={asks} title="Delete this story for good?" onClose={() => undefined}>
      <p>This cannot be undone.</p>
    </Dialog>,
  )
  const dialog = document.querySelector('.dialog')
  return [dialog?.getAttribute('role'), dialog?.getAttribute('aria-modal')]
}

test('a question before something that nothing undoes is read at once, and nothing behind it is', async () => {
  expect(await shown(true)).toEqual(['alertdialog', 'true'])
})

test('any other dialog is a dialog', async () => {
  expect(await shown(false)).toEqual(['dialog', null])
})

test('the page keys on a button of the foot scroll what is above it, and no other key does', async () => {
  page = await put(
    fakeWindow({}).services,
    <Dialog title="Import" foot={<button type="button">Import 4 stories</button>} onClose={() => undefined}>
      <p>What would come.</p>
    </Dialog>,
  )
  const body = document.querySelector('.dialog-body') as HTMLElement
  Object.defineProperty(body, 'clientHeight', { value: 500 })
  body.scrollBy = vi.fn<() => void>() as HTMLElement['scrollBy']
  const button = find('button', 'Import 4 stories')
  for (const key of ['PageDown', 'PageUp', 'End']) await press(button, key)
  expect(vi.mocked(body.scrollBy).mock.calls).toEqual([
    [0, 450],
    [0, -450],
  ])
})

test('a dialog that begins on a field keeps the keyboard, also before it has moved in it', async () => {
  page = await put(
    fakeWindow({}).services,
    <>
      <button type="button">Behind</button>
      <Dialog title="Who are you?" onClose={() => undefined}>
        <input aria-label="PIN" autoFocus />
      </Dialog>
    </>,
  )
  await act(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  })
  act(() => find('button', 'Behind').focus())
  expect(document.activeElement?.getAttribute('aria-label')).toBe('PIN')
})
