import { withCredit, type PublishedBlock, type Run } from '../../../projection/publishedStory'
import type { Picture } from '../../../story/picture'
import { groupTables } from '../../../story/tables'
import { DOCX_STYLES } from '../../docx'
import { container, element, escapeXml, XML_DECLARATION } from '../xml/xml'
import type { ListInstance } from './numbering'
import { R, W, type Relationship } from './parts'

/** A run with a character style of ours. */
export interface DocxRun extends Run { readonly style?: string }
export interface DocxPicture { readonly bytes: Uint8Array; readonly mediaType: string; readonly width: number; readonly height: number; readonly alt: string }
export interface DocxParagraph {
  readonly style?: string
  /** Stands before the words. */
  readonly picture?: DocxPicture
  readonly list?: { readonly instance: ListInstance; readonly level: number }
  readonly runs: readonly DocxRun[]
}

export interface DocxTable { readonly rows: readonly (readonly { readonly header: boolean; readonly runs: readonly DocxRun[] }[])[] }
export type DocxPart = DocxParagraph | DocxTable

/** Media types of pictures that Word shows → the ending of their parts. */
export const DOCX_PICTURES: Readonly<Record<string, string>> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/gif': 'gif' }

/** The document part, and the addresses that its links need, by relationship. */
export function documentPart(parts: readonly DocxPart[], rightToLeft: boolean, firstLink: number): { readonly xml: string; readonly links: readonly Relationship[]; readonly pictures: readonly PicturePart[] } {
  const links = new Map<string, string>()
  const linkId = (href: string): string => {
    const known = links.get(href)
    if (known !== undefined) return known
    const id = `rId${firstLink + links.size}`
    links.set(href, id)
    return id
  }
  const pictures: PicturePart[] = []
  const show = (picture: DocxPicture): string => {
    const n = pictures.length + 1
    pictures.push({ id: `rIdPicture${n}`, name: `media/picture${n}.${DOCX_PICTURES[picture.mediaType] ?? 'bin'}`, bytes: picture.bytes })
    return pictureXml(picture, n, `rIdPicture${n}`)
  }
  const body = parts.map((part, index) => ('rows' in part ? tableXml(part, rightToLeft, linkId, index === parts.length - 1) : paragraphXml(part, rightToLeft, linkId, show)))
  const xml = XML_DECLARATION + element('w:document', { 'xmlns:w': W, 'xmlns:r': R, 'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' }, container('w:body', {},
    ...(body.length === 0 ? ['<w:p/>'] : body),
    // A4 with margins of 2.5 cm, in twentieths of a point.
    container('w:sectPr', {}, element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }), element('w:pgMar', { 'w:top': 1418, 'w:right': 1418, 'w:bottom': 1418, 'w:left': 1418, 'w:header': 709, 'w:footer': 709, 'w:gutter': 0 }),
      rightToLeft ? element('w:bidi') : '')))
  return { xml, pictures, links: [...links].map(([href, id]) => ({ id, type: `${R}/hyperlink`, target: wordTarget(href), external: true })) }
}

