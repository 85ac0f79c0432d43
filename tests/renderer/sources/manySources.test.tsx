/** The Sources tab of a library with 2,000 sources. */
import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { DeskFacts } from '../../../src/ipc/deskFacts'
import { RowMenus } from '../../../src/renderer/ui'
import { SourcesPanel } from '../../../src/renderer/sources/SourcesPanel'
import type { Source } from '../../../src/story/desk/source'
import { POOL, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import {
  all,
  axeFaults,
  click,
  DESK,
  did,
  fakeWindow,
  find,
  press,
  put,
  type,
  unfold,
  type FakeWindow,
  type Page,
} from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

const COUNT = 2000
const nameOf = (nth: number): string => `Harbour log ${String(nth).padStart(4, '0')}`
const BOOK = Array.from({ length: COUNT }, (_, nth): Source => ({
  ...POOL,
  id: nth === 1500 ? POOL.id : `s${nth}`,
  name: nameOf(nth),
  kind: 'document',
}))
const PAGE = 'Leaders meet\nDeck\nIt ran for {f1:100 minutes}.'
const story = storyFrom(PAGE, { f1: 'figure' }, signedOn(PAGE, 'f1'))

const deskOf = (sources: readonly Source[]): DeskFacts => ({ ...DESK, sources })
const open = async (fake: FakeWindow): Promise<FakeWindow> => {
  page = await put(fake.services, <SourcesPanel />)
  return fake
}
const names = (): readonly string[] => all('.source-name', /./).map(({ textContent }) => textContent)
const changeBook = (fake: FakeWindow, sources: readonly Source[]): Promise<void> =>
  act(async () => fake.services.newsroom.store.setState({ desk: deskOf(sources) }))
const openActions = async (name: string): Promise<void> => {
  const summary = find('li.source', name).querySelector('summary')
  if (!summary) throw new Error(`${name} has no actions.`)
  await unfold(summary)
}

it('draws fifty, those of the story first, with closed actions and no list of all others', async () => {
  await open(fakeWindow({ story, desk: deskOf(BOOK) }))
  expect([
    [names().length, ...names().slice(0, 2), names().at(-1)],
    document.querySelectorAll('option').length,
    document.querySelectorAll('form').length,
    document.querySelectorAll('li').length,
    await axeFaults(),
  ]).toEqual([[50, nameOf(1500), nameOf(0), nameOf(48)], 0, 0, 51, []])
})

it('draws fifty more when asked, from where the keyboard goes on', async () => {
  await open(fakeWindow({ desk: deskOf(BOOK.slice(0, 120)) }))
  const more = async (): Promise<unknown> => {
    await click(find('button', 'Show more'))
    return [names().length, document.activeElement?.getAttribute('aria-label')]
  }
  expect([await more(), await more(), all('button', 'Show more')]).toEqual([
    [100, `Edit ${nameOf(50)}`],
    [120, `Edit ${nameOf(100)}`],
    [],
  ])
})

it('finds among all sources, and begins again with fifty of what is found', async () => {
  await open(fakeWindow({ desk: deskOf(BOOK) }))
  await click(find('button', 'Show more'))
  await type(find('input', 'Find a source'), '1999')
  expect(names()).toEqual([nameOf(1999)])
  await type(find('input', 'Find a source'), '19')
  expect([names().length, names()[0], all('button', 'Show more').length]).toEqual([50, nameOf(19), 1])
})

it('goes through the protected sources of the book once', async () => {
  let looks = 0
  const guarded = BOOK.map((source): Source => ({
    ...source,
    protected: true,
    get pseudonym() {
      looks++
      return undefined
    },
  }))
  await open(fakeWindow({ desk: deskOf(guarded) }))
  // Each is asked for its pseudonym three times: whether it has one, which, and whether that is taken. Each that is
  // shown is asked twice more: whether its name is here at all.
  expect([names().length, looks]).toEqual([50, COUNT * 3 + 2 * 50])
})

it('merges into any source, by the button alone, and draws the one that is left with the keyboard on it', async () => {
  const fake = await open(
    fakeWindow({ desk: deskOf(BOOK), answers: { 'source.facts': () => did([]), 'source.merge': () => did({}) } }),
  )
  await openActions(nameOf(0))
  const field = find('input', 'Same as')
  const merges = (): readonly unknown[] => fake.asked.filter(({ action }) => action === 'source.merge')
  await click(field)
  expect([all('[role=option]', /./).length, document.querySelector('.picker-note')?.textContent]).toEqual([
    8,
    '1,991 more sources are not shown. Type more of the name.',
  ])
  await type(field, '1998')
  await press(field, 'Enter')
  await press(field, 'Enter')
  expect([(field as HTMLInputElement).value, merges(), await axeFaults()]).toEqual([nameOf(1998), [], []])
  expect(find('form', `Merge ${nameOf(0)}`).textContent).toContain(
    `Facts based on ${nameOf(0)} will be based on ${nameOf(1998)}, and ${nameOf(0)} becomes one of its names.`,
  )
  await click(find('button', `Merge into ${nameOf(1998)}`))
  expect(merges()).toEqual([{ action: 'source.merge', request: { source: 's0', into: 's1998' } }])
  await changeBook(
    fake,
    BOOK.map((source, nth) => (nth === 0 ? { ...source, mergedInto: 's1998' } : source)),
  )
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe(`Edit ${nameOf(1998)}`))
  expect([names().length, names().at(-1)]).toEqual([51, nameOf(1998)])
})

