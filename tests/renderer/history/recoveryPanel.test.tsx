/** The recovery tray: where the keyboard is after an entry has gone. */
import { afterEach, expect, it, vi } from 'vitest'
import { RecoveryPanel } from '../../../src/renderer/history/RecoveryPanel'
import type { TrayEntry } from '../../../src/story/requests/tray'
import { storyFrom } from '../../builders/stories/storyFrom'
import { all, click, did, fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const entry = (ref: string): TrayEntry => ({
  ...{ ref, kind: 'words', text: `Words ${ref}`, before: '', after: '', by: ['Editor'] },
  ...{ at: '2026-10-30T09:00:00.000Z', origin: 'Typed here.' },
})

it('goes to the next entry when one is discarded, and to Close after the last', async () => {
  let tray = [entry('a'), entry('b')]
  const fake = fakeWindow({
    story: storyFrom('Ships wait\nTalks\nThey wait.'),
    answers: {
      'tray.list': () => did(tray),
      'tray.letGo': ({ ref }) => {
        tray = tray.filter((one) => one.ref !== ref)
        return did({})
      },
    },
  })
  fake.services.panels.open({ kind: 'recovery' })
  page = await put(fake.services, <RecoveryPanel />)
  const discardFirst = async (): Promise<void> => {
    const [first] = all('button', 'Discard…')
    if (first) await click(first)
    const [sure] = all('button', 'Discard')
    if (sure) await click(sure)
  }
  const at = (): string | null | undefined =>
    `${document.activeElement?.closest('li')?.querySelector('mark')?.textContent ?? ''}: ${document.activeElement?.textContent ?? ''}`
  await discardFirst()
  await vi.waitFor(() => expect(at()).toBe('Words b: Restore'))
  await discardFirst()
  await vi.waitFor(() => expect(at()).toBe(': Close'))
})