/** Word refuses a document whose addresses hold these signs as they are. */
const wordTarget = (href: string): string => href.replace(/[\\^`{|}]/g, (sign) => encodeURIComponent(sign))

/** A picture as a part of the package. `name` from the folder of the document. */
export interface PicturePart { readonly id: string; readonly name: string; readonly bytes: Uint8Array }

function paragraphXml({ style, list, runs, picture }: DocxParagraph, rightToLeft: boolean, linkId: (href: string) => string, show: (picture: DocxPicture) => string): string {
  const properties = [
    style === undefined ? '' : element('w:pStyle', { 'w:val': style }),
    list === undefined ? '' : element('w:numPr', {}, element('w:ilvl', { 'w:val': list.level - 1 }), element('w:numId', { 'w:val': list.instance.id })),
    rightToLeft ? element('w:bidi') : ''
  ].join('')
  const content = runs.map((run) => (run.href === undefined ? runXml(run, rightToLeft) : element('w:hyperlink', { 'r:id': linkId(run.href), 'w:history': 1 }, runXml({ style: DOCX_STYLES.link, ...run }, rightToLeft))))
  const shown = picture ? `${show(picture)}${runs.length === 0 ? '' : '<w:r><w:br/></w:r>'}` : ''
  return element('w:p', {}, properties === '' ? '' : element('w:pPr', {}, properties), shown, ...content)
}

/** Twentieths of a point between the margins of the page. */
const MEASURE = 9070

/** A table over the whole measure. Word needs a paragraph after a table that ends the document. */
function tableXml({ rows }: DocxTable, rightToLeft: boolean, linkId: (href: string) => string, isLast: boolean): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1)
  const width = Math.floor(MEASURE / columns)
  const edge = (side: string): string => element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'A39C8F' })
  const noPicture = (): string => ''
  return container('w:tbl', {},
    container('w:tblPr', {}, rightToLeft ? element('w:bidiVisual') : '', element('w:tblW', { 'w:w': width * columns, 'w:type': 'dxa' }), container('w:tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge)), element('w:tblLayout', { 'w:type': 'fixed' })),
    container('w:tblGrid', {}, ...Array.from({ length: columns }, () => element('w:gridCol', { 'w:w': width }))),
    ...rows.map((row, index) => container('w:tr', {},
      index === 0 && row.every(({ header }) => header) ? container('w:trPr', {}, element('w:tblHeader')) : '',
      ...row.map(({ header, runs }) => container('w:tc', {}, container('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
        paragraphXml({ style: header ? DOCX_STYLES.tableHeader : DOCX_STYLES.tableCell, runs }, rightToLeft, linkId, noPicture)))))) + (isLast ? '<w:p/>' : '')
}

/** English Metric Units in a pixel of 96 to the inch. */
const EMU = 9525
/** The widest that a picture may be: the measure. */
const WIDEST = MEASURE * 635

function pictureXml({ width, height, alt }: DocxPicture, n: number, relation: string): string {
  const shrink = Math.min(1, WIDEST / (Math.max(1, width) * EMU))
  const size = { cx: Math.max(1, Math.round(Math.max(1, width) * EMU * shrink)), cy: Math.max(1, Math.round(Math.max(1, height) * EMU * shrink)) }
  return element('w:r', {}, element('w:drawing', {}, element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', size), element('wp:docPr', { id: n, name: `Picture ${n}`, descr: alt }),
    element('a:graphic', { 'xmlns:a': DRAWING }, element('a:graphicData', { uri: PICTURE }, element('pic:pic', { 'xmlns:pic': PICTURE },
      element('pic:nvPicPr', {}, element('pic:cNvPr', { id: n, name: `Picture ${n}` }), element('pic:cNvPicPr')),
      element('pic:blipFill', {}, element('a:blip', { 'r:embed': relation }), element('a:stretch', {}, element('a:fillRect'))),
      element('pic:spPr', {}, element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)), element('a:prstGeom', { prst: 'rect' }, element('a:avLst')))))))))
}
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

function runXml({ text, bold, italic, style }: DocxRun, rightToLeft: boolean): string {
  const properties = [
    style === undefined ? '' : element('w:rStyle', { 'w:val': style }),
    bold ? '<w:b/><w:bCs/>' : '', italic ? '<w:i/><w:iCs/>' : '', rightToLeft ? '<w:rtl/>' : ''
  ].join('')
  const pieces = text.split(/([\n\t])/).map((piece) => (piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`))
  return element('w:r', {}, properties === '' ? '' : element('w:rPr', {}, properties), ...pieces)
}

/** Blocks of the body as parts; `lead` opens the first graf, `picture` gives a picture that Word can show. */
export function bodyParts(blocks: readonly PublishedBlock[], listOf: (block: PublishedBlock) => ListInstance | undefined, lead: readonly DocxRun[], picture: (picture: Picture) => DocxPicture | undefined): readonly DocxPart[] {
  const first = blocks.find((block) => block.role === 'paragraph')
  return groupTables(blocks).map((group): DocxPart => {
    if ('rows' in group) return { rows: group.rows.map((row) => row.map(({ cell, runs }) => ({ header: cell?.header ?? false, runs }))) }
    const { block } = group
    const runs = block === first ? [...lead, ...block.runs] : block.runs
    switch (block.role) {
      case 'headline': return { style: DOCX_STYLES.headline, runs }
      case 'deck': return { style: DOCX_STYLES.deck, runs }
      case 'subhead': return { style: block.level === 3 ? DOCX_STYLES.subhead3 : DOCX_STYLES.subhead2, runs }
      case 'quote': return { style: DOCX_STYLES.quote, runs }
      case 'listItem': {
        const instance = listOf(block)
        return { style: DOCX_STYLES.list, ...(instance ? { list: { instance, level: block.level ?? 1 } } : {}), runs }
      }
      case 'cutline': {
        const shown = block.picture && picture(block.picture)
        return { style: DOCX_STYLES.cutline, runs: withCredit(block), ...(shown ? { picture: shown } : {}) }
      }
      case 'paragraph': case 'cell': return { runs }
    }
  })
}
