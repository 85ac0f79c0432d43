import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { outputTexts } from '../../src/exchange/out/outputTexts'
import { finishPdf } from '../../src/exchange/out/pdf/finishPdf'
import { scanForLeaks } from '../../src/projection/leakScan'
import { protectedTerms } from '../../src/projection/protectedTerms'
import { SECRET } from './busanStory'

const PROPERTIES = { title: 'Talks end', language: 'ko', publisher: 'Example Wire', date: '2026-10-30T09:00:00Z' }

async function printed(text: string, producer = 'Printer of Park Min-seo'): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([300, 300]).drawText(text, { x: 20, y: 200, size: 12 })
  document.setProducer(producer)
  document.setAuthor('somebody')
  document.catalog.set(PDFName.of('Metadata'), document.context.register(document.context.stream('<x>Park Min-seo</x>', { Type: 'Metadata', Subtype: 'XML' })))
  return document.save()
}
const leaks = async (bytes: Uint8Array): Promise<readonly string[]> => (await outputTexts(bytes, 'application/pdf')).flatMap((text) => scanForLeaks({ ...text, fileName: '' }, protectedTerms([SECRET]), [], [])).map(({ what }) => what)

describe('a finished PDF', () => {
  test('says title, language, publisher and date of itself, and nothing of the printer', async () => {
    const bytes = await finishPdf(await printed('The talks ended.'), PROPERTIES)
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    expect([document.getTitle(), document.getAuthor(), document.getProducer(), document.getCreator(), document.getCreationDate()?.toISOString(), document.getModificationDate()?.toISOString()])
      .toEqual(['Talks end', undefined, undefined, undefined, '2026-10-30T09:00:00.000Z', '2026-10-30T09:00:00.000Z'])
    const raw = Buffer.from(bytes).toString('latin1')
    expect([...raw.matchAll(/<(dc|xmp):(\w+)>/g)].map(([, space, name]) => `${space ?? ''}:${name ?? ''}`)).toEqual(['dc:title', 'dc:language', 'dc:publisher', 'xmp:CreateDate', 'xmp:ModifyDate'])
    expect(raw).not.toMatch(/Printer of|somebody/)
  })

  test('is scanned in its words and in what it says about itself', async () => {
    expect(await leaks(await printed('The talks ended.'))).toContain('name')
    expect(await leaks(await finishPdf(await printed('The talks ended.'), PROPERTIES))).toEqual([])
    expect(await leaks(await finishPdf(await printed('We met Park Min-seo there.'), PROPERTIES))).toEqual(['name'])
    expect(await leaks(await finishPdf(await printed('x'), { ...PROPERTIES, title: 'Park Min-seo speaks' }))).toContain('name')
  })

  test('has the same bytes for the same print', async () => {
    const print = await printed('The talks ended.')
    expect(Buffer.from(await finishPdf(print, PROPERTIES)).equals(Buffer.from(await finishPdf(print, PROPERTIES)))).toBe(true)
  })

  test('has the same bytes for two prints whose tags are named otherwise; cells still name their headers', async () => {
    const tagged = async (first: string, second: string): Promise<Uint8Array> => {
      const document = await PDFDocument.load(await printed('The talks ended.'), { updateMetadata: false })
      const { context, catalog } = document
      const header = context.register(context.obj({ Type: 'StructElem', S: 'TH', ID: PDFString.of(first) }))
      const cell = context.register(context.obj({ Type: 'StructElem', S: 'TD', ID: PDFString.of(second), A: [{ O: 'Table', Headers: [PDFString.of(first)] }] }))
      catalog.set(PDFName.of('StructTreeRoot'), context.register(context.obj({ Type: 'StructTreeRoot', K: [cell, header], IDTree: { Names: [PDFString.of(first), header, PDFString.of(second), cell] } })))
      return finishPdf(await document.save(), PROPERTIES)
    }
    const bytes = await tagged('node00000027', 'node00000002')
    expect(Buffer.from(await tagged('node00000002', 'node00000025')).equals(Buffer.from(bytes))).toBe(true)
    const tree = (await PDFDocument.load(bytes, { updateMetadata: false })).catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const [cell, header] = [0, 1].map((index) => tree.lookup(PDFName.of('K'), PDFArray).lookup(index, PDFDict))
    expect([cell?.get(PDFName.of('ID')), header?.get(PDFName.of('ID'))?.toString(), cell?.get(PDFName.of('A'))?.toString().includes('(header000001)'), tree.get(PDFName.of('IDTree'))?.toString().replace(/\s+/g, ' ')])
      .toEqual([undefined, '(header000001)', true, `<< /Names [ (header000001) ${tree.lookup(PDFName.of('K'), PDFArray).get(1).toString()} ] >>`])
  })
})
