import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { MediaView } from '../../../src/renderer/evidence/viewer/MediaView'
import { timed } from '../../../src/renderer/evidence/files/useCompanion'
import { axeFaults, click, did, fakeWindow, find, put, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

const LINES = [
  { graf: 1, text: '[00:00:01] Kim: We begin.' },
  { graf: 2, text: '[00:00:04] Lee: It lasted 17 hours.' },
  { graf: 3, text: 'No time here.' },
]

const element = (): HTMLMediaElement => find<HTMLMediaElement>('audio', 'voice.wav')
const marked = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[aria-current="time"]')].map((line) => line.dataset['graf'])

async function show(onTime?: (time: string) => void): Promise<void> {
  const fake = fakeWindow({ answers: { 'file.text': () => did({ text: { parts: LINES } }) } })
  page = await put(
    fake.services,
    <MediaView
      address="evidence://file/a"
      video={false}
      of="f"
      time={4}
      name="voice.wav"
      marks={{ words: '17 hours' }}
      about="Person"
      transcript={{ sha256: 'b', name: 'voice.txt', wordsOnly: false }}
      onTime={onTime}
    />,
  )
}

it('times that begin the lines of a plain transcript are read, and numbers in the text are none', () => {
  expect(
    timed([...LINES, { graf: 4, text: 'At 11:01 they met.' }, { graf: 5, time: '0:09', text: '12:00 sharp' }]),
  ).toEqual([
    { ...LINES[0], time: '00:00:01' },
    { ...LINES[1], time: '00:00:04' },
    LINES[2],
    { graf: 4, text: 'At 11:01 they met.' },
    { graf: 5, time: '0:09', text: '12:00 sharp' },
  ])
})

it('a click on a time plays from it, and the line that is heard is marked', async () => {
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
  await show()
  expect(await axeFaults()).toEqual([])
  await click(find('button', 'Play from 00:00:04'))
  expect([element().currentTime, play.mock.calls.length]).toEqual([4, 1])
  const hear = (seconds: number): Promise<void> =>
    act(async () => {
      element().currentTime = seconds
      element().dispatchEvent(new Event('timeupdate', { bubbles: true }))
      await Promise.resolve()
    })
  await hear(2)
  expect(marked()).toEqual(['1'])
  await hear(5)
  expect(marked()).toEqual(['2'])
  // The line of the locator has its own mark.
  expect(document.querySelector<HTMLElement>('[data-here]')?.dataset['graf']).toBe('2')
})

it('the text goes along with what is heard while it is read along, and stays where somebody scrolls or selects', async () => {
  // Each line is 40 high, and the box 60.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const list = document.querySelector('.viewer-text')
    if (this === list) return new DOMRect(0, 0, 100, 60)
    const at = this instanceof HTMLElement ? Number(this.dataset['graf'] ?? 0) - 1 : 0
    return new DOMRect(0, at * 40 - (list?.scrollTop ?? 0), 100, 40)
  })
  await show()
  const list = find<HTMLElement>('ol', 'Text of the file')
  const hear = async (seconds: number): Promise<number> => {
    await act(async () => {
      element().currentTime = seconds
      element().dispatchEvent(new Event('timeupdate', { bubbles: true }))
      await Promise.resolve()
    })
    return list.scrollTop
  }
  list.scrollTop = 0
  expect([await hear(2), await hear(5)]).toEqual([0, 30])
  list.scrollTop = 0
  await hear(2)
  document.getSelection()?.selectAllChildren(list)
  expect(await hear(5)).toBe(0)
  document.getSelection()?.removeAllRanges()
  await hear(2)
  list.scrollTop = 90
  expect(await hear(5)).toBe(90)
})

it('both files are named', async () => {
  await show()
  expect(document.querySelector('.viewer-note')?.textContent).toBe('Recording: voice.wav. Transcript: voice.txt.')
})

it('the time of the player is taken whole', async () => {
  const taken: string[] = []
  await show((time) => taken.push(time))
  await act(async () => {
    element().currentTime = 754.6
    element().dispatchEvent(new Event('timeupdate', { bubbles: true }))
    await Promise.resolve()
  })
  await click(find('button', 'Use this time'))
  expect(taken).toEqual(['00:12:34'])
})
