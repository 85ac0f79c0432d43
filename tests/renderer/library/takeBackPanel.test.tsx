import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ArchivedStory } from '../../../src/ipc/contract'
import { TakeBackPanel } from '../../../src/renderer/library/takeBack/TakeBackPanel'
import { axeFaults, did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  page?.unmount()
  page = undefined
  vi.useRealTimers()
})

const story = (id: string, headline: string, more: Partial<ArchivedStory> = {}): ArchivedStory => ({
  ...{ id, headline, slug: 'ferry', stage: 'spiked', updated: '2026-10-30T09:00:00.000Z', isHere: false },
  ...more,
})
const FERRY = story('s1', 'Ferry sails')
const BRIDGE = story('s2', 'Bridge opens')
const TRAM = story('s3', 'Tram stops')

type Options = NonNullable<Parameters<typeof fakeWindow>[0]>

/** The panel on an archive with three stories. */
async function panel(calls: Options['calls'] = {}, options: Options = {}): Promise<FakeWindow> {
  const fake = fakeWindow({
    ...options,
    calls: {
      chooseTakeBack: () => did({ folder: '/old' }),
      endTakeBack: () => did({}),
      archivedStories: ({ query }) => {
        const stories = [FERRY, BRIDGE, TRAM].filter(({ headline }) => headline.toLowerCase().includes(query))
        return did({ stories, total: query === '' ? 50_000 : stories.length })
      },
      takeBackStory: ({ story: id }) => did({ headline: id }),
      openStory: () => refused('Not in this test.'),
      ...calls,
    },
  })
  fake.services.panels.open({ kind: 'takeBack' })
  page = await put(fake.services, <TakeBackPanel />)
  return fake
}
const wait = () => act(() => vi.advanceTimersByTimeAsync(1000))
const press = async (name: string): Promise<void> => {
  await act(async () => {
    find('button', name).click()
    await Promise.resolve()
  })
  await wait()
}
const alerts = () => [...document.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent)
const status = () => document.querySelector('[role=status]')?.textContent
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('.deletion-stories input[type=checkbox]')]
const all = () => document.querySelector<HTMLInputElement>('form > .field-check input')
const tick = (at: number) => act(() => boxes()[at]?.click())
const type = async (words: string): Promise<void> => {
  act(() => {
    const field = document.querySelector<HTMLInputElement>('input[type=text]')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await wait()
}
/** axe waits by the clock. */
const faults = async (): Promise<unknown> => {
  vi.useRealTimers()
  const found = await axeFaults()
  vi.useFakeTimers()
  return found
}
const notices = ({ services }: FakeWindow) => services.notices.store.getState().list.map(({ text }) => text)
const calls = ({ asked }: FakeWindow, name: string) => asked.filter(({ action }) => action === name)

it('tells who may not take stories back, and asks nothing', async () => {
  const fake = await panel({}, { person: 'Reporter' })
  expect([alerts(), document.activeElement?.textContent, fake.asked]).toEqual([
    ['Who may delete stories may take them back. Only an editor can delete a story; you are a reporter on the roster.'],
    'Close',
    [],
  ])
})

it('says why a folder is refused, and takes another one; a cancelled dialog changes nothing', async () => {
  const answers = [refused('/full is not an archive.'), did({}), did({ folder: '/old' })]
  await panel({ chooseTakeBack: () => answers.shift() ?? did({}) })
  await press('Choose a folder…')
  expect(alerts()).toEqual(['/full is not an archive.'])
  await press('Choose a folder…')
  expect([alerts(), document.activeElement?.textContent]).toEqual([[], 'Choose a folder…'])
  await press('Choose a folder…')
  expect(document.querySelector('.path')?.textContent).toBe('/old')
})

it('lists the first stories and says so, keeps what is chosen, and asks before anything comes back', async () => {
  const fake = await panel()
  await press('Choose a folder…')
  expect([status(), boxes().length]).toEqual(['3 of 50,000 stories. Type to find more. No story is chosen.', 3])
  expect(document.querySelector('.deletion-stories .field-check')?.textContent).toMatch(
    /^Ferry sailsferry · 30 Oct 2026 · Spiked$/u,
  )
  expect(await faults()).toEqual([])
  await press('Take back…')
  expect(alerts()).toEqual(['Choose a story.'])
  tick(0)
  await type('bridge')
  tick(0)
  expect(status()).toBe('1 story. 2 stories are chosen.')
  await press('Take back…')
  expect([
    document.querySelector('[role=alertdialog] h2')?.textContent,
    [...document.querySelectorAll('.deletion-stories .serif')].map(({ textContent }) => textContent),
    document.activeElement?.textContent,
    calls(fake, 'takeBackStory'),
  ]).toEqual(['Take 2 stories back into the library?', ['Ferry sails', 'Bridge opens'], 'Back', []])
  expect(await faults()).toEqual([])
  await press('Take back')
  expect([
    calls(fake, 'takeBackStory').map(({ request }) => request),
    calls(fake, 'openStory').map(({ request }) => request),
    fake.services.panels.store.getState().overlay,
  ]).toEqual([[{ story: 's1' }, { story: 's2' }], [{ story: 's1' }], null])
  page?.unmount()
  page = undefined
  await wait()
  expect(calls(fake, 'endTakeBack').length).toBe(1)
})

it('chooses all that are listed and can come back, and none of them again; others stay chosen', async () => {
  const here = story('s4', 'Ferry returns', { isHere: true })
  const lost = story('s5', 'Ferry lost', { unavailable: 'It cannot be read.' })
  const fake = await panel({
    archivedStories: ({ query }) => {
      const stories = query === 'tram' ? [TRAM] : [FERRY, here, BRIDGE, lost]
      return did({ stories, total: stories.length })
    },
  })
  await press('Choose a folder…')
  await type('tram')
  // One story needs no box for all.
  expect(all()).toBe(null)
  tick(0)
  await type('')
  expect(document.querySelector('form > .field-check')?.textContent).toBe(
    'All 2 stories that are listed and not in the library',
  )
  expect(await faults()).toEqual([])
  const seen: unknown[] = []
  const choose = (does: () => void): void => {
    does()
    seen.push([boxes().map(({ checked }) => checked), all()?.checked, status()])
  }
  choose(() => act(() => all()?.click()))
  choose(() => tick(2))
  choose(() => act(() => all()?.click()))
  choose(() => act(() => all()?.click()))
  choose(() => act(() => all()?.click()))
  expect(seen).toEqual([
    [[true, false, true, false], true, '4 stories. 3 stories are chosen.'],
    [[true, false, false, false], false, '4 stories. 2 stories are chosen.'],
    [[true, false, true, false], true, '4 stories. 3 stories are chosen.'],
    [[false, false, false, false], false, '4 stories. 1 story is chosen.'],
    [[true, false, true, false], true, '4 stories. 3 stories are chosen.'],
  ])
  await press('Take back…')
  await press('Take back')
  expect(calls(fake, 'takeBackStory').map(({ request }) => request)).toEqual([
    { story: 's3' },
    { story: 's1' },
    { story: 's2' },
  ])
})

it('a story that the library has cannot be chosen, and an archive without stories says so', async () => {
  const here = story('s1', 'Ferry sails', { isHere: true })
  let stories = [here]
  await panel({ archivedStories: () => did({ stories, total: stories.length }) })
  await press('Choose a folder…')
  expect([boxes()[0]?.disabled, document.querySelector('.deletion-stories .field-check')?.textContent]).toEqual([
    true,
    'Ferry sailsferry · 30 Oct 2026 · Spiked · Already in the library',
  ])
  stories = []
  await type('tram')
  expect(status()).toBe('No story of the archive matches. No story is chosen.')
  await type('')
  expect(status()).toBe('This archive has no stories. No story is chosen.')
})

it('says how far an archive without an index is read, and asks again until the list is whole', async () => {
  const parts = [{ done: 10, of: 30 }, undefined]
  await panel({
    archivedStories: () => {
      const indexing = parts.shift()
      return did({ stories: [FERRY], total: 1, ...(indexing ? { indexing } : {}) })
    },
  })
  await act(async () => {
    find('button', 'Choose a folder…').click()
    await vi.advanceTimersByTimeAsync(200)
  })
  expect(status()).toBe('Reading the archive: 10 of 30 stories. No story is chosen.')
  await wait()
  expect(status()).toBe('1 story. No story is chosen.')
})

it('one story that fails keeps no other back, and is told with its reason', async () => {
  const fake = await panel({
    takeBackStory: ({ story: id }) => (id === 's1' ? refused('A file is damaged.') : did({ headline: id })),
  })
  await press('Choose a folder…')
  tick(0)
  tick(1)
  await press('Take back…')
  await press('Take back')
  expect([status(), alerts(), document.activeElement?.textContent]).toEqual([
    '1 story is in the library again.',
    ['“Ferry sails”: A file is damaged.'],
    'Close',
  ])
  expect(calls(fake, 'openStory')).toEqual([])
  await act(async () => {
    ;(document.activeElement as HTMLElement).click()
    await Promise.resolve()
  })
  expect(calls(fake, 'openStory').map(({ request }) => request)).toEqual([{ story: 's2' }])
})

it('who closes it meanwhile stops after the present story, and learns what came back', async () => {
  let end = (): void => undefined
  const fake = await panel({
    takeBackStory: () =>
      new Promise((resolve) => {
        end = () => resolve(did({ headline: '' }))
      }),
  })
  await press('Choose a folder…')
  tick(0)
  tick(1)
  await press('Take back…')
  await press('Take back')
  expect([status(), document.activeElement?.textContent]).toEqual(['Back in the library: 0 of 2 stories.', 'Stop'])
  page?.unmount()
  page = undefined
  // Until then the archive stays open.
  expect(calls(fake, 'endTakeBack')).toEqual([])
  await act(async () => {
    end()
    await vi.advanceTimersByTimeAsync(1)
  })
  expect([calls(fake, 'takeBackStory').length, notices(fake), calls(fake, 'endTakeBack').length]).toEqual([
    1,
    ['1 story is in the library again. Stopped: 1 story stayed in the archive only.'],
    1,
  ])
})

it('asks for a folder once, and an archive that opens after the panel was closed is closed', async () => {
  let end = (): void => undefined
  const fake = await panel({
    chooseTakeBack: () =>
      new Promise((resolve) => {
        end = () => resolve(did({ folder: '/old' }))
      }),
  })
  await press('Choose a folder…')
  await press('Choose a folder…')
  expect([status(), calls(fake, 'chooseTakeBack').length]).toEqual(['Opening the archive…', 1])
  page?.unmount()
  page = undefined
  await wait()
  expect(calls(fake, 'endTakeBack')).toEqual([])
  await act(async () => {
    end()
    await vi.advanceTimersByTimeAsync(1)
  })
  expect(calls(fake, 'endTakeBack').length).toBe(1)
})
