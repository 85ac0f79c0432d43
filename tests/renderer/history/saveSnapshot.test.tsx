/** A snapshot that is saved by a key in the middle of other work. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { Snapshots } from '../../../src/renderer/history/Snapshots'
import { useStory } from '../../../src/renderer/state'
import { PLACES } from '../../../src/renderer/state/focusPlaces'
import { focusPlace } from '../../../src/renderer/ui/focus/focusService'
import { NOW, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, find, press, put, type, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const SAVED = { n: 1, at: NOW, by: 'Editor', why: 'night', kind: 'named', headline: '', words: 1, facts: 0 } as const

function Window() {
  const story = useStory((now) => now)
  return (
    <>
      <textarea ref={focusPlace(PLACES.sheet)} aria-label="Words" />
      <div ref={focusPlace(PLACES.sheetAtRest)} tabIndex={-1} aria-label="At rest" />
      {story ? <Snapshots story={story} /> : null}
    </>
  )
}
async function shown(): Promise<FakeWindow> {
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran.'),
    answers: {
      'version.list': () => did({ versions: [], bytes: 0, limit: 100 }),
      'version.keep': () => did({ ...SAVED, bytes: 10 }),
    },
  })
  page = await put(fake.services, <Window />)
  return fake
}
const field = (): HTMLInputElement => find('input', 'Name of the snapshot')
const at = (): string | null | undefined => document.activeElement?.getAttribute('aria-label')
const save = async (): Promise<void> => {
  await type(field(), 'night')
  await act(async () => field().form?.requestSubmit())
}
const ask = ({ services }: FakeWindow): Promise<void> =>
  act(async () => services.panels.store.setState({ naming: true }))

test('the key returns the keyboard to the words after Enter and after Escape, and says what was saved', async () => {
  const fake = await shown()
  await ask(fake)
  expect(document.activeElement).toBe(field())
  await save()
  expect([at(), fake.services.notices.store.getState().announced]).toEqual(['Words', 'Snapshot “night” saved.'])
  await ask(fake)
  await press(field(), 'Escape')
  expect(at()).toBe('Words')
})

test('in review it returns to the sheet without a caret, where keys of review type nothing', async () => {
  const fake = await shown()
  fake.services.panels.store.setState({ review: true })
  await ask(fake)
  await save()
  expect(at()).toBe('At rest')
})

test('who came to the field by themselves stays there', async () => {
  await shown()
  field().focus()
  await save()
  expect(document.activeElement).toBe(field())
})
