import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { changedFrom } from '../../../../src/renderer/evidence/changedFrom'
import { passageOfMatch, selectedPassage, type TextInView } from '../../../../src/renderer/evidence/passage/passage'
import { filesOfStory } from '../../../../src/renderer/evidence/files/filesOfStory'
import type { Assessment } from '../../../../src/story/assessment/assessment'
import type { LedgerEntry } from '../../../../src/story/ledger/ledgerEntry'
import { fakeWindow, put, type Page } from '../../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())
/** Where this test put its page: nothing else in the document counts. */
const shownIn = (): Element => page?.body ?? document.body

/** Selects from one text to another, as the pointer does, and returns the selection. */
function select(from: string, fromAt: number, to: string, toAt: number): Selection | null {
  const nodeWith = (text: string): Node => {
    const walker = document.createTreeWalker(shownIn(), NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.textContent === text) return node
    throw new Error(`Nothing reads ${text}.`)
  }
  document.getSelection()?.setBaseAndExtent(nodeWith(from), fromAt, nodeWith(to), toAt)
  return document.getSelection()
}
const body = (): Element => shownIn().querySelector('.viewer-body') ?? shownIn()

it('a selection over lines of a page is one excerpt, and the page is its locator', async () => {
  const shown: TextInView = { kind: 'page', page: 2, text: 'The stoppage lasted\n17 hours, from 15:40.' }
  page = await put(
    fakeWindow({}).services,
    <div className="viewer-body">
      <div className="viewer-words">
        <span data-from={0}>{'The stoppage lasted\n'}</span>
        <span data-from={20}>17 hours, from 15:40.</span>
      </div>
    </div>,
  )
  expect(selectedPassage(shown, body(), select('The stoppage lasted\n', 4, '17 hours, from 15:40.', 8))).toEqual({
    excerpt: 'stoppage lasted 17 hours',
    locator: 'p. 2',
  })
})

it('a selection that begins or ends inside a word or number takes all of it', async () => {
  page = await put(
    fakeWindow({}).services,
    <div className="viewer-body">
      <div className="viewer-words">
        <span data-from={0}>On Monday 117 people died.</span>
      </div>
    </div>,
  )
  const shown: TextInView = { kind: 'page', page: 2, text: 'On Monday 117 people died.' }
  const whole = { excerpt: '117 people died', locator: 'p. 2' }
  expect(
    selectedPassage(shown, body(), select('On Monday 117 people died.', 11, 'On Monday 117 people died.', 24)),
  ).toEqual(whole)
  await act(async () => page?.unmount())
  page = await put(
    fakeWindow({}).services,
    <ol className="viewer-body">
      <li data-graf={1}>
        <span data-words>
          <span>On Monday 1</span>
          <span>17 people died.</span>
        </span>
      </li>
    </ol>,
  )
  const grafs: TextInView = { kind: 'grafs', parts: [{ graf: 1, text: 'On Monday 117 people died.' }] }
  expect(selectedPassage(grafs, body(), select('17 people died.', 0, '17 people died.', 13))).toEqual({
    ...whole,
    locator: '¶ 1',
  })
})

it('a selection over grafs leaves their times and numbers out, and names the first and the last', async () => {
  const parts = [
    { graf: 1, text: 'They met.' },
    { graf: 2, text: 'It lasted 17 hours.' },
  ]
  const list = (times: readonly (string | undefined)[]) => (
    <ol className="viewer-body">
      {parts.map(({ graf, text }, index) => (
        <li key={graf} data-graf={graf}>
          {times[index] === undefined ? null : <button type="button">{times[index]}</button>}
          <span data-words>{text}</span>
        </li>
      ))}
    </ol>
  )
  page = await put(fakeWindow({}).services, list([undefined, undefined]))
  const selection = select('They met.', 5, 'It lasted 17 hours.', 18)
  expect(selectedPassage({ kind: 'grafs', parts }, body(), selection)).toEqual({
    excerpt: 'met.\nIt lasted 17 hours',
    locator: '¶ 1–2',
  })
  await act(async () => page?.unmount())
  page = await put(fakeWindow({}).services, list(['00:01', '00:12']))
  const timed = parts.map((part, index) => ({ ...part, time: ['00:01', '00:12'][index] ?? '' }))
  const both = select('They met.', 0, 'It lasted 17 hours.', 18)
  expect(selectedPassage({ kind: 'grafs', parts: timed }, body(), both)).toEqual({
    excerpt: 'They met.\nIt lasted 17 hours',
    locator: '00:01',
  })
})

it('nothing selected, or something outside of the file, is no passage', async () => {
  page = await put(fakeWindow({}).services, <div className="viewer-body">In the file</div>)
  const shown: TextInView = { kind: 'page', page: 1, text: 'In the file' }
  document.getSelection()?.removeAllRanges()
  expect(selectedPassage(shown, body(), document.getSelection())).toBeUndefined()
  expect(selectedPassage(shown, body(), select('Stet', 0, 'Stet', 4))).toBeUndefined()
})

it('the sentence of a match is its passage; without full stops, the words around it are', () => {
  const text = 'They met. It lasted\n17 hours in all. They left.'
  const at = text.indexOf('17')
  const shown: TextInView = { kind: 'page', page: 3, text, here: { from: at, to: at + 8 } }
  expect(passageOfMatch(shown)).toEqual({ excerpt: 'It lasted 17 hours in all.', locator: 'p. 3' })
  const long = `${'word '.repeat(100)}17 hours ${'word '.repeat(100)}`
  const from = long.indexOf('17')
  const around = passageOfMatch({ kind: 'page', page: 3, text: long, here: { from, to: from + 8 } })
  expect(around?.excerpt).toMatch(/^(?:word ){17,20}17 hours(?: word){17,20}$/)
  expect(passageOfMatch({ kind: 'page', page: 3, text })).toBeUndefined()
})

it('a change is undone by whoever made it, until somebody gives a verdict', () => {
  const was = { id: 'e1', source: 's', locator: 'p. 1', stance: 'supports' } as const
  const entries = [
    { kind: 'evidenceAdded', fact: 'f', by: 'Kim', evidence: was },
    { kind: 'evidenceAdded', fact: 'f', by: 'Lee', evidence: { ...was, id: 'e2', locator: 'p. 2' }, replaces: 'e1' },
  ] as unknown as readonly LedgerEntry[]
  const signed = [...entries, { kind: 'signed', fact: 'f', by: 'Kim' }] as unknown as readonly LedgerEntry[]
  expect([
    changedFrom(entries, 'f', 'e2', 'Lee'),
    changedFrom(entries, 'f', 'e2', 'Kim'),
    changedFrom(entries, 'f', 'e1', 'Kim'),
    changedFrom(signed, 'f', 'e2', 'Lee'),
  ]).toEqual([was, undefined, undefined, undefined])
})

it('the files of a story are listed once for each source, those of later facts first', () => {
  const fact = (...evidence: readonly object[]) => ({ evidence }) as unknown as Assessment
  const item = (source: string, file?: string) => ({ source, file, fileName: `${file}.pdf` })
  expect(filesOfStory('s1', [fact(item('a', 'f1'), item('b')), fact(item('b', 'f2')), fact(item('a', 'f1'))])).toEqual([
    { story: 's1', source: 'a', file: 'f1', fileName: 'f1.pdf' },
    { story: 's1', source: 'b', file: 'f2', fileName: 'f2.pdf' },
  ])
})
