/** The words of a fact are first shown where the evidence quotes them. */
import { act, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { TextView } from '../../../src/renderer/evidence/viewer/TextView'
import type { CapturedPart } from '../../../src/story/assessment/copy/capturedText'
import { localMinute } from '../../../src/story/text/format/localMinute'
import { click, did, fakeWindow, find, put, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

const PARTS: readonly CapturedPart[] = [
  { graf: 1, text: 'The talks took 100 minutes, Seoul said.' },
  { graf: 2, text: 'Beijing said 100 minutes. Washington, too, spoke of 100 minutes on Thursday.' },
]

async function shows(
  excerpt: string,
  paragraph?: number,
  parts = PARTS,
  onTime?: (seconds: number) => void,
): Promise<void> {
  const { services } = fakeWindow({ calls: {}, answers: { 'file.text': () => did({ text: { parts } }) } })
  page = await put(
    services,
    <TextView
      sha256={'a'.repeat(64)}
      name="notes.txt"
      of="f1"
      wordsOnly={false}
      place={paragraph === undefined ? {} : { paragraph }}
      marks={{ words: '100 minutes', excerpt }}
      about="notes.txt"
      {...(onTime ? { onTime } : {})}
    />,
  )
}
/** The number of the graf, and what stands before the marked words in it. */
const here = (): readonly unknown[] => {
  const marked = document.querySelector('.mark-here')
  const graf = marked?.closest('li')
  const text = graf?.querySelector('[data-words]')?.textContent ?? ''
  const before = [...(graf?.querySelectorAll('.mark-hit') ?? [])].findIndex((one) => one === marked)
  return [graf?.dataset['graf'], before, text.length > 0]
}

test('the match inside the excerpt comes first, not the one before it', async () => {
  await shows('Washington, too, spoke of 100 minutes', 2)
  expect(here()).toEqual(['2', 1, true])
})

test('an excerpt without a graf number leads to the match inside it', async () => {
  await shows('Washington, too, spoke of 100 minutes')
  expect(here()).toEqual(['2', 1, true])
})

test('an excerpt without the words leads to the first match of its graf', async () => {
  await shows('on Thursday', 2)
  expect(here()).toEqual(['2', 0, true])
})

test('without an excerpt the graf of the locator comes first', async () => {
  await shows('', 2)
  expect(here()).toEqual(['2', 0, true])
})

test('the next match after the one in the excerpt is the first of the file', async () => {
  await shows('Washington, too, spoke of 100 minutes', 2)
  await click(find('button', /^Next/))
  expect(here()).toEqual(['1', 0, true])
})

const CUES: readonly CapturedPart[] = [
  { graf: 1, time: '00:01', text: 'The talks took 100' },
  { graf: 2, time: '00:04', text: 'minutes, he said.' },
  { graf: 3, time: '00:09', text: 'Then another 100 minutes.' },
]
const hitsShown = (): readonly string[] => [...document.querySelectorAll('.mark-hit')].map((mark) => mark.textContent)

test('words that go on in the next cue of a transcript are found, and marked in both', async () => {
  await shows('', undefined, CUES)
  expect([hitsShown(), here()]).toEqual([
    ['100', 'minutes', '100 minutes'],
    ['1', 0, true],
  ])
  await click(find('button', /^Next/))
  expect(here()).toEqual(['3', 0, true])
})

test('the end of a graf and the start of the next are no hit in a text without times', async () => {
  await shows(
    '',
    undefined,
    CUES.map(({ time: _time, ...graf }) => graf),
  )
  expect(hitsShown()).toEqual(['100 minutes'])
})

test('above its words a graf tells its moment by the clock here and as the file has it', async () => {
  const moment = { at: '2026-11-04T00:00:00.000Z', written: 'Wed, 4 Nov 2026 09:00:00 +0900' }
  const text = 'Date: 2026-11-04T00:00:00.000Z'
  await shows('', undefined, [{ graf: 1, text, moment }])
  const graf = document.querySelector('[data-graf]')
  expect([...(graf?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    `${localMinute(moment.at)} by the clock of this computer. In the file: Wed, 4 Nov 2026 09:00:00 +0900`,
    text,
  ])
})

test('only a number that does not follow is given to its item: in a long file each one would cost time', async () => {
  await shows(
    '',
    undefined,
    [1, 2, 3, 7, 8].map((graf) => ({ graf, text: `Line ${graf}` })),
  )
  const items = [...document.querySelectorAll('[data-graf]')]
  expect(items.map((item) => [item.getAttribute('data-graf'), item.getAttribute('value')])).toEqual([
    ['1', null],
    ['2', null],
    ['3', null],
    ['7', '7'],
    ['8', null],
  ])
})

const LONG_TEXT: readonly CapturedPart[] = Array.from({ length: 5000 }, (_, at) => ({
  graf: at + 1,
  text: at === 3999 ? 'The talks took 100 minutes, Seoul said.' : `Line ${at + 1}.`,
}))
const drawn = (): readonly number[] =>
  [...document.querySelectorAll<HTMLElement>('li[data-graf]')].map((item) => Number(item.dataset['graf']))
/** Scrolls as a browser does: the view hears of it. */
const scrollTo = (top: number): Promise<void> =>
  act(async () => {
    const list = document.querySelector('.viewer-text')
    if (list) list.scrollTop = top
    list?.dispatchEvent(new Event('scroll'))
  })

/** What jsdom does not lay out: a screen of 600 pixels, and a line of 33 for each graf. */
function layOut(): void {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.matches('li') ? 33 : 600
  })
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(33 * 5000)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
}

test('of a long text only the grafs near the screen are drawn, first those of the excerpt', async () => {
  layOut()
  await shows('The talks took 100 minutes', 4000, LONG_TEXT)
  const list = document.querySelector('.viewer-text')
  await scrollTo(list?.scrollTop ?? 0)
  const first = drawn()
  expect([first.length < 100, first.includes(4000), here()]).toEqual([true, true, ['4000', 0, true]])
  const [item] = document.querySelectorAll('li[data-graf]')
  // The first one that is drawn says its number and its place.
  expect(['value', 'aria-posinset', 'aria-setsize'].map((name) => item?.getAttribute(name))).toEqual([
    ...[String(first[0]), String(first[0]), '5000'],
  ])
  // A selection keeps its grafs while the text is scrolled.
  const words = document.querySelector('li[data-graf="4000"] .mark-here')?.firstChild
  if (words) document.getSelection()?.setBaseAndExtent(words, 0, words, 3)
  await scrollTo((list?.scrollTop ?? 0) + 33 * 200)
  const scrolled = drawn()
  expect([scrolled[0], (scrolled.at(-1) ?? 0) > 4200, document.getSelection()?.toString()]).toEqual([4000, true, '100'])
  document.getSelection()?.removeAllRanges()
  await scrollTo(0)
  expect([drawn()[0], drawn().length < 100]).toEqual([1, true])
})

test('another state of the story does not take a person back to the place of the evidence', async () => {
  const { services } = fakeWindow({ calls: {}, answers: { 'file.text': () => did({ text: { parts: PARTS } }) } })
  let again = (): void => undefined
  const Again = () => {
    const [, setTurn] = useState(0)
    again = () => setTurn((turn) => turn + 1)
    return (
      <TextView
        sha256={'a'.repeat(64)}
        name="notes.txt"
        of="f1"
        wordsOnly={false}
        place={{ paragraph: 2 }}
        marks={{ words: '100 minutes', excerpt: 'Beijing said 100 minutes.' }}
        about="notes.txt"
      />
    )
  }
  page = await put(services, <Again />)
  const shown = vi.spyOn(Element.prototype, 'scrollIntoView')
  await act(async () => again())
  expect([here(), shown.mock.calls.length]).toEqual([['2', 0, true], 0])
})

/** A long text that stands where the excerpt is, at graf 4000. */
async function showsLong(parts = LONG_TEXT, onTime?: (seconds: number) => void): Promise<void> {
  layOut()
  await shows('The talks took 100 minutes', 4000, parts, onTime)
  await scrollTo(document.querySelector('.viewer-text')?.scrollTop ?? 0)
}

test('a selection whose beginning is too far from the screen to be drawn is dropped, not cut', async () => {
  await showsLong()
  const words = (graf: number): Node | null | undefined =>
    document.querySelector(`li[data-graf="${graf}"] [data-words]`)?.firstChild
  const [from, to] = [words(4001), words(4003)]
  if (from && to) document.getSelection()?.setBaseAndExtent(from, 0, to, 4)
  await scrollTo(33 * 3900)
  expect([drawn().at(-1), document.getSelection()?.isCollapsed]).toEqual([4003, false])
  await scrollTo(0)
  expect([drawn()[0], document.getSelection()?.isCollapsed]).toEqual([1, true])
})

test('the keyboard goes on scrolling when the time that it was on is no longer drawn', async () => {
  const cues = LONG_TEXT.map((part, at) => ({ ...part, time: `00:${String(at % 60).padStart(2, '0')}` }))
  await showsLong(cues, () => undefined)
  document.querySelector<HTMLElement>('li[data-graf="4000"] .viewer-time')?.focus()
  expect(document.activeElement?.className).toBe('viewer-time')
  await scrollTo(0)
  expect(document.activeElement).toBe(document.querySelector('.viewer-text'))
})

test('for a screen reader a long text is drawn whole', async () => {
  document.documentElement.toggleAttribute('data-assisted', true)
  try {
    await shows('', 1, LONG_TEXT.slice(0, 1001))
    expect(drawn().length).toBe(1001)
  } finally {
    document.documentElement.removeAttribute('data-assisted')
  }
})

test('a line of captions names the voice that the file gives it, outside the words that are searched', async () => {
  await shows('', undefined, [
    { graf: 1, time: '00:00:01', speaker: 'Donald Trump', text: 'It took 100 minutes.' },
    { graf: 2, time: '00:00:04', text: 'No one says who speaks here.' },
  ])
  const lines = [...document.querySelectorAll('li')]
  expect(lines.map((line) => line.querySelector('.viewer-speaker')?.textContent)).toEqual(['Donald Trump:', undefined])
  expect(lines.map((line) => line.querySelector('[data-words]')?.textContent)).toEqual([
    'It took 100 minutes.',
    'No one says who speaks here.',
  ])
})
