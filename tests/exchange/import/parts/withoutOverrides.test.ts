import { expect, test } from 'vitest'
import { importFile } from '../../../../src/exchange/import/importFile'
import { withoutOverrides } from '../../../../src/exchange/import/parts/withoutOverrides'
import { docxOf } from '../../../builders/files/docxOf'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const LOSS = (count: number) => expect.objectContaining({ what: 'Hidden characters, left out', count }) as unknown

test.each([
  ['notes.txt', utf8('Talks end\n\nIt rose to \u202e54\u202c percent.\n')],
  ['notes.md', utf8('# Talks end\n\nIt rose to \u202e54\u202c percent.\n')],
  ['page.html', utf8('<html><body><h1>Talks end</h1><p>It rose to &#8238;54&#8236; percent.</p></body></html>')],
  [
    'notes.docx',
    docxOf(
      '<w:p><w:r><w:t>Talks end</w:t></w:r></w:p><w:p><w:r><w:t>It rose to \u202e54\u202c percent.</w:t></w:r></w:p>',
    ),
  ],
])('%s comes in without direction overrides, and they are listed', async (name, bytes) => {
  const {
    stories: [story],
  } = await importFile(name, bytes)
  expect(story?.blocks.map(({ text }) => text).join('|')).toContain('It rose to 54 percent.')
  expect(JSON.stringify(story?.blocks)).not.toMatch(/[\u202a-\u202e]/)
  expect(story?.losses).toContainEqual(LOSS(2))
})

test('marks keep their words, and fields and comments are cleaned too', () => {
  const text = 'It \u202erose\u202c fast'
  const story = withoutOverrides({
    blocks: [
      {
        role: 'paragraph',
        text,
        spans: [
          { mark: 'bold', from: 4, to: 8 },
          { mark: 'italic', from: 3, to: 4 },
          { mark: 'link', from: 10, to: 14, href: 'https://example.org/' },
        ],
      },
    ],
    losses: [],
    language: 'en',
    fields: { byline: [{ name: 'I\u202dda' }] },
    review: {
      marked: [{ role: 'paragraph', text, spans: [], proposed: [{ mark: 'insertion', id: 's', from: 9, to: 14 }] }],
      suggestions: [],
      comments: [{ id: 'c', onStory: true, resolved: false, replies: [], by: 'Kim', at: '', text: 'So\u202e?' }],
    },
  })
  expect(story).toMatchObject({
    blocks: [
      {
        text: 'It rose fast',
        spans: [
          { mark: 'bold', from: 3, to: 7 },
          { mark: 'link', from: 8, to: 12 },
        ],
      },
    ],
    fields: { byline: [{ name: 'Ida' }] },
    review: {
      marked: [{ text: 'It rose fast', proposed: [{ mark: 'insertion', id: 's', from: 7, to: 12 }] }],
      comments: [{ text: 'So?' }],
    },
    losses: [LOSS(6)],
  })
})

test('control characters go, and what parts words becomes a space', () => {
  const story = withoutOverrides({
    blocks: [
      { role: 'paragraph', text: 'no\vtable \u0001rose', spans: [{ mark: 'bold', from: 10, to: 14 }] },
      { role: 'paragraph', text: 'as\u2028it was', spans: [] },
    ],
    losses: [],
    language: 'en',
    fields: { byline: [{ name: 'Ida\fBerg' }] },
  })
  expect(story).toMatchObject({
    blocks: [{ text: 'no table rose', spans: [{ mark: 'bold', from: 9, to: 13 }] }, { text: 'as\u2028it was' }],
    fields: { byline: [{ name: 'Ida\nBerg' }] },
    losses: [LOSS(3)],
  })
})

test('a story without them is left as it is', () => {
  const story = {
    blocks: [{ role: 'paragraph' as const, text: '\u2067אב\u2069', spans: [] }],
    losses: [],
    language: 'he',
  }
  expect(withoutOverrides(story)).toBe(story)
})
