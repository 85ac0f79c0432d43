import { hashText } from '../../../story/ledger/hash'
import { element, escapeXml } from '../xml/xml'
import { PdfFile } from './pdfFile'

/** Everything that our PDFs say about themselves. */
export interface PdfProperties {
  readonly title: string
  /** BCP 47, or ''. */
  readonly language: string
  readonly publisher: string
  /** RFC 3339. Date of the version, not of the typesetting. */
  readonly date: string
}

/**
 * Rewrites the metadata of a typeset PDF. The name of the program, its clock and its ids are gone; Info and XMP have
 * only these properties. Equal pages give equal bytes. @throws Error if the file is not built as the typesetter
 * builds it.
 */
export function finishPdf(typeset: Uint8Array, properties: PdfProperties): Uint8Array {
  const file = new PdfFile(typeset)
  const { root, info } = file
  const date = pdfDate(properties.date)
  file.replace(info, `<< /Title ${textString(properties.title)} /CreationDate ${date} /ModDate ${date} >>`)
  const about = xmp(properties)
  file.replace(
    file.referenceIn(root, 'Metadata'),
    `<< /Type /Metadata /Subtype /XML /Length ${Buffer.byteLength(about)} >>\nstream\n${about}\nendstream`,
  )
  file.edit(root, (catalog) => catalogOf(catalog, properties.language))
  return file.bytes(hashText(JSON.stringify(properties)).slice(0, 32))
}

/** A literal string of PDF with balanced brackets, or a hexadecimal string. */
const STRING = String.raw`(?:\((?:[^()\\]|\\[^]|\((?:[^()\\]|\\[^])*\))*\)|<[\da-fA-F\s]*>)`

/** Sets the language of the story, and that viewers show the title. */
function catalogOf(catalog: string, language: string): string {
  const kept = catalog
    .replace(new RegExp(`/Lang\\s*${STRING}\\s*`), '')
    .replace(/\/Suspects false\s*/, '')
    .replace(/\/ViewerPreferences\s*<<[^<>]*>>\s*/, '')
  const direction = /\/Direction\s*\/R2L/.test(catalog) ? ' /Direction /R2L' : ''
  const lang = language === '' ? '' : `\n  /Lang ${textString(language)}`
  return kept.replace(/>>\s*$/, `  /ViewerPreferences << /DisplayDocTitle true${direction} >>${lang}\n>>`)
}

/** Writes UTF-16 with byte order mark in hexadecimal (ISO 32000-1, 7.9.2.2). */
const textString = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

/** Writes "D:20261030090000Z" (ISO 32000-1, 7.9.4). */
const pdfDate = (date: string): string => `(D:${new Date(date).toISOString().replace(/\D/g, '').slice(0, 14)}Z)`

function xmp({ title, language, publisher, date }: PdfProperties): string {
  const when = new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')
  const bag = (kind: 'Bag' | 'Alt', value: string) =>
    element(`rdf:${kind}`, {}, element('rdf:li', kind === 'Alt' ? { 'xml:lang': 'x-default' } : {}, escapeXml(value)))
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    element(
      'x:xmpmeta',
      { 'xmlns:x': 'adobe:ns:meta/' },
      element(
        'rdf:RDF',
        { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' },
        '<rdf:Description rdf:about=""',
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
        title === '' ? '' : element('dc:title', {}, bag('Alt', title)),
        language === '' ? '' : element('dc:language', {}, bag('Bag', language)),
        publisher === '' ? '' : element('dc:publisher', {}, bag('Bag', publisher)),
        element('xmp:CreateDate', {}, when),
        element('xmp:ModifyDate', {}, when),
        '</rdf:Description>',
      ),
    ),
    '<?xpacket end="r"?>',
  ].join('\n')
}
