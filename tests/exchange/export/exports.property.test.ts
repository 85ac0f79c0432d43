// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { outputTexts } from '../../../src/exchange/export/readBack/outputTexts'
import { factSheetPageWriter } from '../../../src/exchange/export/factsheet/writeFactSheet'
import { WRITERS, type Writer } from '../../../src/exchange/export/writers'
import { publishableText } from '../../../src/projection/published/publishableText'
import { assessStory } from '../../../src/story/assessment/assessStory'
import type { Block, BlockRole, Span } from '../../../src/story/copy/copy'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { NO_PICTURE } from '../../../src/story/copy/picture'
import { EXPORT_FORMATS } from '../../../src/story/requests/requests'
import type { Story } from '../../../src/story/assessment/story'
import { NOW, storyFrom, deskFrom } from '../../builders/stories/storyFrom'
import { decode, inputFor, SOURCES } from '../busanStory'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

/** Signs that some format could read as markup, among ordinary words. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'talks',
        'Xi',
        '100',
        ' ',
        ' ',
        '\n',
        '</script>',
        '<!--',
        '<b>',
        '&amp;',
        '&',
        '"',
        "'",
        '\\',
        '*',
        '_',
        '`',
        '#',
        '- ',
        '1. ',
        '[x](y)',
        '\u2028',
        '\u00ad',
        '이라고',
        '“회담”',
        '🚒',
        '\ud800',
      ),
      fc.string({ maxLength: 6, unit: 'grapheme' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const span = (length: number): fc.Arbitrary<Span> =>
  fc
    .record({
      a: fc.nat(length),
      b: fc.nat(length),
      kind: fc.constantFrom('bold', 'italic', 'link', 'fact', 'comment'),
    })
    .map(({ a, b, kind }): Span => {
      const range = { from: Math.min(a, b), to: Math.max(a, b) }
      if (kind === 'link') return { ...range, mark: 'link', href: 'https://example.org/?a=1&b="2"' }
      if (kind === 'bold' || kind === 'italic') return { ...range, mark: kind }
      return kind === 'fact'
        ? { ...range, mark: 'fact', id: 'CANARY-fact-7' }
        : { ...range, mark: 'comment', id: 'CANARY-comment-7' }
    })

const block: fc.Arbitrary<Block> = fc
  .record({
    role: fc.constantFrom<BlockRole>(
      'headline',
      'deck',
      'paragraph',
      'subhead',
      'quote',
      'listItem',
      'cell',
      'cutline',
    ),
    level: fc.integer({ min: 1, max: 6 }),
    list: fc.constantFrom('bullet' as const, 'ordered' as const),
    text: words,
  })
  .chain(({ role, level, list, text }) =>
    fc.array(span(text.length), { maxLength: 5 }).map((spans): Block => ({
      role,
      ...(role === 'subhead' || role === 'listItem' ? { level } : {}),
      ...(role === 'listItem' ? { list } : {}),
      ...(role === 'cell' ? { cell: { row: level - 1, column: 0 } } : {}),
      ...(role === 'cutline'
        ? { picture: { ...NO_PICTURE, file: `ca${'0'.repeat(62)}`, mediaType: 'image/png', alt: text, credit: text } }
        : {}),
      text,
      spans: spans.filter(({ from, to }) => from < to).sort((x, y) => x.from - y.from || x.to - y.to),
    })),
  )

const secrets = storyFrom('x', { 'CANARY-fact-7': 'figure' }, [
  {
    kind: 'evidenceAdded',
    fact: 'CANARY-fact-7',
    evidence: {
      id: 'CANARY-evidence-7',
      source: 'CANARY-source-7',
      locator: 'CANARY-locator',
      excerpt: 'CANARY-excerpt',
      stance: 'supports',
    },
    by: 'CANARY-checker',
  },
  {
    kind: 'signed',
    fact: 'CANARY-fact-7',
    status: 'queried',
    words: 'x',
    sentence: 'x',
    preceding: '',
    sentenceRule: 1,
    evidence: [],
    groundRules: {},
    reason: 'CANARY-query',
    by: 'CANARY-checker',
  },
  {
    kind: 'moved',
    from: 'cleared',
    to: 'published',
    copyHash: 'CANARY-hash',
    blocks: 0,
    warns: 0,
    overrides: [],
    by: 'CANARY-editor',
  },
])
const storyOf = (copy: readonly Block[]): Story => ({
  ...secrets,
  id: 'CANARY-story-7',
  copy,
  fields: {
    ...EMPTY_FIELDS,
    slug: 'CANARY-WIRE-slug',
    edNote: 'CANARY-WIRE-note',
    usageTerms: 'CANARY-WIRE-terms',
    author: 'CANARY-reporter',
    assignee: 'CANARY-checker',
    desk: 'CANARY-desk',
    byline: [{ name: 'Kim Ji-woo' }],
    dateline: { place: 'Busan', date: '' },
  },
  comments: [
    {
      id: 'CANARY-comment-7',
      by: 'CANARY-editor',
      at: NOW,
      text: 'CANARY-said @CANARY-reporter',
      words: 'CANARY-words',
      mustFix: true,
      assignee: 'CANARY-assignee',
      replies: [{ by: 'CANARY-legal', at: NOW, text: 'CANARY-reply' }],
    },
    {
      id: 'CANARY-comment-8',
      by: 'CANARY-legal',
      at: NOW,
      text: 'CANARY-legal-note',
      mustFix: false,
      assignee: '',
      replies: [],
    },
  ],
  tags: new Map([
    [
      'CANARY-fact-7',
      { id: 'CANARY-fact-7', type: 'figure', by: 'CANARY-reporter', at: NOW, statement: 'CANARY-statement' },
    ],
  ]),
})

describe('every export, for arbitrary copy', () => {
  test('holds no internal id, fact, comment, evidence, roster name, or (outside wire formats) ed note', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 6 }), fc.boolean(), async (copy, draft) => {
        const story = storyOf(copy)
        for (const format of EXPORT_FORMATS.filter((name) => WRITERS[name].audience !== 'desk' && name !== 'pdf')) {
          const writer: Writer = WRITERS[format]
          const input = { ...inputFor(story), assessments: assessStory(story, deskFrom({ sources: SOURCES })), draft }
          // The preview of a Word document is not part of the file.
          const { bytes, preview = new Uint8Array() } = await writer.write(input)
          const texts = await outputTexts(bytes, writer.mediaType)
          const output = [writer.fileName(input), decode(preview), ...texts.map(({ text }) => text)].join('\n')
          const allowed = writer.audience === 'wire' ? output.replace(/CANARY-WIRE/gi, '') : output
          expect(allowed.match(/canary[\w-]*|ca0{62}/gi) ?? []).toEqual([])
        }
      }),
      { numRuns: 200, seed: 7 },
    )
  })

  test.each([
    ['factsheet', factSheetPageWriter],
    ['annotations', WRITERS.annotations],
  ] as const)(
    '%s, edition public, holds no internal id, person, query, comment, or field of the desk',
    (_format, writer) => {
      fc.assert(
        fc.property(fc.array(block, { maxLength: 6 }), (copy) => {
          const story = storyOf(copy)
          const input = {
            ...inputFor(story),
            assessments: assessStory(story, deskFrom({ sources: SOURCES })),
            edition: 'public' as const,
          }
          const output = `${writer.fileName(input)}\n${decode(writer.write(input).bytes)}`.replace(
            /CANARY-statement/g,
            '',
          )
          expect(output.match(/canary[\w-]*/gi) ?? []).toEqual([])
        }),
        { numRuns: 200, seed: 7 },
      )
    },
  )

  test('arbitrary text comes through HTML and ninjs as text, never as markup', () => {
    const squeezed = (text: string) => publishableText(text).replace(/\s+/g, ' ').trim()
    fc.assert(
      fc.property(words, words, (headline, graf) => {
        const story = {
          ...storyOf([
            { role: 'headline', text: headline, spans: [] },
            { role: 'paragraph', text: graf, spans: [] },
          ]),
          fields: EMPTY_FIELDS,
        }
        const page = new DOMParser().parseFromString(decode(WRITERS.html.write(inputFor(story)).bytes), 'text/html')
        const tags = [...page.querySelectorAll('body *')].map(({ localName }) => localName)
        for (const hardBreak of page.querySelectorAll('br')) hardBreak.replaceWith('\n')
        const read = (selector: string) => squeezed(page.querySelector(selector)?.textContent ?? '')
        const texts = { headline: read('h1'), graf: read('article > p') }
        expect(texts).toEqual({ headline: squeezed(headline), graf: squeezed(graf) })
        expect(tags.filter((name) => !['article', 'header', 'h1', 'p', 'br'].includes(name))).toEqual([])
        const ninjs = JSON.parse(decode(WRITERS.ninjs.write(inputFor(story)).bytes)) as {
          headlines?: { value: string }[]
          bodies?: { value: string }[]
        }
        expect({ headline: ninjs.headlines?.[0]?.value ?? '', graf: squeezed(ninjs.bodies?.[1]?.value ?? '') }).toEqual(
          { headline: squeezed(headline), graf: squeezed(graf) },
        )
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})
