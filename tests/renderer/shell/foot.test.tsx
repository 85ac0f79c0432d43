import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { runCommand } from '../../../src/renderer/state'
import { MeterRow } from '../../../src/renderer/checks/MeterRow'
import { Foot } from '../../../src/renderer/shell/frame/Foot'
import { storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
})

async function shownFoot(fake: FakeWindow): Promise<HTMLElement> {
  page = await put(fake.services, <Foot counted />)
  return page.body
}
const status = (body: HTMLElement): HTMLElement | null => body.querySelector('[role="status"]')

test('the key for saving answers “Saved” in the status, once everything is on the disk', async () => {
  const fake = fakeWindow({ story: storyFrom('Headline\nDeck\nBody.') })
  const session = fake.services.newsroom.store.getState().session
  const flushed = vi.fn(() => Promise.resolve(true))
  Object.assign(session?.autosave ?? {}, { flush: flushed })
  const body = await shownFoot(fake)
  const told: (string | null)[] = []
  const observer = new MutationObserver(() => void told.push(status(body)?.textContent ?? null))
  observer.observe(status(body) ?? body, { childList: true, characterData: true, subtree: true })
  await act(async () => {
    expect(runCommand('story.save')).toBe(true)
    await vi.waitFor(() => expect(status(body)?.dataset['told']).toBe('true'))
  })
  observer.disconnect()
  expect([flushed.mock.calls.length, told.at(-1), status(body)?.textContent]).toEqual([1, 'Saved', 'Saved'])
})

test('does not say “Saved” while a field has words that are not sent, and the key for saving sends them', async () => {
  const fake = fakeWindow({ story: storyFrom('Headline\nDeck\nBody.') })
  const unsent = fake.services.newsroom.store.getState().session?.unsentFields
  const body = await shownFoot(fake)
  const said = [status(body)?.textContent]
  await act(async () =>
    unsent?.note('edNote', () => {
      unsent.note('edNote', undefined)
      return Promise.resolve()
    }),
  )
  said.push(status(body)?.textContent)
  await act(async () => {
    runCommand('story.save')
    await vi.waitFor(() => expect(status(body)?.dataset['told']).toBe('true'))
  })
  expect([...said, status(body)?.textContent]).toEqual(['Saved', 'A field is not saved yet', 'Saved'])
})

test('promises to save later what could not be written, and not what was refused', async () => {
  const fake = fakeWindow({ story: storyFrom('Headline\nDeck\nBody.') })
  const store = fake.services.newsroom.store.getState().session?.autosave.store
  const body = await shownFoot(fake)
  const said: (string | null | undefined)[] = []
  for (const state of [
    { error: 'The disk is full.' },
    { error: 'These changes were not saved.', refused: true },
  ] as const) {
    await act(async () => store?.setState({ state }))
    said.push(status(body)?.textContent)
  }
  expect(said).toEqual([
    'The latest changes are not saved yet. You can go on typing: Stet saves as soon as it can. The disk is full.',
    'The latest changes are not saved. These changes were not saved.',
  ])
})

test('there is nothing to save without a story', async () => {
  await shownFoot(fakeWindow())
  expect(runCommand('story.save')).toBe(false)
})

test('says who acts, and the role in the roster', async () => {
  const named = (body: HTMLElement): string | null | undefined => body.querySelector('.foot-person')?.textContent
  expect(named(await shownFoot(fakeWindow()))).toBe('Editor, editor')
  page?.unmount()
  expect(named(await shownFoot(fakeWindow({ person: 'Stranger' })))).toBe('Stranger')
})

test('counts the open TKs', async () => {
  const body = await shownFoot(fakeWindow({ story: storyFrom('Headline TK\nDeck\nBody, TK and TK.') }))
  expect(body.querySelector('.foot-tk')?.textContent).toBe('3 TKs')
})

test('counts untagged statements as the meter does, and says how many of them block', async () => {
  const counted = async (copy: string): Promise<readonly (string | null | undefined)[]> => {
    const fake = fakeWindow({ story: storyFrom(copy) })
    page = await put(
      fake.services,
      <>
        <MeterRow />
        <Foot counted />
      </>,
    )
    const said = ['.meter-words', '.meter-open', '.foot-link'].map((one) => page?.body.querySelector(one)?.textContent)
    page.unmount()
    return said
  }
  expect(await counted('Head\nDeck\nThen Cho Min-ah met Oh Dae-sung. It rose to 57 percent.')).toEqual([
    '1 issue blocks clearing',
    '1\u00a0untagged',
    '3 untagged statements, 1 blocks clearing',
  ])
  expect(await counted('Head\nDeck\nThen Cho Min-ah met Oh Dae-sung.')).toEqual([
    'No issues block clearing',
    undefined,
    '2 untagged statements, optional',
  ])
})
