// @vitest-environment jsdom
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { pageData } from '../../../src/exchange/export/pdf/typst/pageData'
import { readPlainPdf } from '../../../src/exchange/export/pdf/read/readPlainPdf'
import { storyParts } from '../../../src/exchange/export/pdf/storyParts'
import { WRITERS } from '../../../src/exchange/export/writers'
import { projectStory } from '../../../src/projection/published/projectStory'
import type { Block } from '../../../src/story/copy/copy'
import { decode, inputFor, withBlocks } from '../busanStory'

const ARABIC = 'ارتفع 45% (2026).'
const graf = (text: string): Block => ({ role: 'paragraph', text, spans: [] })
const BLOCKS: readonly Block[] = [
  { role: 'headline', text: 'محادثات', spans: [] },
  graf('The minister said:'),
  { role: 'quote', text: ARABIC, spans: [] },
  { role: 'listItem', level: 1, list: 'bullet', text: ARABIC, spans: [] },
  { role: 'cell', cell: { row: 0, column: 0 }, text: ARABIC, spans: [] },
  { role: 'cell', cell: { row: 0, column: 1 }, text: '45%', spans: [] },
]
const input = (language: string, blocks = BLOCKS) => inputFor(withBlocks(blocks, { language }))

describe('a block that is written against the direction of its story', () => {
  test('says so on a web page, in the order in which it was signed', () => {
    const page = decode(WRITERS.html.write(input('en')).bytes)
    expect(page).toContain('<h1 dir="rtl">محادثات</h1>')
    expect(page).toContain('The minister said:</p>')
    expect(page).toContain(`<blockquote dir="rtl"><p>${ARABIC}</p></blockquote>`)
    expect(page).toContain(`<ul><li dir="rtl">${ARABIC}</li></ul>`)
    expect(page).toContain(`<tr><td dir="rtl">${ARABIC}</td><td>45%</td></tr>`)
    const arabic = decode(WRITERS.html.write(input('ar')).bytes)
    expect(arabic).toContain('<h1>محادثات</h1>')
    expect(arabic).toContain('<p dir="ltr">')
    expect(arabic).toContain(`<blockquote><p>${ARABIC}</p></blockquote>`)
  })

  test('says so in the HTML of a wire format, whose page Stet does not know', () => {
    for (const language of ['en', 'ar'])
      for (const format of ['ninjs', 'newsml-g2'] as const) {
        const written = decode(WRITERS[format].write(input(language)).bytes).replaceAll('\\"', '"')
        expect(written).toContain('<p dir="ltr">')
        expect(written).toContain(`<blockquote dir="rtl"><p>${ARABIC}</p></blockquote>`)
      }
    expect(decode(WRITERS['newsml-g2'].write(input('en', [graf('Talks.')])).bytes)).not.toContain('dir=')
  })

  test('without a letter runs from the left, as on the sheet, where the page would turn it round', async () => {
    const cells = ['3 - 1', '45%', '-5'].map((text, column): Block => ({
      role: 'cell',
      cell: { row: 0, column },
      text,
      spans: [],
    }))
    const blocks = [graf(ARABIC), graf('3 - 1'), ...cells]
    const table = '<tr><td dir="ltr">3 - 1</td><td>45%</td><td dir="ltr">-5</td></tr>'
    const page = decode(WRITERS.html.write(input('ar', blocks)).bytes)
    expect(page).toContain('<p dir="ltr">3 - 1</p>')
    expect(page).toContain(table)
    expect(decode(WRITERS['newsml-g2'].write(input('ar', blocks)).bytes)).toContain(table)
    expect(decode(WRITERS.html.write(input('en', blocks)).bytes)).toContain(table.replaceAll(' dir="ltr"', ''))

    const story = projectStory(withBlocks(blocks, { language: 'ar' }), { audience: 'public' })
    const data = pageData(
      { language: 'ar', headlineSize: 24, parts: storyParts(story, () => undefined, [], []) },
      () => '',
    )
    expect([...data.matchAll(/"rightToLeft":false/g)]).toHaveLength(3)

    const files = unzipSync((await WRITERS.docx.write(input('ar', blocks))).bytes)
    expect(decode(files['word/document.xml'] ?? new Uint8Array())).toContain('<w:p><w:r><w:t>3 - 1</w:t></w:r></w:p>')
  })

  test('says so to the typesetter, and leaves as a PDF', async () => {
    const story = projectStory(withBlocks(BLOCKS, { language: 'en' }), { audience: 'public' })
    const parts = storyParts(story, () => undefined, [], [])
    expect(parts.map((part) => ('rightToLeft' in part ? [part.kind, part.rightToLeft] : part.kind))).toEqual([
      ['headline', true],
      'paragraph',
      ['quote', true],
      'list',
      'table',
    ])
    const data = pageData({ language: 'en', headlineSize: 24, parts }, () => '')
    expect([...data.matchAll(/"rightToLeft":true/g)]).toHaveLength(4)
    const { bytes } = await WRITERS.pdf.write(input('en'))
    expect(readPlainPdf(bytes)?.words).toContain('The minister said:')
  })

  test('says so in Word', async () => {
    const xml = async (language: string, blocks: readonly Block[]): Promise<string> =>
      decode(
        unzipSync((await WRITERS.docx.write(input(language, blocks))).bytes)['word/document.xml'] ?? new Uint8Array(),
      )
    expect(await xml('en', [graf('Talks.'), graf(ARABIC)])).toContain(
      `<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>${ARABIC}</w:t></w:r></w:p>`,
    )
    expect(await xml('ar', [graf(ARABIC), graf('Talks.')])).toContain('<w:p><w:r><w:t>Talks.</w:t></w:r></w:p>')
  })
})
