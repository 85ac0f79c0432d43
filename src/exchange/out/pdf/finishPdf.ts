import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import { hashText } from '../../../story/hash'
import { element, escapeXml } from '../xml/xml'
import { numberInOrder } from './numberInOrder'

/** All that a PDF of ours says about itself. */
export interface PdfProperties {
  readonly title: string
  /** BCP 47, or ''. */
  readonly language: string
  readonly publisher: string
  /** RFC 3339: of the version, never of the printing. */
  readonly date: string
}

/**
 * A printed PDF with its metadata written anew: the printer's name, user agent, operating system and clock are gone, and Info and XMP
 * hold these properties only. Rewriting is safe where "found nothing to strip" is not. Equal prints give equal bytes.
 */
export async function finishPdf(printed: Uint8Array, properties: PdfProperties): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false })
  const { context, catalog } = document
  dropMetadata(document)
  const date = PDFString.of(pdfDate(properties.date))
  context.trailerInfo.Info = context.register(context.obj({ Title: PDFHexString.fromText(properties.title), CreationDate: date, ModDate: date }))
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(new TextEncoder().encode(xmp(properties)), { Type: 'Metadata', Subtype: 'XML' })))
  if (properties.language === '') catalog.delete(PDFName.of('Lang'))
  else catalog.set(PDFName.of('Lang'), PDFHexString.fromText(properties.language))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  numberInOrder(document)
  const id = PDFHexString.of(hashText(JSON.stringify(properties)).slice(0, 32))
  context.trailerInfo.ID = context.obj([id, id])
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

/** Takes away Info and every metadata stream, wherever one hangs. */
function dropMetadata({ context }: PDFDocument): void {
  const info = context.trailerInfo.Info
  if (info instanceof PDFRef) context.delete(info)
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = dictionaryOf(object)
    const metadata = dict?.get(PDFName.of('Metadata'))
    if (!dict || metadata === undefined) continue
    if (metadata instanceof PDFRef) context.delete(metadata)
    dict.delete(PDFName.of('Metadata'))
  }
}

function dictionaryOf(object: PDFObject): PDFDict | undefined {
  if (object instanceof PDFDict) return object
  return !(object instanceof PDFArray) && 'dict' in object && object.dict instanceof PDFDict ? object.dict : undefined
}

/** "D:20261030090000Z", ISO 32000-1, 7.9.4. */
const pdfDate = (date: string): string => `D:${new Date(date).toISOString().replace(/\D/g, '').slice(0, 14)}Z`

function xmp({ title, language, publisher, date }: PdfProperties): string {
  const when = new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')
  const bag = (kind: 'Bag' | 'Alt', value: string) => element(`rdf:${kind}`, {}, element('rdf:li', kind === 'Alt' ? { 'xml:lang': 'x-default' } : {}, escapeXml(value)))
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    element('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, element('rdf:RDF', { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' },
      `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">${[
        title === '' ? '' : element('dc:title', {}, bag('Alt', title)),
        language === '' ? '' : element('dc:language', {}, bag('Bag', language)),
        publisher === '' ? '' : element('dc:publisher', {}, bag('Bag', publisher)),
        element('xmp:CreateDate', {}, when), element('xmp:ModifyDate', {}, when)
      ].join('')}</rdf:Description>`)),
    '<?xpacket end="r"?>'
  ].join('\n')
}
