/** A merge changes what readers see beside the words: that is told, too. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createStoryDoc, loadDoc } from '../../../src/document/createStoryDoc'
import { changedBeside } from '../../../src/document/merge/changedBeside'
import { textElements } from '../../../src/document/reading/readStory'
import type { Block } from '../../../src/story/copy/copy'
import { NO_PICTURE } from '../../../src/story/copy/picture'
import { tableOf } from '../../../src/story/copy/tables'

const cell = (text: string) => ({ text, spans: [] })
const COPY: readonly Block[] = [
  {
    role: 'paragraph',
    text: 'The court said so.',
    spans: [{ from: 4, to: 9, mark: 'link', href: 'https://court.example' }],
  },
  { role: 'cutline', text: 'Two ministers.', spans: [], picture: { ...NO_PICTURE, file: 'ab'.repeat(32), alt: 'Kim' } },
  { role: 'paragraph', text: 'It rained.', spans: [] },
  ...tableOf([[cell('Name')], [cell('Park')]], false),
]

/** What a merge is told to change when somebody changed these elements on another machine. */
function told(change: (elements: readonly Y.XmlElement[]) => void) {
  const before = createStoryDoc({ copy: COPY, fields: {} }, 1, 'Ida')
  const there = loadDoc([Y.encodeStateAsUpdate(before)], 2)
  change(textElements(there).map(({ element }) => element))
  return changedBeside(before, there)
}

test('another address below the same words is told', () => {
  const changed = told(([graf]) => (graf?.get(0) as Y.XmlText).format(4, 5, { link: { href: 'https://evil.example' } }))
  expect(changed).toEqual([
    { block: 0, part: 'links', before: '“court” https://court.example', after: '“court” https://evil.example' },
  ])
})

test('another text for those who do not see a picture', () => {
  const changed = told(([, picture]) => picture?.setAttribute('alt', 'Lee'))
  const file = 'ab'.repeat(6)
  expect(changed).toEqual([{ block: 1, part: 'picture', before: `${file} · Kim`, after: `${file} · Lee` }])
})

test('another kind of paragraph is told, and a cell that heads its column', () => {
  const changed = told(([, , graf, head]) => {
    graf?.setAttribute('role', 'quote')
    head?.setAttribute('header', true as never)
  })
  expect(changed.map(({ block, part }) => [block, part])).toEqual([
    [2, 'shape'],
    [3, 'shape'],
  ])
})

test('nothing is told where only words change', () => {
  expect(told(([, , graf]) => (graf?.get(0) as Y.XmlText).insert(0, 'Then '))).toEqual([])
})
