import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import { readPlainPdf } from '../../../src/exchange/export/pdf/read/readPlainPdf'
import { factSheetPageWriter } from '../../../src/exchange/export/factsheet/writeFactSheet'
import { WRITERS } from '../../../src/exchange/export/writers'
import type { Story } from '../../../src/story/assessment/story'
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

describe('of an embargoed story', () => {
  const EMBARGO = 'EMBARGOED until 2026-10-30T19:00:00+09:00 (2026-10-30 10:00 UTC). Not for publication before then.'
  const held = busanStory({ embargo: '2026-10-30T19:00+09:00' })

  test.each(['internal', 'public'] as const)('each fact sheet, edition %s, says so on top', async (edition) => {
    const input = (formatVersion: string) => inputFor(held, { formatVersion, edition })
    const page = decode((await WRITERS.factsheet.write(input('html'))).bytes)
    const { bytes } = await WRITERS.factsheet.write(input('docx'))
    const document = decode(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]*>/g, '')
    const pdf = readPlainPdf((await WRITERS.factsheet.write(input('pdf'))).bytes)?.words ?? ''
    expect([wordsOfPage(page), wordsOf(document), wordsOf(pdf)].map((words) => words.join(' '))).toEqual(
      Array(3).fill(expect.stringMatching(new RegExp(`^${wordsOf(EMBARGO).join(' ')} `))),
    )
  })

  test('the paper with story and facts says so once', async () => {
    const page = decode((await WRITERS.factsheet.write(inputFor(held, { paper: 'storyWithFacts' }))).bytes)
    expect(page.split('EMBARGOED until').length - 1).toBe(1)
  })

  test('the annotations say so in their label, and until when', () => {
    const labelOf = (story: Story): unknown => {
      const { label, 'stet:embargo': embargo } = JSON.parse(
        decode(WRITERS.annotations.write(inputFor(story)).bytes),
      ) as Readonly<Record<string, unknown>>
      return [label, embargo]
    }
    expect([labelOf(held), labelOf(busanStory())]).toEqual([
      [`${EMBARGO} Facts of “Trump and Xi hold first talks in six years”, version 1`, '2026-10-30T19:00:00+09:00'],
      ['Facts of “Trump and Xi hold first talks in six years”, version 1', undefined],
    ])
  })
})
