import { act, useRef } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TextInView } from '../../../../src/renderer/evidence/passage/passage'
import { SelectionBar } from '../../../../src/renderer/evidence/passage/SelectionBar'
import { POOL } from '../../../builders/stories/storyFrom'
import { click, DESK, fakeWindow, find, put, type Page } from '../../fakeWindow'

let page: Page | undefined
const copied = vi.fn(() => Promise.resolve())
let frames: FrameRequestCallback[] = []
beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
  vi.stubGlobal('cancelAnimationFrame', () => undefined)
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: copied } })
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
})
afterEach(() => {
  page?.unmount()
  copied.mockClear()
  vi.unstubAllGlobals()
})

const TEXT = 'Jane Doe said that it lasted 17 hours.'
const SHOWN: TextInView = { kind: 'page', page: 2, text: TEXT }

function Viewer() {
  const box = useRef<HTMLDivElement>(null)
  return (
    <div ref={box}>
      <div className="viewer-body">
        <div className="viewer-words">
          <span data-from={0}>{TEXT}</span>
        </div>
      </div>
      <SelectionBar box={box} shown={{ current: SHOWN }} onTake={undefined} />
    </div>
  )
}

/** Selects words of the page and presses Copy. */
async function copy(from: number, to: number): Promise<void> {
  const words = document.querySelector('.viewer-words span')?.firstChild ?? document.body
  await act(async () => {
    document.getSelection()?.setBaseAndExtent(words, from, words, to)
    document.dispatchEvent(new Event('selectionchange'))
    while (frames.length > 0) frames.splice(0).forEach((frame) => frame(0))
    await Promise.resolve()
  })
  await click(find('button', 'Copy'))
}

it('a passage that names a protected source is copied only after a question', async () => {
  const jane = { ...POOL, id: 's9', name: 'Jane Doe', kind: 'person' as const, protected: true, aliases: [] }
  const fake = fakeWindow({ desk: { ...DESK, sources: [jane] } })
  page = await put(fake.services, <Viewer />)
  await copy(19, 37)
  expect([copied.mock.calls, fake.services.notices.store.getState().list]).toEqual([[['it lasted 17 hours']], []])
  await copy(0, 37)
  expect([
    copied.mock.calls.length,
    fake.services.notices.store.getState().list.map(({ text, act: asked }) => [text, asked?.label]),
  ]).toEqual([1, [['These words name a protected source: Source A. Nothing was copied.', 'Copy them anyway']]])
})
