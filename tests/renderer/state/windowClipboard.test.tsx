/** Copy, cut and drag outside the sheet: panels, forms and previews. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Source } from '../../../src/story/desk/source'
import { deskFrom, POOL, storyFrom } from '../../builders/stories/storyFrom'
import { copyFrom } from '../../builders/copy/copyFrom'
import { clipboardScan } from '../../../src/renderer/state/stores/clipboard/clipboardScan'
import { did, fakeWindow, refused, type FakeWindow } from '../fakeWindow'

const ROE: Source = { ...POOL, id: 'roe', name: 'Jane Roe', kind: 'person', protected: true }
const STORY = storyFrom('Leaders meet\nTalks\nThey met Jane Roe there.')

class Data {
  readonly values = new Map<string, string>()
  clearData(): void {
    this.values.clear()
  }
  setData(kind: string, value: string): void {
    this.values.set(kind, value)
  }
}

function sent(
  target: EventTarget,
  type: 'copy' | 'cut' | 'dragstart',
  data = new Data(),
): { event: Event; data: Data } {
  const event = new Event(type, { bubbles: true, cancelable: true })
  Object.defineProperty(event, type === 'dragstart' ? 'dataTransfer' : 'clipboardData', { value: data })
  target.dispatchEvent(event)
  return { event, data }
}

let page: Document
let stet: FakeWindow
const notices = () => stet.services.notices.store.getState().list

beforeEach(() => {
  page = document.implementation.createHTMLDocument()
  stet = fakeWindow({
    story: STORY,
    desk: { ...deskFrom(), sources: [POOL, ROE] },
    calls: { copyOut: () => did({}) },
  })
  stet.services.newsroom.clipboard.watch(page)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const panel = (text: string): HTMLElement => {
  page.body.innerHTML = `<section data-fact-id="fact-9"><p class="x">${text}</p></section>`
  const element = page.body.firstElementChild as HTMLElement
  page.getSelection = () => ({ toString: () => text }) as Selection
  return element
}
function field(value: string, kind = 'text'): HTMLInputElement {
  const input = page.createElement('input')
  input.type = kind
  input.value = value
  page.body.append(input)
  Object.defineProperty(page, 'activeElement', { value: input, configurable: true })
  input.setSelectionRange(0, value.length)
  return input
}

describe('lines of a pasted draft', () => {
  const isForDesk = (line: string) => stet.services.newsroom.clipboard.isForDesk(line)

  it('are for desks or for readers, once the script that knows it is loaded', async () => {
    await clipboardScan.load()
    expect([isForDesk('EMBARGOED UNTIL NOON'), isForDesk('Ports open again')]).toEqual([true, false])
  })
  it('may all be for desks before: none becomes a headline', () => {
    vi.spyOn(clipboardScan, 'ready').mockReturnValue(undefined)
    expect(isForDesk('Ports open again')).toBe(true)
  })
})

describe('words of a panel', () => {
  it('are copied as plain text, without markup and ids', () => {
    const { event, data } = sent(panel('They met there.'), 'copy')
    expect([event.defaultPrevented, [...data.values]]).toEqual([true, [['text/plain', 'They met there.']]])
    expect(notices()).toEqual([])
  })
  it('of a page of a PDF are copied as one line', () => {
    page.body.innerHTML = '<div class="viewer-words"><span>The port is</span><span>open again.</span></div>'
    const anchorNode = page.querySelector('span')?.firstChild
    page.getSelection = () => ({ anchorNode, toString: () => 'The port is\nopen again.' }) as Selection
    expect(sent(page.body, 'copy').data.values).toEqual(new Map([['text/plain', 'The port is open again.']]))
  })

  it('that name a protected source are copied by a person’s word only', async () => {
    const { event, data } = sent(panel('They met JANE  ROE.'), 'copy')
    expect([event.defaultPrevented, data.values.size]).toEqual([true, 0])
    const [notice] = notices()
    expect(notice?.text).toContain('Source A')
    expect(notice?.text).not.toMatch(/roe/i)
    notice?.act?.run()
    await vi.waitFor(() => expect(notices()[0]?.text).toContain('Copied.'))
    expect(stet.asked).toEqual([{ action: 'copyOut', request: { text: 'They met JANE  ROE.', story: STORY.id } }])
  })
  it('that hold an id of the story are asked for', () => {
    const { data } = sent(panel(`See ${ROE.id} there`), 'copy')
    expect([data.values.size, notices()[0]?.text]).toEqual([0, expect.stringContaining('An internal id')])
  })
  it('are not let out when it cannot be noted', async () => {
    stet = fakeWindow({
      story: STORY,
      desk: { ...deskFrom(), sources: [ROE] },
      calls: { copyOut: () => refused('Not now.') },
    })
    stet.services.newsroom.clipboard.watch(page)
    stet.services.newsroom.clipboard.ask({ text: 'Jane Roe' }, ['Source A'])
    notices()[0]?.act?.run()
    await vi.waitFor(() => expect(notices()[0]?.text).toBe('Not now.'))
  })
  it('are dragged as plain text, and those that name a protected source not at all', () => {
    expect([...sent(panel('They met.'), 'dragstart').data.values]).toEqual([['text/plain', 'They met.']])
    const { event, data } = sent(panel('Jane Roe'), 'dragstart')
    expect([event.defaultPrevented, data.values.size, notices()[0]?.text]).toEqual([
      true,
      0,
      expect.stringContaining('not to other programs'),
    ])
  })
  it('a link or picture without selected words is not dragged: its address names a file of the library', () =>
    expect(sent(panel(''), 'dragstart').event.defaultPrevented).toBe(true))
})

describe('words of a form', () => {
  it('are cut by the field itself', () => {
    const { event, data } = sent(field('They met.'), 'cut')
    expect([event.defaultPrevented, data.values.size]).toEqual([false, 0])
  })
  it('that name a protected source stay in the field', () => {
    const input = field('Jane Roe')
    const { event, data } = sent(input, 'cut')
    expect([event.defaultPrevented, data.values.size, input.value, notices().map(({ text }) => text)]).toEqual([
      true,
      0,
      'Jane Roe',
      ['These words name a protected source: Source A. Nothing was copied.'],
    ])
  })
  it('that are a PIN are never copied', () =>
    expect([...sent(field('4711', 'password'), 'copy').data.values]).toEqual([]))
})

describe('a button that copies', () => {
  it('asks first as well', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    const { clipboard } = stet.services.newsroom
    expect(await clipboard.copyText('1. Who says so?')).toBe('copied')
    expect(await clipboard.copyText('1. Does Jane Roe say so?')).toBe('asked')
    expect(writeText.mock.calls).toEqual([['1. Who says so?']])
  })
})

it('what the sheet has put is left alone', () => {
  const event = new Event('copy', { bubbles: true, cancelable: true })
  const data = new Data()
  data.setData('text/html', '<b>x</b>')
  Object.defineProperty(event, 'clipboardData', { value: data })
  event.preventDefault()
  panel('Jane Roe').dispatchEvent(event)
  expect([[...data.values], notices()]).toEqual([[['text/html', '<b>x</b>']], []])
})

describe('before the scan is loaded', () => {
  const NOT_YET =
    'Stet has only just started and has not looked for protected sources in these words. Nothing went to other programs. Try again.'
  beforeEach(() => {
    vi.spyOn(clipboardScan, 'ready').mockReturnValue(undefined)
  })

  it('nothing is copied or dragged, whatever the words', () => {
    const copied = sent(panel('They met there.'), 'copy')
    const dragged = sent(panel('They met there.'), 'dragstart')
    expect([copied.event.defaultPrevented, copied.data.values.size]).toEqual([true, 0])
    expect([dragged.event.defaultPrevented, dragged.data.values.size]).toEqual([true, 0])
    expect(notices().map(({ text }) => text)).toEqual([NOT_YET])
  })

  it('the words of the sheet are not even printed', () => {
    const { clipboard } = stet.services.newsroom
    const blocks = copyFrom('Leaders meet\nTalks\nThey met there.')
    expect([clipboard.print(blocks, 1), clipboard.leaksIn({ text: '' })]).toEqual([{ text: '' }, ['notScanned']])
    vi.restoreAllMocks()
    expect(clipboard.print(blocks.slice(2), 1)).toEqual({ html: 'They met there.', text: 'They met there.' })
  })

  it('a selection is taken back if the scan cannot be loaded', async () => {
    vi.useFakeTimers()
    vi.spyOn(clipboardScan, 'load').mockRejectedValue(new Error('no such file'))
    panel('They met there.')
    Object.assign(page, { getSelection: () => ({ isCollapsed: false, toString: () => 'They met there.' }) })
    page.dispatchEvent(new Event('selectionchange'))
    await vi.advanceTimersByTimeAsync(100)
    vi.useRealTimers()
    expect(stet.asked.map(({ action }) => action)).toEqual(['clearSelection'])
  })
})
