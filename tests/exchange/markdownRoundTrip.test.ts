import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { importMarkdown } from '../../src/exchange/import/text/importMarkdown'
import { WRITERS } from '../../src/exchange/export/writers'
import type { Block, Span } from '../../src/story/copy/copy'
import { EMPTY_FIELDS } from '../../src/story/ledger/fields'
import { tableOf } from '../../src/story/copy/tables'
import { decode, inputFor, withBlocks } from './busanStory'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const plain = (role: Block['role'], text: string, more: Partial<Block> = {}): Block => ({
  role,
  text,
  spans: [],
  ...more,
})
const item = (text: string, level: number, list: 'bullet' | 'ordered'): Block =>
  plain('listItem', text, { level, list })
const out = (blocks: readonly Block[]): string =>
  decode(WRITERS.markdown.write(inputFor(withBlocks(blocks, { ...EMPTY_FIELDS }))).bytes)
const back = (markdown: string) => importMarkdown(new TextEncoder().encode(markdown), 'story.md')

describe('Markdown out', () => {
  test('reads like Markdown that a person wrote', () => {
    expect(
      out([
        plain('headline', 'Trump and Xi hold talks'),
        plain('deck', 'Leaders meet in Busan'),
        plain('paragraph', 'He said “very good” & left for snake_case at 10:30.', {
          spans: [{ from: 8, to: 19, mark: 'bold' }],
        }),
        plain('subhead', 'Trade', { level: 2 }),
        item('tariffs', 1, 'bullet'),
        item('soy', 2, 'ordered'),
        item('rare earths', 2, 'ordered'),
        plain('quote', 'We agreed.\nA lot.'),
      ]),
    ).toBe(`# Trump and Xi hold talks

_Leaders meet in Busan_

He said **“very good”** & left for snake\\_case at 10:30.

## Trade

- tariffs
  1. soy
  2. rare earths

> We agreed.\\
> A lot.
`)
  })
})

describe('Markdown out and in again', () => {
  test('keeps structure, marks, links and hard breaks', () => {
    const blocks: Block[] = [
      plain('headline', 'Trump and Xi hold first talks in six years'),
      plain('deck', 'Leaders meet in Busan.'),
      plain('paragraph', '그는 “좋은 회담”이라고 말했다', { spans: [{ from: 3, to: 10, mark: 'bold' }] }),
      plain('paragraph', 'one two three', {
        spans: [
          { from: 0, to: 3, mark: 'bold' },
          { from: 3, to: 7, mark: 'italic' },
          { from: 8, to: 13, mark: 'link', href: 'https://example.org/a_(b)?c=1&d' },
        ],
      }),
      plain('subhead', 'Trade', { level: 2 }),
      plain('subhead', 'Soy', { level: 3 }),
      plain('quote', 'We agreed.\nA lot.'),
      item('a', 1, 'bullet'),
      item('b\nc', 2, 'bullet'),
      item('d', 3, 'ordered'),
      item('e', 1, 'bullet'),
      item('f', 1, 'ordered'),
    ]
    const again = back(out(blocks))
    expect(again.blocks).toEqual([
      ...blocks.slice(0, 3),
      {
        ...blocks[3],
        spans: [
          { from: 0, to: 3, mark: 'bold' },
          { from: 4, to: 7, mark: 'italic' },
          { from: 8, to: 13, mark: 'link', href: 'https://example.org/a_(b)?c=1&d' },
        ],
      },
      ...blocks.slice(4),
    ])
    expect(again.losses).toEqual([])
  })

  test('keeps tables with and without a header row, side by side, with breaks and bars in their cells', () => {
    const cells = (rows: readonly (readonly string[])[], header: boolean): readonly Block[] =>
      tableOf(
        rows.map((row) => row.map((text) => ({ text, spans: [] }))),
        header,
      )
    const blocks = [
      plain('headline', 'Ships wait'),
      plain('deck', 'A deck'),
      plain('paragraph', 'In figures.'),
      ...cells(
        [
          ['Port', 'Ships | boats'],
          ['Busan', '40\nor so'],
          ['', '7'],
        ],
        true,
      ),
      ...cells([['Mokpo', '12']], false),
      plain('paragraph', 'So it is.'),
    ]
    expect(back(out(blocks))).toMatchObject({ blocks, losses: [] })
  })

  const word = fc.constantFrom(
    'talks',
    '100',
    '“회담”',
    '이라고',
    '-',
    '+',
    '1.',
    '2)',
    '#',
    '##',
    '*',
    '**',
    '_',
    '__x__',
    '`a`',
    '[a](b)',
    '![x](y)',
    '<b>',
    '<!--',
    '&amp;',
    '&#35;',
    '~~~',
    '|',
    '|-|',
    '>',
    '=',
    '===',
    'www.example.org',
    'https://example.org',
    'a@b.org',
    '\\',
    '!',
    ':-:',
    '[^1]',
    '[x]:',
    '(x)',
    '🚒',
    '.',
  )
  const separator = fc.constantFrom(' ', ' ', '', '\n')
  const text = fc
    .array(fc.tuple(word, separator), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.flat().join('').trim())
    .filter((value) => value !== '' && !/\n\n/.test(value))
  const styled = text.chain((value) =>
    fc
      .array(
        fc.record({
          a: fc.nat(value.length),
          b: fc.nat(value.length),
          mark: fc.constantFrom('bold' as const, 'italic' as const),
        }),
        { maxLength: 3 },
      )
      .map((spans): Block =>
        plain('paragraph', value, {
          spans: spans
            .map(({ a, b, mark }): Span => ({ from: Math.min(a, b), to: Math.max(a, b), mark }))
            .filter(({ from, to }) => from < to),
        }),
      ),
  )

  /** Marks each visible character as bold, italic or plain. White space and halves of surrogate pairs have no style. */
  const styles = ({ text: value, spans }: Block): string =>
    [...value]
      .map((character, index, all) => {
        const at = all.slice(0, index).join('').length
        if (character.trim() === '') return character
        const on = (mark: string) => spans.some((span) => span.mark === mark && span.from <= at && span.to >= at + 1)
        return `${character}${on('bold') ? 'b' : ''}${on('italic') ? 'i' : ''}`
      })
      .join('')

  test('arbitrary words mean nothing to Markdown, whatever their marks', () => {
    fc.assert(
      fc.property(fc.array(styled, { minLength: 1, maxLength: 3 }), (grafs) => {
        const blocks = [plain('headline', 'Headline'), plain('deck', 'A deck'), ...grafs]
        const again = back(out(blocks))
        expect({ losses: again.losses, styles: again.blocks.map(styles) }).toEqual({
          losses: [],
          styles: blocks.map(styles),
        })
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})
