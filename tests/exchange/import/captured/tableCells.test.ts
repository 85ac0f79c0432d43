import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readCapturedText } from '../../../../src/exchange/import/captured/readCapturedText'
import { holdsExcerpt, locatorOf, locatorOfSeveral } from '../../../../src/checks/evidence/findInCaptured'
import { whyNotLocator } from '../../../../src/checks/evidence/whyNotLocator'

const page = (body: string) => readCapturedText('stoppages.html', strToU8(`<!doctype html><body>${body}</body>`))
const word = (body: string) =>
  readCapturedText(
    'stoppages.docx',
    zipSync({
      'word/document.xml': strToU8(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    }),
  )
const para = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((text) => `<w:tc>${para(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

const ROWS = [
  ['Port', 'Hours'],
  ['Mokpo', '17'],
  ['Busan', '9'],
]
const HTML = `<table>${ROWS.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`

describe('the cells of a table in a captured file', () => {
  it.each([
    ['a saved page', () => page(`<p>Stoppages</p>${HTML}<p>Source: the port.</p>`)],
    ['a Word file', () => word(`${para('Stoppages')}${table(ROWS)}${para('Source: the port.')}`)],
  ])('are grafs with their table, row and column in %s', async (_of, read) => {
    const parts = (await read())?.parts ?? []
    expect(parts.map(({ text, cell }) => [text, cell && [cell.table, cell.row, cell.column]])).toEqual([
      ['Stoppages', undefined],
      ['Port', [1, 1, 1]],
      ['Hours', [1, 1, 2]],
      ['Mokpo', [1, 2, 1]],
      ['17', [1, 2, 2]],
      ['Busan', [1, 3, 1]],
      ['9', [1, 3, 2]],
      ['Source: the port.', undefined],
    ])
  })

  it('of a table that lays out the page have no place, and it is not counted', async () => {
    const frame = '<table><tr><td>Frame</td></tr></table>'
    const text = await page(`${frame}<table><tr><td>Left</td><td>${HTML}</td></tr></table>`)
    expect(text?.parts.flatMap(({ text: words, cell }) => (cell ? [[words, cell.table]] : []))).toEqual(
      ROWS.flat().map((words) => [words, 1]),
    )
    expect((await word(`${table([['Frame']])}${table(ROWS)}`))?.parts.at(-1)?.cell).toEqual({
      table: 1,
      row: 3,
      column: 2,
    })
  })

  it('behind a cell over two columns keep their column', async () => {
    const text = await page('<table><tr><td colspan="2">Ports</td><td>Hours</td></tr><tr><td>a</td></tr></table>')
    expect(text?.parts.map(({ cell }) => cell?.column)).toEqual([1, 3, 1])
  })

  it('make an excerpt with a locator that leads to it', async () => {
    const text = await page(`<p>Stoppages</p>${HTML}`)
    const [, , , port, hours, , last] = text?.parts ?? []
    if (!text || !port || !hours || !last) throw new Error('The page has no table')
    const excerpt = 'Mokpo\n17'
    const locator = locatorOfSeveral(port, hours)
    expect([locatorOf(hours), locator, locatorOfSeveral(port, last)]).toEqual([
      'table 1, row 2, column 2 (¶ 5)',
      'table 1, row 2, columns 1 to 2 (¶ 4–5)',
      'table 1, rows 2 to 3 (¶ 4–7)',
    ])
    expect(holdsExcerpt(excerpt, text)).toBe(true)
    expect(
      whyNotLocator({ locator, excerpt }, 'document', '2026-10-30T10:00:00.000Z', { kind: 'page', text }),
    ).toBeUndefined()
    expect(
      whyNotLocator({ locator, excerpt: 'Mokpo\n18' }, 'document', '2026-10-30T10:00:00.000Z', { kind: 'page', text }),
    ).toBe('These words are not in the captured file. Copy them exactly as they are there, or leave the excerpt empty.')
  })
})
