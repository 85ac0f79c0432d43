import type { PublishedComment, ReviewBlock, Revision } from '../../../projection/published/publishedReview'
import { directionOfBlock } from '../../../projection/print/direction'
import { printedCredit } from '../../../projection/published/publishedStory'
import type { ListKind } from '../../../story/copy/copy'
import type { BlockShape } from '../../../story/copy/suggestions/markedCopy'
import type { Picture } from '../../../story/copy/picture'
import { groupTables } from '../../../story/copy/tables'
import { DOCX_STYLES } from '../../formats/docx'
import { container, element, XML_DECLARATION } from '../xml/xml'
import type { ListInstance } from './numbering'
import { MEASURE, R, W, type DocumentPart, type Relationship } from './parts'
import { DOCX_PICTURES, pictureXml, type DocxPicture } from './picture'
import { ReviewMarks } from './reviewMarks'
import { runXml, type DocxRun } from './runXml'
import { defined } from '../../../story/text/defined'

interface DocxShape {
  readonly style?: string
  readonly list?: { readonly instance: ListInstance; readonly level: number }
}
export interface DocxParagraph extends DocxShape {
  /** Its end is a suggestion: to insert or to delete it. */
  readonly endInserted?: Revision
  readonly endDeleted?: Revision
  /** What the paragraph is until somebody accepts the suggestion. */
  readonly was?: Revision & { readonly shape: DocxShape }
  /** Its own direction. Absent: that of the document. */
  readonly rightToLeft?: boolean
  /** Shown before the words. */
  readonly picture?: DocxPicture
  readonly runs: readonly DocxRun[]
}

export interface DocxCell extends Pick<DocxParagraph, 'runs' | 'rightToLeft'> {
  readonly header: boolean
}
export interface DocxTable {
  readonly rows: readonly (readonly DocxCell[])[]
}
export type DocxPart = DocxParagraph | DocxTable

export interface WrittenDocument {
  readonly xml: string
  /** Relationships of the links. */
  readonly links: readonly Relationship[]
  readonly pictures: readonly PicturePart[]
  /** Parts with comments. */
  readonly review: readonly (readonly [DocumentPart, string])[]
}

/** What writing a paragraph needs to know of its document. */
interface Setting {
  readonly rightToLeft: boolean
  readonly linkId: (href: string) => string
  readonly show: (picture: DocxPicture) => string
  readonly review: ReviewMarks
}

/** Writes the document part. Returns it with the parts and addresses that its relationships must name. */
export function documentPart(
  parts: readonly DocxPart[],
  rightToLeft: boolean,
  firstLink: number,
  comments: readonly PublishedComment[],
): WrittenDocument {
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
    pictures.push({
      id: `rIdPicture${n}`,
      name: `media/picture${n}.${DOCX_PICTURES[picture.mediaType] ?? 'bin'}`,
      bytes: picture.bytes,
    })
    return pictureXml(picture, n, `rIdPicture${n}`)
  }
  const review = new ReviewMarks(
    comments,
    parts.flatMap((part) => ('rows' in part ? part.rows.flatMap((row) => row.flatMap(({ runs }) => runs)) : part.runs)),
  )
  const setting: Setting = { rightToLeft, linkId, show, review }
  const whole = review.onStory()
  const body = [
    ...(whole === '' ? [] : [element('w:p', {}, whole)]),
    ...parts.map((part, index) =>
      'rows' in part ? tableXml(part, setting, index === parts.length - 1) : paragraphXml(part, setting),
    ),
  ]
  const xml =
    XML_DECLARATION +
    element(
      'w:document',
      {
        'xmlns:w': W,
        'xmlns:r': R,
        'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
      },
      container(
        'w:body',
        {},
        ...(body.length === 0 ? ['<w:p/>'] : body),
        // A4 with margins of 2.5 cm, in twentieths of a point.
        container(
          'w:sectPr',
          {},
          element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
          element('w:pgMar', {
            'w:top': 1418,
            'w:right': 1418,
            'w:bottom': 1418,
            'w:left': 1418,
            'w:header': 709,
            'w:footer': 709,
            'w:gutter': 0,
          }),
          rightToLeft ? element('w:bidi') : '',
        ),
      ),
    )
  return {
    xml,
    pictures,
    review: review.parts(),
    links: [...links].map(([href, id]) => ({ id, type: `${R}/hyperlink`, target: wordTarget(href), external: true })),
  }
}

