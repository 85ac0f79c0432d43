/** Figures keep their value: what stands above, below or after a break never joins the figure before it. */
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import { docxOf, paragraph } from '../../builders/files/docxOf'

const read = async (file: Uint8Array | string, name: string) => {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const {
    stories: [story],
  } = await importFile(name, bytes)
  return {
    copy: story?.blocks.map(({ text }) => text),
    lost: story?.losses.map(({ what, example }) => `${what}: ${example}`),
  }
}
const SUPER = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
const run = (text: string, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`

describe('figures above and below the line', () => {
  test('are written in letters of their own in a web page', async () => {
    const html =
      '<h1>About 10<sup>6</sup> viruses</h1><p>Some H<sub>2</sub>O and 14<sup><b>1</b></sup> dead, ' +
      '10<span style="vertical-align: super">-3</span>, 3<sup>1</sup>/<sub>2</sub>.</p><p>Second.</p>'
    expect(await read(html, 'a.html')).toEqual({
      copy: ['About 10⁶ viruses', 'Some H₂O and 14¹ dead, 10⁻³, 3¹/₂.', 'Second.'],
      lost: [],
    })
  })

  test('are written so in a page that puts them on the line and lifts them by their position', async () => {
    const html =
      '<h1>Head</h1><p>About 10<sup style="position: relative; vertical-align: baseline; top: -0.5em">6</sup>.</p>'
    expect(await read(html, 'a.html')).toEqual({ copy: ['Head', 'About 10⁶.'], lost: [] })
  })

  test('without letters in Unicode are parted by a sign and listed', async () => {
    const html = '<h1>Head</h1><p>It is 10<sup>6.5</sup>, x<sub>1a</sub>, 25<sup>th</sup> and 14<sup>[1]</sup>.</p>'
    expect(await read(html, 'a.html')).toEqual({
      copy: ['Head', 'It is 10^6.5, x_1a, 25th and 14[1].'],
      lost: ['superscript and subscript: ^6.5'],
    })
  })

  test('are written so in NITF, also in the headline', async () => {
    const nitf =
      '<nitf><body><body.head><hedline><hl1>Ten to 10<sup>6</sup></hl1></hedline></body.head>' +
      '<body.content><p>About 10<sup>6</sup> units of CO<sub>2</sub>.</p></body.content></body></nitf>'
    expect(await read(nitf, 'a.xml')).toEqual({
      copy: ['Ten to 10⁶', 'About 10⁶ units of CO₂.'],
      lost: [],
    })
  })

  test('are written so in the HTML of ninjs', async () => {
    const item = { headline: 'Head', body_html: '<p>About 10<sup>6</sup> units.</p>' }
    expect((await read(JSON.stringify(item), 'a.json')).copy).toEqual(['Head', 'About 10⁶ units.'])
  })

  test('are written so in Markdown', async () => {
    const markdown =
      '# Head\n\nSome 14<sup>1</sup> dead, 10<sup>6</sup>, 5~2~ and x<sup>6.5</sup>.\n\n<p>10<sup>6</sup></p>'
    expect((await read(markdown, 'a.md')).copy).toEqual(['Head', 'Some 14¹ dead, 10⁶, 5₂ and x^6.5.', '10⁶'])
  })

  test('are written so where Word splits them into runs', async () => {
    const body = paragraph('Head') + `<w:p>${run('10')}${run('-', SUPER)}${run('6', SUPER)}${run(' m')}</w:p>`
    expect(await read(docxOf(body), 'a.docx')).toEqual({ copy: ['Head', '10⁻⁶ m'], lost: [] })
  })

  test('are written so in a Word document, by formatting and by style', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/>' +
      '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    const body =
      paragraph('Head') +
      `<w:p>${run('About 10')}${run('6', SUPER)}${run(' and 10')}${run('6.5', SUPER)}${run(' and 14')}` +
      `${run('2', '<w:rPr><w:rStyle w:val="Up"/></w:rPr>')}${run(', the 25')}${run('th', SUPER)}.</w:p>`
    expect(await read(docxOf(body, { styles }), 'a.docx')).toEqual({
      copy: ['Head', 'About 10⁶ and 10^6.5 and 14², the 25th'],
      lost: ['superscript and subscript: 6.5'],
    })
  })
})

test.each(['page', 'column'])('a %s break inside a paragraph of Word parts its figures', async (type) => {
  const broken = `<w:r><w:br w:type="${type}"/></w:r>`
  const body =
    paragraph('Head') +
    `<w:p>${broken}${run('They killed 14')}${broken}${run('000 people fled.')}${broken}</w:p><w:p>${broken}</w:p>`
  expect(await read(docxOf(body), 'a.docx')).toEqual({ copy: ['Head', 'They killed 14\n000 people fled.'], lost: [] })
})
