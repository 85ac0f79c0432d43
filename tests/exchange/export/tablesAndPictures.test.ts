import { deskFrom } from '../../builders/stories/storyFrom'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import { factSheetPageWriter } from '../../../src/exchange/export/factsheet/writeFactSheet'
import { WRITERS } from '../../../src/exchange/export/writers'
import type { WriterInput } from '../../../src/exchange/export/parts/writer'
import { projectSlice } from '../../../src/projection/print/projectSlice'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { countWords, type Block } from '../../../src/story/copy/copy'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { hashCopy } from '../../../src/story/ledger/hash'
import { NO_PICTURE, type Picture } from '../../../src/story/copy/picture'
import { sentenceBefore } from '../../../src/story/copy/words/sentences'
import { groupTables, tableOf } from '../../../src/story/copy/tables'
import { decode, inputFor, SOURCES, withBlocks } from '../busanStory'
import { DOT, DOT_FILE } from '../conformance/generatedStories'

const FILE = 'a'.repeat(64)
const PICTURE: Picture = {
  ...NO_PICTURE,
  file: FILE,
  mediaType: 'image/png',
  width: 40,
  height: 30,
  alt: 'Two "hands"',
  credit: 'Ida / Desk',
  rights: 'one use',
  captured: '2026-10-30',
}
const plain = (role: Block['role'], text: string, more: Partial<Block> = {}): Block => ({
  role,
  text,
  spans: [],
  ...more,
})
const CUTLINE = plain('cutline', 'The hall at noon', { picture: PICTURE })
const TABLE = tableOf(
  [
    [
      { text: 'Port', spans: [] },
      { text: 'Ships', spans: [] },
    ],
    [
      { text: 'Busan', spans: [] },
      { text: '40', spans: [{ from: 0, to: 2, mark: 'bold' }] },
    ],
    [{ text: '', spans: [] }],
  ],
  true,
)
const COPY = [
  plain('headline', 'Talks'),
  plain('deck', ''),
  plain('paragraph', 'Before.'),
  ...TABLE,
  CUTLINE,
  plain('paragraph', 'After.'),
]
const story = withBlocks(COPY, { ...EMPTY_FIELDS })
const write = (format: 'ninjs' | 'html' | 'markdown' | 'text' | 'factsheet', more: Partial<WriterInput> = {}) => {
  const { bytes, losses } = (format === 'factsheet' ? factSheetPageWriter : WRITERS[format]).write({
    ...inputFor(story),
    assessments: assessStory(story, deskFrom({ sources: SOURCES })),
    ...more,
  })
  return { text: decode(bytes), losses }
}
const PICTURES = new Map([[FILE, new Uint8Array([1, 2, 3])]])

describe('tables and pictures leave', () => {
  test('as HTML tables and figures; the bytes as data URI where they are given', () => {
    const table =
      '<table><thead><tr><th scope="col">Port</th><th scope="col">Ships</th></tr></thead><tbody><tr>' +
      '<td>Busan</td><td><strong>40</strong></td></tr><tr><td></td><td></td></tr></tbody></table>'
    expect(write('html').text).toContain(
      `<p>Before.</p>${table}<figure><figcaption>The hall at noon <span class="credit">(Ida / ` +
        `Desk)</span></figcaption></figure><p>After.</p>`,
    )
    expect(write('html', { pictures: PICTURES }).text).toContain(
      `<figure><img src="data:image/png;base64,AQID" alt="Two &quot;hands&quot;" width="40" ` +
        `height="30"><figcaption>The hall`,
    )
  })

  test('as GFM tables and images', () => {
    expect(write('markdown', { pictures: PICTURES, embed: true }).text).toBe(
      '# Talks\n\nBefore.\n\n| Port | Ships |\n| --- | --- |\n| Busan | **40** |\n|  |  |\n\n![Two ' +
        '"hands"](data:image/png;base64,AQID "Ida / Desk")\\\nThe hall at noon (Ida / Desk)\n\nAfter.\n',
    )
  })

  test('as a Markdown file with its pictures beside it, each once, named by order and content', () => {
    const written = WRITERS.markdown.write(
      inputFor(withBlocks([...COPY, CUTLINE], { ...EMPTY_FIELDS }), { pictures: PICTURES }),
    )
    expect(decode(written.bytes)).toContain('![Two "hands"](talks-1-039058c6.png "Ida / Desk")\\\nThe hall at noon')
    expect(written.beside).toEqual([{ fileName: 'talks-1-039058c6.png', bytes: PICTURES.get(FILE) }])
  })

  test('as lines of text', () => {
    expect(write('text').text).toContain('Before.\n\nPort | Ships\nBusan | 40\n | \n\nAfter.\n')
    expect(write('text').losses).toContainEqual({
      what: 'cutlines and credits',
      count: 1,
      example: 'The hall at noon (Ida / Desk)',
    })
  })

  test('with a list of what the format cannot carry', () => {
    const missing = [{ what: 'pictures', count: 1, example: 'Two "hands"' }]
    const said = [
      { what: 'picture rights', count: 1, example: 'one use' },
      { what: 'pictures’ capture dates', count: 1, example: '2026-10-30' },
    ]
    expect([write('html').losses, write('html', { pictures: PICTURES }).losses]).toEqual([[...missing, ...said], said])
    expect([write('ninjs').losses, write('ninjs', { pictures: PICTURES }).losses]).toEqual([
      [...missing, ...said],
      said,
    ])
  })

  test('without the name of the file in the library', () => {
    for (const format of ['ninjs', 'html', 'markdown', 'text', 'factsheet'] as const)
      expect(write(format, { pictures: PICTURES }).text).not.toContain(FILE)
    expect(JSON.stringify(projectSlice(COPY))).not.toContain(FILE)
  })
})

