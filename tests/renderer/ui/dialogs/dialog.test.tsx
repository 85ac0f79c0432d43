import { afterEach, expect, test } from 'vitest'
import { Dialog } from '../../../../src/renderer/ui/dialogs/Dialog'
import { fakeWindow, put, type Page } from '../../fakeWindow'

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