it('offers no merge while the field holds a name that picks nothing', async () => {
  await open(fakeWindow({ desk: deskOf(BOOK), answers: { 'source.facts': () => did([]) } }))
  await openActions(nameOf(0))
  const field = find<HTMLInputElement>('input', 'Same as')
  await type(field, '1998')
  await press(field, 'Enter')
  await type(field, 'Port office')
  expect([document.querySelector('.picker-note')?.textContent, all('button', /^Merge into/)]).toEqual([
    'No source matches “Port office”.',
    [],
  ])
  await act(async () => field.blur())
  expect([field.value, all('button', /^Merge into/)]).toEqual(['Port office', []])
})

it('a source may be based on any other, or on nothing again', async () => {
  const fake = await open(
    fakeWindow({ desk: deskOf(BOOK), answers: { 'source.edit': () => did({ ...POOL, id: 's3' }) } }),
  )
  const edit = async (words: string): Promise<HTMLInputElement> => {
    await click(find('button', `Edit ${nameOf(3)}`))
    await type(find('input', 'Based on'), words)
    return find<HTMLInputElement>('input', 'Based on')
  }
  const field = await edit('199')
  expect(document.querySelectorAll('option').length).toBeLessThan(20)
  await click(find('form button[type=submit]', 'Save'))
  expect([fake.asked, field.value, field.getAttribute('aria-invalid')]).toEqual([[], '199', 'true'])
  await type(field, '1999')
  await press(field, 'Enter')
  await click(find('form button[type=submit]', 'Save'))
  const again = await edit('orig')
  await press(again, 'Enter')
  expect(again.value).toBe('Original source')
  await click(find('form button[type=submit]', 'Save'))
  expect(fake.asked.map(({ request }) => (request as { readonly derivedFrom: unknown }).derivedFrom)).toEqual([
    ['s1999'],
    [],
  ])
})

it('a source whose form was begun, and one that was just added, are drawn wherever they are in the list', async () => {
  const fake = await open(fakeWindow({ desk: deskOf(BOOK), answers: { 'source.add': () => did({ id: 'new' }) } }))
  await type(find('input', 'Find a source'), '1700')
  await click(find('button', `Edit ${nameOf(1700)}`))
  await type(find('input', 'Contact'), 'port@example.org')
  await type(find('input', 'Find a source'), '')
  expect([names().length, names().at(-1)]).toEqual([51, nameOf(1700)])
  expect(find<HTMLInputElement>('input', 'Contact').value).toBe('port@example.org')
  await click(find('button', 'Add source'))
  const form = find('form', 'New source')
  await type(form.querySelector('input') ?? form, 'Zoning board')
  await click(form.querySelector<HTMLElement>('[type=submit]') ?? form)
  await changeBook(fake, [...BOOK, { ...POOL, id: 'new', name: 'Zoning board' }])
  expect(names().slice(50)).toEqual([nameOf(1700), 'Zoning board'])
})

it('the menu of a row offers to destroy an identity while the actions are closed', async () => {
  // Radix measures its menus with this browser API, which jsdom lacks.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
  const fake = fakeWindow({ desk: deskOf([{ ...POOL, protected: true }]) })
  page = await put(
    fake.services,
    <>
      <SourcesPanel />
      <RowMenus />
    </>,
  )
  await act(async () => {
    find('li.source', 'Source A').dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 }),
    )
  })
  expect(all('[role^="menuitem"]', /./).map(({ textContent }) => textContent)).toEqual([
    'Show the identity of Source A',
    'Edit Source A',
    'Find where the name is: Source A',
    'Destroy the identity…',
  ])
})