/** Word refuses a document with these characters in an address. */
const wordTarget = (href: string): string => href.replace(/[\\^`{|}]/g, (sign) => encodeURIComponent(sign))

/** A picture as a part of the package. `name` is relative to the folder of the document. */
export interface PicturePart {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

function paragraphXml(paragraph: DocxParagraph, { linkId, show, review, ...document }: Setting): string {
  const { runs, picture, endInserted, endDeleted, was, rightToLeft = document.rightToLeft } = paragraph
  const end =
    (endInserted ? element('w:ins', review.change(endInserted)) : '') +
    (endDeleted ? element('w:del', review.change(endDeleted)) : '')
  const properties =
    shapeXml(paragraph, rightToLeft) +
    (end === '' ? '' : element('w:rPr', {}, end)) +
    (was ? element('w:pPrChange', review.change(was), `<w:pPr>${shapeXml(was.shape, rightToLeft)}</w:pPr>`) : '')
  let content = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`
  if (picture) content += `${show(picture)}${runs.length === 0 ? '' : '<w:r><w:br/></w:r>'}`
  for (const run of runs) {
    const xml =
      run.href === undefined
        ? runXml(run, rightToLeft, review)
        : element(
            'w:hyperlink',
            { 'r:id': linkId(run.href), 'w:history': 1 },
            runXml({ style: DOCX_STYLES.link, ...run }, rightToLeft, review),
          )
    content += run.comments ? review.around(run, xml) : xml
  }
  return element('w:p', {}, content)
}

/** Writes the properties of a paragraph in the order of the schema. */
const shapeXml = ({ style, list }: DocxShape, rightToLeft: boolean): string =>
  (style === undefined ? '' : element('w:pStyle', { 'w:val': style })) +
  (list === undefined
    ? ''
    : element(
        'w:numPr',
        {},
        element('w:ilvl', { 'w:val': list.level - 1 }),
        element('w:numId', { 'w:val': list.instance.id }),
      )) +
  (rightToLeft ? '<w:bidi/>' : '')

/** Writes a table as wide as the text. Word needs a paragraph after a table that ends the document. */
function tableXml({ rows }: DocxTable, setting: Setting, isLast: boolean): string {
  const { rightToLeft } = setting
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1)
  const width = Math.floor(MEASURE / columns)
  const edge = (side: string): string =>
    element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'A39C8F' })
  return (
    container(
      'w:tbl',
      {},
      container(
        'w:tblPr',
        {},
        rightToLeft ? element('w:bidiVisual') : '',
        element('w:tblW', { 'w:w': width * columns, 'w:type': 'dxa' }),
        container('w:tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge)),
        element('w:tblLayout', { 'w:type': 'fixed' }),
      ),
      container('w:tblGrid', {}, ...Array.from({ length: columns }, () => element('w:gridCol', { 'w:w': width }))),
      ...rows.map((row, index) =>
        container(
          'w:tr',
          {},
          index === 0 && row.every(({ header }) => header) ? container('w:trPr', {}, element('w:tblHeader')) : '',
          ...row.map(({ header, ...cell }) =>
            container(
              'w:tc',
              {},
              container('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
              paragraphXml({ style: header ? DOCX_STYLES.tableHeader : DOCX_STYLES.tableCell, ...cell }, setting),
            ),
          ),
        ),
      ),
    ) + (isLast ? '<w:p/>' : '')
  )
}

/**
 * Turns the blocks of the body into parts. `lead` opens the first graf. `picture` returns a picture that Word can
 * show, or undefined.
 */
export function bodyParts(
  blocks: readonly ReviewBlock[],
  listOf: (block: ReviewBlock) => ListInstance | undefined,
  lead: readonly DocxRun[],
  picture: (picture: Picture) => DocxPicture | undefined,
  listKind: (kind: ListKind) => ListInstance,
): readonly DocxPart[] {
  const first = blocks.find((block) => block.role === 'paragraph')
  return groupTables(blocks).flatMap((group): DocxPart[] => {
    if ('rows' in group) return [{ rows: group.rows.map((row) => row.map(cellOf)) }]
    const { block } = group
    const { was } = block
    const shown = block.picture && picture(block.picture)
    const credit = creditOf(block)
    // Without a picture, a cutline and a credit there is nothing to write.
    if (block.role === 'cutline' && !shown && block.runs.length + credit.length === 0) return []
    return [
      {
        ...shapeOfBlock(block, listOf(block)),
        ...(block.role === 'cutline' && !shown ? { style: DOCX_STYLES.cutlineAlone } : {}),
        runs: block === first ? [...lead, ...block.runs] : [...block.runs, ...credit],
        ...defined({ picture: shown }),
        ...endsOf(block),
        ...ownDirection(block),
        ...(was ? { was: { ...was, shape: shapeOfBlock(was.shape, was.shape.list && listKind(was.shape.list)) } } : {}),
      },
    ]
  })
}

const cellOf = (block: ReviewBlock): DocxCell => ({
  header: block.cell?.header ?? false,
  runs: block.runs,
  ...ownDirection(block),
})

/** The direction of a block by its own words, whatever opens it. */
export function ownDirection(block: ReviewBlock): Pick<DocxParagraph, 'rightToLeft'> {
  const direction = directionOfBlock(block)
  return direction === undefined ? {} : { rightToLeft: direction === 'rtl' }
}

function creditOf(block: ReviewBlock): readonly DocxRun[] {
  const credit = printedCredit(block)
  return credit === '' ? [] : [{ text: block.runs.length === 0 ? credit : ` ${credit}`, style: DOCX_STYLES.credit }]
}

export const endsOf = ({ endInserted, endDeleted }: ReviewBlock): Pick<DocxParagraph, 'endInserted' | 'endDeleted'> =>
  defined({ endInserted, endDeleted })

function shapeOfBlock({ role, level }: BlockShape, instance: ListInstance | undefined): DocxShape {
  switch (role) {
    case 'headline':
    case 'deck':
    case 'quote':
    case 'cutline':
      return { style: DOCX_STYLES[role] }
    case 'subhead':
      return { style: level === 3 ? DOCX_STYLES.subhead3 : DOCX_STYLES.subhead2 }
    case 'listItem':
      return { style: DOCX_STYLES.list, ...defined({ list: instance && { instance, level: level ?? 1 } }) }
    case 'paragraph':
    case 'cell':
      return {}
  }
}
