import { describe, expect, test } from 'vitest'
import { importMarkdown } from '../../../src/exchange/import/text/importMarkdown'
import { within } from '../../builders/time/processorTime'

const read = (markdown: string) => importMarkdown(new TextEncoder().encode(markdown), 'story.md')
const shape = (markdown: string) =>
  read(markdown).blocks.map(({ role, level, list, text }) =>
    [role, ...(level ? [level] : []), ...(list ? [list] : []), text].join(' '),
  )

describe('Markdown', () => {
  test('keeps the quotation marks that a browser draws around q', () => {
    expect(
      shape(`# Head

He said <q>We **will** not</q> today, and <q>“no”</q>.

<p>She said <q>No</q>, <q>“Yes”</q> and <q>not <b>so</b></q>.</p>

<q>He said <q>no</q> to *us*</q>, and <q>“No” was *all*</q>. <q>“All was *lost*, and so am I.”</q>

<p><q>He said <q>no</q> to us</q>, and <q>“No” was all</q>.</p>
`),
    ).toEqual([
      'headline Head',
      'paragraph He said “We will not” today, and “no”.',
      'paragraph She said “No”, “Yes” and “not so”.',
      'paragraph “He said ‘no’ to us”, and ““No” was all”. “All was lost, and so am I.”',
      'paragraph “He said ‘no’ to us”, and ““No” was all”.',
    ])
  })

  test('begins a graf where an element of HTML does, and a cell where its block does', () => {
    expect(
      shape(`# Head

<div>One<div>Two</div>Three</div><center>Four</center><center>Five</center>

<table><tr><td><p>A</td><td> <p>B</td></tr><tr><td>C</td><td>D</td></tr></table>
`),
    ).toEqual([
      'headline Head',
      'deck One',
      ...['Two', 'Three', 'Four', 'Five', 'A | B', 'C | D'].map((text) => `paragraph ${text}`),
    ])
  })

  test('keeps headings, marks, links, quotes, lists and hard breaks', () => {
    expect(
      read(`# Talks *end* early

Leaders leave Busan

By Kim Ji-woo

The **talks *ended*** at [noon](https://example.org "x").  
Nobody said
why.

## Trade

> We agreed.
>
> A lot.

1. soy
   - beans
2. steel
`),
    ).toEqual({
      blocks: [
        { role: 'headline', text: 'Talks end early', spans: [{ from: 6, to: 9, mark: 'italic' }] },
        { role: 'deck', text: 'Leaders leave Busan', spans: [] },
        {
          role: 'paragraph',
          text: 'The talks ended at noon.\nNobody said why.',
          spans: [
            { from: 4, to: 15, mark: 'bold' },
            { from: 10, to: 15, mark: 'italic' },
            { from: 19, to: 23, mark: 'link', href: 'https://example.org' },
          ],
        },
        { role: 'subhead', level: 2, text: 'Trade', spans: [] },
        { role: 'quote', text: 'We agreed.', spans: [] },
        { role: 'quote', text: 'A lot.', spans: [] },
        { role: 'listItem', level: 1, list: 'ordered', text: 'soy', spans: [] },
        { role: 'listItem', level: 2, list: 'bullet', text: 'beans', spans: [] },
        { role: 'listItem', level: 1, list: 'ordered', text: 'steel', spans: [] },
      ],
      losses: [{ what: 'link titles', count: 1, example: 'x' }],
      language: 'en',
      fields: { byline: [{ name: 'Kim Ji-woo' }] },
    })
  })

  test('keeps the text of constructs that it cannot keep, and lists each kind', () => {
    const { blocks, losses } = read(`# Talks end

The talks ended.[^1] Use \`code\` ~~not~~ ![a handshake](https://example.org/x.jpg) <u>here</u>.

| a | b |
| - | - |
| 1 | 2 |

\`\`\`js
let x = 1
\`\`\`

<div>Hello &amp; <script>alert(1)</script>bye</div>

---

- [x] done

  and more

[^1]: At noon.

[unused]: https://example.org/unused
`)
    expect(blocks.map(({ text }) => text)).toEqual([
      'Talks end',
      'The talks ended.[1] Use code not a handshake here.',
      'a',
      'b',
      '1',
      '2',
      'let x = 1',
      'Hello & bye',
      'done\nand more',
      '[1] At noon.',
    ])
    expect(losses).toEqual([
      { what: 'footnote marks (kept as “[1]” in the text)', count: 1, example: '[1]' },
      { what: 'inline code', count: 1, example: 'code' },
      { what: 'strikethrough', count: 1, example: 'not' },
      { what: 'pictures', count: 1, example: 'a handshake https://example.org/x.jpg' },
      { what: 'HTML', count: 3, example: '<u>' },
      { what: 'code blocks', count: 1, example: 'let x = 1' },
      { what: 'horizontal rules', count: 1, example: '---' },
      { what: 'task boxes', count: 1, example: '[x] done and more' },
      { what: 'paragraphs inside list items', count: 1, example: 'and more' },
      { what: 'footnotes (kept as paragraphs)', count: 1, example: 'At noon.' },
      { what: 'link definitions that nothing uses', count: 1, example: 'https://example.org/unused' },
    ])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'JAVASCRIPT:x', 'file:///etc/passwd', 'vbscript:x'])(
    'a link to %s stays as text and is listed',
    (url) => {
      expect(read(`Talks end\n\nSee [this](<${url}>) now.`)).toMatchObject({
        blocks: [{ role: 'headline' }, { text: 'See this now.', spans: [] }],
        losses: [{ what: 'links that may not be followed', count: 1, example: url }],
      })
    },
  )

  test('keeps cutline, credit and alternative text of a picture beside the file', () => {
    const { blocks, losses } = read(
      '# Talks end\n\nNoon.\n\n![Two leaders](busan-1.jpg "Kim")\\\nThey *left*. (Kim)\n\n![A crane](b.jpg)\n\n![](c.jpg)\n',
    )
    expect([
      blocks.map(({ role, text, picture }) => [role, text, ...(picture ? [picture.alt, picture.credit] : [])]),
      losses,
    ]).toEqual([
      [
        ['headline', 'Talks end'],
        ['paragraph', 'Noon.'],
        ['cutline', 'They left.', 'Two leaders', 'Kim'],
        ['cutline', '', 'A crane', ''],
      ],
      [{ what: 'pictures', count: 3, example: 'Two leaders busan-1.jpg' }],
    ])
  })

  test('front matter is listed, not read as copy', () => {
    expect(read('---\ntitle: x\n---\n\n# Talks end\n\nNoon.')).toMatchObject({
      blocks: [{ text: 'Talks end' }, { text: 'Noon.' }],
      losses: [{ what: 'front matter', count: 1, example: 'title: x' }],
    })
  })

  test('a heading further down leaves the text before it in place', () => {
    expect(shape('The talks ended at noon.\n\n# Why\n\nNobody said.')).toEqual([
      'paragraph The talks ended at noon.',
      'subhead 2 Why',
      'paragraph Nobody said.',
    ])
  })

  test('deep lists and nested quotes are flattened and listed', () => {
    const deep = Array.from({ length: 8 }, (_, level) => `${'  '.repeat(level)}- l${level + 1}`).join('\n')
    expect(read(`Talks\n\n${deep}\n\n> a\n>> b`).losses).toEqual([
      { what: 'list levels below the sixth', count: 2, example: 'l7 l8' },
      { what: 'quotes inside quotes', count: 1, example: 'b' },
    ])
  })

  test(
    'a large file keeps its structure and reference links, and is read in seconds',
    { timeout: 120_000 },
    async () => {
      const { blocks, losses } = await within(8000, () =>
        read(
          `# Talks end\n\n` +
            `${'Graf with **bold** and [a link][x].\n\n- item\n\nplain words here\n\n'.repeat(2_000)}` +
            `[x]: https://example.org\n`,
        ),
      )
      expect({ count: blocks.length, second: blocks[1], third: blocks[2], losses }).toEqual({
        count: 6_001,
        second: {
          role: 'paragraph',
          text: 'Graf with bold and a link.',
          spans: [
            { from: 10, to: 14, mark: 'bold' },
            { from: 19, to: 25, mark: 'link', href: 'https://example.org' },
          ],
        },
        third: { role: 'listItem', level: 1, list: 'bullet', text: 'item', spans: [] },
        losses: [],
      })
    },
  )

  test(
    'a file longer than any story keeps its text, and the loss of formatting is listed',
    { timeout: 120_000 },
    async () => {
      const { blocks, losses } = await within(8000, () => read('Graf with **bold** text.\n\n'.repeat(100_000)))
      expect({
        first: blocks[0]?.text,
        last: blocks.at(-1)?.text,
        count: blocks.length,
        what: losses.map(({ what }) => what),
      }).toEqual({
        first: 'Graf with bold text.',
        last: 'Graf with **bold** text.',
        count: 100_000,
        what: ['formatting of passages too long to read as Markdown'],
      })
    },
  )

  test('nothing is fetched, and deep nesting does not break the reader', () => {
    expect(read(`Talks\n\n${'> '.repeat(500)}deep`).blocks.at(-1)).toEqual({ role: 'quote', text: 'deep', spans: [] })
    expect(read(`Talks\n\n${'['.repeat(5_000)}x`).blocks).toHaveLength(2)
    expect(read(`Talks\n\n${'*'.repeat(5_000)}x`).blocks).toHaveLength(2)
  })
})