describe('pictures come back', () => {
  test.each([
    ['docx', 'a.docx'],
    ['html', 'a.html'],
    ['newsml-g2', 'a.xml'],
    ['nitf', 'a.xml'],
    ['ninjs', 'a.json'],
  ] as const)(
    '%s: the cutline of one that is gone is not taken for that of the picture before',
    async (format, name) => {
      const blocks = [
        plain('headline', 'Talks'),
        plain('paragraph', 'Before.'),
        plain('cutline', '', { picture: { ...PICTURE, file: DOT_FILE, credit: '' } }),
        plain('cutline', 'The minister', { picture: { ...PICTURE, credit: 'Lee' } }),
        plain('cutline', '', { picture: { ...PICTURE, credit: '(Pool)' } }),
        ...TABLE,
      ]
      const { bytes } = await WRITERS[format].write(
        inputFor(withBlocks(blocks, { ...EMPTY_FIELDS }), { pictures: new Map([[DOT_FILE, DOT]]) }),
      )
      const {
        stories: [again],
      } = await importFile(name, bytes)
      expect(
        again?.blocks.flatMap(({ text, picture }) => (picture ? [[text, picture.credit, picture.file]] : [])),
      ).toEqual([
        ['', '', DOT_FILE],
        ['The minister', 'Lee', ''],
        ['', '(Pool)', ''],
      ])
    },
  )
})

describe('a flat copy with a table', () => {
  test('has its cells grouped in tables, also with two tables side by side', () => {
    expect(
      groupTables([...TABLE, ...TABLE, CUTLINE]).map((group) =>
        'rows' in group ? group.rows.map((row) => row.map(({ text }) => text)) : group.block.text,
      ),
    ).toEqual([
      [
        ['Port', 'Ships'],
        ['Busan', '40'],
        ['', ''],
      ],
      [
        ['Port', 'Ships'],
        ['Busan', '40'],
        ['', ''],
      ],
      'The hall at noon',
    ])
  })

  test('counts its words, and reads a sentence before it across the table', () => {
    expect(countWords(COPY)).toBe(11)
    expect([
      sentenceBefore(COPY, { block: 10, from: 0, to: 5 }),
      sentenceBefore(COPY, { block: 6, from: 0, to: 2 }),
      sentenceBefore(COPY, { block: 9, from: 0, to: 3 }),
    ]).toEqual(['Before.', '', ''])
  })

  test('has another hash if a cell moves, or a header or a property of a picture changes', () => {
    const other = (change: (block: Block) => Block) => hashCopy(COPY.map(change))
    const hashes = [
      hashCopy(COPY),
      other((block) => (block.picture ? { ...block, picture: { ...block.picture, credit: 'X' } } : block)),
      other((block) => (block.cell?.row === 0 ? { ...block, cell: { row: 0, column: block.cell.column } } : block)),
      other((block) => (block.cell ? { ...block, cell: { ...block.cell, row: 0 } } : block)),
    ]
    expect(new Set(hashes).size).toBe(4)
  })

  test('without tables and pictures has the hash it always had', () => {
    expect(hashCopy([plain('headline', 'Talks'), plain('paragraph', 'Before.')])).toBe(
      'd0bbe8c44d117c3b1439013cbb52b8f967e66692c3c4d1054092457c09058ba1',
    )
  })
})
