import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { outputTexts } from '../../../../src/exchange/export/readBack/outputTexts'
import { finishPdf } from '../../../../src/exchange/export/pdf/finishPdf'
import { typeset } from '../../../../src/exchange/export/pdf/typst/typeset'
import { scanForLeaks } from '../../../../src/projection/scan/leakScan'
import { protectedTerms } from '../../../../src/projection/scan/protectedTerms'
import { SECRET } from '../../busanStory'

const PROPERTIES = {
  title: 'Talks (end) \\ – 회담',
  language: 'ko',
  publisher: 'Example Wire',
  date: '2026-10-30T09:00:00Z',
}

const page = (text: string): Uint8Array =>
  typeset({
    language: 'en',
    headlineSize: 24,
    parts: [
      { kind: 'headline', runs: [{ text: 'Busan' }] },
      { kind: 'paragraph', runs: [{ text }] },
    ],
  })
const leaks = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await outputTexts(bytes, 'application/pdf'))
    .flatMap((text) => scanForLeaks({ ...text, fileName: '' }, protectedTerms([SECRET]), [], []))
    .map(({ what }) => what)

describe('a finished PDF', () => {
  test('has title, language, publisher and date, and nothing of the typesetter', async () => {
    const typesetPage = page('The talks ended.')
    const bytes = finishPdf(typesetPage, PROPERTIES)
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    expect([
      document.getTitle(),
      document.getAuthor(),
      document.getProducer(),
      document.getCreator(),
      document.getCreationDate()?.toISOString(),
      document.getModificationDate()?.toISOString(),
      document.getLanguage(),
    ]).toEqual([
      PROPERTIES.title,
      undefined,
      undefined,
      undefined,
      '2026-10-30T09:00:00.000Z',
      '2026-10-30T09:00:00.000Z',
      'ko',
    ])
    const raw = Buffer.from(bytes).toString('latin1')
    expect(
      [...raw.matchAll(/<(dc|xmp\w*|pdf):(\w+)>/g)].map(([, space, name]) => `${space ?? ''}:${name ?? ''}`),
    ).toEqual(['dc:title', 'dc:language', 'dc:publisher', 'xmp:CreateDate', 'xmp:ModifyDate'])
    expect([
      /Typst|xmp-writer|1970/.test(Buffer.from(typesetPage).toString('latin1')),
      /Typst|xmp-writer|1970/.test(raw),
    ]).toEqual([true, false])
  })

  test('has no language if the story has none', async () => {
    const document = await PDFDocument.load(finishPdf(page('x'), { ...PROPERTIES, language: '' }), {
      updateMetadata: false,
    })
    expect(document.getLanguage()).toBeUndefined()
  })

  test('is scanned with its words and its metadata', async () => {
    expect(await leaks(finishPdf(page('The talks ended.'), PROPERTIES))).toEqual([])
    expect(new Set(await leaks(finishPdf(page('We met Park Min-seo there.'), PROPERTIES)))).toEqual(new Set(['name']))
    expect(await leaks(finishPdf(page('x'), { ...PROPERTIES, title: 'Park Min-seo speaks' }))).toContain('name')
  })

  test('has equal bytes for equal page and properties only', () => {
    const once = Buffer.from(finishPdf(page('The talks ended.'), PROPERTIES))
    expect([
      once.equals(Buffer.from(finishPdf(page('The talks ended.'), PROPERTIES))),
      once.equals(Buffer.from(finishPdf(page('The talks ended.'), { ...PROPERTIES, publisher: '' }))),
    ]).toEqual([true, false])
  })

  test('is refused for a file that is built otherwise', async () => {
    const document = await PDFDocument.create()
    document.addPage([300, 300])
    const other = await document.save()
    expect(() => finishPdf(other, PROPERTIES)).toThrow('a PDF of an unknown build')
    const revised = Buffer.concat([page('x'), Buffer.from('\n1 0 obj\n(secret)\nendobj\n')])
    expect(() => finishPdf(revised, PROPERTIES)).toThrow('a PDF of an unknown build')
  })
})
