import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createStoryDoc, loadDoc, type StoryContent } from '../../../src/document/createStoryDoc'
import { newStoryState } from '../../../src/storage/story/newStoryState'
import { readStory } from '../../../src/document/readStory'
import type { Block, Span } from '../../../src/story/copy/copy'
import { hashBytes } from '../../../src/story/ledger/hash'
import { NO_PICTURE } from '../../../src/story/copy/picture'
import { tableOf } from '../../../src/story/copy/tables'
import { copyFrom } from '../../builders/copyFrom'
import { randomMarkedCopy } from '../../builders/markedCopy'

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('talks', ' ', '\n', '100', '이라고', '🚒', '\ud800', '"', '\u2028'),
      fc.string({ maxLength: 4, unit: 'grapheme' }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
/** Also empty ones, equal ones, and ones that reach over breaks. */
const spansOf = (length: number): fc.Arbitrary<readonly Span[]> =>
  fc.array(
    fc
      .record({
        a: fc.nat(length),
        b: fc.nat(length),
        kind: fc.constantFrom('bold', 'italic', 'link', 'fact', 'comment'),
        n: fc.nat(2),
      })
      .map(({ a, b, kind, n }): Span => {
        const range = { from: Math.min(a, b), to: Math.max(a, b) }
        if (kind === 'link') return { ...range, mark: 'link', href: `https://example.org/${n}` }
        if (kind === 'bold' || kind === 'italic') return { ...range, mark: kind }
        return kind === 'fact' ? { ...range, mark: 'fact', id: `f${n}` } : { ...range, mark: 'comment', id: `c${n}` }
      }),
    { maxLength: 5 },
  )
const block: fc.Arbitrary<Block> = fc
  .record({
    role: fc.constantFrom(
      'headline' as const,
      'deck' as const,
      'paragraph' as const,
      'subhead' as const,
      'listItem' as const,
      'cutline' as const,
    ),
    text,
  })
  .chain(({ role, text: words }) =>
    spansOf(words.length).map((spans): Block => ({
      role,
      text: words,
      spans,
      ...(role === 'listItem' ? { level: 2, list: 'bullet' as const } : {}),
      ...(role === 'cutline' ? { picture: { ...NO_PICTURE, alt: words, width: 100 } } : {}),
    })),
  )
const table = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((rows) =>
  tableOf(
    rows.map((cells) => cells.map((words) => ({ text: words, spans: [] }))),
    rows.length > 1,
  ),
)
const copy = fc.oneof(
  randomMarkedCopy,
  fc
    .array(
      fc.oneof(
        block.map((one) => [one]),
        table,
      ),
      { maxLength: 4 },
    )
    .map((blocks) => blocks.flat()),
)
const records = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('one', 'two', '3'),
    by: text,
    at: text,
    words: fc.option(text, { nil: undefined }),
    resolved: fc.boolean(),
    replies: fc.array(fc.record({ by: text, at: text, text }), { maxLength: 2 }),
  }),
  { selector: ({ id }) => id },
)
const content: fc.Arbitrary<StoryContent> = fc
  .record({
    copy,
    records,
    slug: text,
    urgency: fc.integer({ min: 1, max: 8 }),
    keywords: fc.array(text, { maxLength: 3 }),
  })
  .map(({ copy: words, records: given, slug, urgency, keywords }): StoryContent => ({
    copy: words,
    fields: { slug, urgency, keywords, byline: [{ name: slug }] },
    tags: given.map(({ id, by, at, words: statement }) => ({
      id,
      type: 'figure',
      by,
      at,
      ...(statement === undefined ? {} : { statement }),
    })),
    suggestions: given.map(({ id, by, at }) => ({ id, by, at })),
    comments: given.map(({ id, by, at, words: on, resolved, replies }) => ({
      id,
      by,
      at,
      text: by,
      ...(on === undefined ? {} : { words: on }),
      mustFix: resolved,
      assignee: '',
      ...(resolved ? { resolved: { by, at } } : {}),
      replies,
    })),
  }))

test('the bytes of a new document are those that Yjs gives for it', () => {
  fc.assert(
    fc.property(content, fc.constantFrom(1, 7, 300, 70_000, 4_294_967_295), text, (given, client, writer) => {
      expect(newStoryState(given, client, writer)).toEqual(Y.encodeStateAsUpdate(createStoryDoc(given, client, writer)))
    }),
    { numRuns: 150, seed: 11 },
  )
})

test('a new document of a page reads as that page', () => {
  const page = copyFrom('Talks after six years\nLeaders meet in Busan\nThe session ran for about 100 minutes.')
  expect(readStory(loadDoc([newStoryState({ copy: page, fields: { slug: 'talks' } }, 7, 'Reporter')]))).toEqual(
    readStory(createStoryDoc({ copy: page, fields: { slug: 'talks' } }, 7, 'Reporter')),
  )
})

test('words of any length come through', () => {
  for (const length of [1, 127, 128, 129, 16_383, 16_384, 200_000]) {
    for (const letter of ['a', 'é', '한', '🚒']) {
      const given: StoryContent = {
        copy: [{ role: 'paragraph', text: letter.repeat(length), spans: [{ from: 0, to: 1, mark: 'bold' }] }],
        fields: { slug: letter.repeat(length) },
      }
      // By their hash: a difference of a megabyte is nothing to look at.
      expect([length, letter, hashBytes(newStoryState(given, 7, 'Reporter'))]).toEqual([
        length,
        letter,
        hashBytes(Y.encodeStateAsUpdate(createStoryDoc(given, 7, 'Reporter'))),
      ])
    }
  }
})

test('of two records with the same id the later one counts', () => {
  const tag = { id: 'f1', type: 'figure', by: 'Ida', at: '2026-10-30T09:00:00.000Z' } as const
  const given = (tags: StoryContent['tags']): StoryContent => ({
    copy: copyFrom('Talks'),
    fields: {},
    ...(tags ? { tags } : {}),
  })
  expect(newStoryState(given([tag, { ...tag, by: 'Kim' }]), 7, 'Reporter')).toEqual(
    newStoryState(given([{ ...tag, by: 'Kim' }]), 7, 'Reporter'),
  )
})