test('cells of a raw HTML table stay apart, each row a graf', () => {
  const rows =
    '<table>\n<tr><th>Port</th><th>Ships</th></tr>\n<tr>\n<td>14</td>\n<td>500</td>\n</tr><tr><td>15<td>600</table>'
  expect(shape(`# Ports open\n\nThey met.\n\n${rows}`)).toEqual([
    'headline Ports open',
    'paragraph They met.',
    'paragraph Port | Ships',
    'paragraph 14 | 500',
    'paragraph 15 | 600',
  ])
})

test('a raw picture is listed with its alternative text', () =>
  expect(
    read(
      '# Ports open\n\nThey met. <img src="a.jpg" alt="Ships &amp; cranes"> They left.\n\n<img alt=Crane src=b.jpg>\n',
    ).losses,
  ).toEqual([
    { what: 'HTML', count: 2, example: '<img src="a.jpg" alt="Ships &amp; cranes">' },
    { what: 'pictures', count: 2, example: 'Ships & cranes a.jpg' },
  ]))

test('of two embargoes in the front matter the later one holds', () => {
  const times = ['2026-12-02T10:00:00Z', '2026-12-05T10:00:00Z']
  for (const [one = '', other = ''] of [times, times.toReversed()])
    expect(read(`---\nembargo: ${one}\nembargo_until: ${other}\n---\n# Head\n\nBody.`)).toMatchObject({
      fields: { embargo: '2026-12-05T10:00:00Z' },
    })
})

test('an embargo in the front matter is the field, or is listed under its own name', () => {
  const copy = '# Ports open\n\nThey met.\n'
  expect(read(`---\ntitle: x\nembargo: "2026-12-02 06:00:00 +09:00"\n---\n${copy}`)).toMatchObject({
    fields: { embargo: '2026-12-02T06:00:00+09:00' },
    losses: [{ what: 'front matter', count: 1, example: 'title: x' }],
  })
  expect(read(`---\nembargoed_until: Tuesday noon\n---\n${copy}`)).toMatchObject({
    fields: { edNote: 'Embargo: Tuesday noon' },
    losses: [
      {
        what: 'embargo that Stet cannot read as a time (set it in Fields)',
        count: 1,
        example: 'Embargo: Tuesday noon',
      },
    ],
  })
})
