import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import { readPlainPdf } from '../../../src/exchange/export/pdf/read/readPlainPdf'
import { factSheetPageWriter } from '../../../src/exchange/export/factsheet/writeFactSheet'
import { WRITERS } from '../../../src/exchange/export/writers'
import { busanStory, decode, inputFor } from '../busanStory'
import { judgeBySchema } from '../conformance/judges'
import { haveSchemas, withSchemas } from '../sharedFolder'

const sheet = (formatVersion: string, edition: 'internal' | 'public' = 'internal') =>
  WRITERS.factsheet.write(inputFor(busanStory(), { formatVersion, edition }))
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
const wordsOfPage = (html: string): readonly string[] =>
  wordsOf(
    html
      .slice(html.indexOf('<body'))
      .replace(/<[^>]*>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'"),
  )

describe('the fact sheet as a Word document', () => {
  test.each(['internal', 'public'] as const)('edition %s has the words of the page, in its order', async (edition) => {
    const { bytes, mediaType } = await sheet('docx', edition)
    const page = decode(factSheetPageWriter.write(inputFor(busanStory(), { edition })).bytes)
    const document = decode(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
      .replace(/<[^>]*>/g, (tag) => (tag.startsWith('</w:p') ? '\n' : ''))
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
    expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    expect(wordsOf(document)).toEqual(wordsOfPage(page))
  })

  test('has the same bytes each time, its edition in its name, and can be imported', async () => {
    const { bytes } = await sheet('docx')
    expect(Buffer.from((await sheet('docx')).bytes).equals(bytes)).toBe(true)
    expect(
      ['html', 'pdf', 'docx'].map((formatVersion) =>
        WRITERS.factsheet.fileName(inputFor(busanStory(), { formatVersion })),
      ),
    ).toEqual(['html', 'pdf', 'docx'].map((ending) => `busan-summit-fact-sheet-INTERNAL.${ending}`))
    expect((await importFile('sheet.docx', bytes)).stories[0]?.blocks[0]).toMatchObject({
      role: 'headline',
      text: 'Fact sheet: Trump and Xi hold first talks in six years',
    })
  })

  test.skipIf(!haveSchemas)(withSchemas('its document is valid'), async () => {
    expect(
      judgeBySchema('schemas/ooxml/wml.xsd', [
        { name: 'sheet', bytes: unzipSync((await sheet('docx')).bytes)['word/document.xml'] ?? new Uint8Array() },
      ]),
    ).toEqual({ judged: 1, faults: [] })
  })
})

test.each(['internal', 'public'] as const)(
  'as a PDF, edition %s, it has the words of the page, in its order',
  async (edition) => {
    const { bytes, mediaType } = await sheet('pdf', edition)
    const page = decode(factSheetPageWriter.write(inputFor(busanStory(), { edition })).bytes)
    const printed = readPlainPdf(bytes)?.words.replace(/\n?\d+\/\d+(?=\f|$)/g, '') ?? ''
    expect(mediaType).toBe('application/pdf')
    // A hash is longer than a line.
    expect(wordsOf(printed).join('')).toBe(wordsOfPage(page).join(''))
  },
)
