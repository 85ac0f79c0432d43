/**
 * Returns the grafs of a saved web page, without markup, with the cells of its tables, and without what its elements
 * say is hidden: who reads the page does not see these words. Nothing runs and nothing is fetched.
 */
import { defined } from '../../../story/text/defined'
import { decodeMarkup } from '../markup/tree/decodeMarkup'
import { parseHtml } from '../markup/tree/parseHtml'
import { firstIn, isElement, rawTextOf, type MarkupElement, type MarkupNode } from '../markup/tree/markupTree'
import { isHidden } from '../markup/styleAttribute'
import { withRaisedFigures } from '../markup/withRaisedFigures'
import { LossCollector } from '../parts/losses'
import { TableTracker, type ReadCell } from '../parts/blocks/tableTracker'
import type { CapturedGraf } from './capturedGraf'

const LEFT_OUT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'head'])
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span ' +
    'strike strong sub sup time tspan tt u var wbr'
  ).split(' '),
)

/** @throws ImportError if the page cannot be read. */
export function grafsOfPage(bytes: Uint8Array, file: string): readonly CapturedGraf[] {
  const root = withRaisedFigures(parseHtml(decodeMarkup(bytes, file, new LossCollector()), file))
  const title = firstIn(root, ({ name }) => name === 'title')
  const tables = new TableTracker()
  const grafs: { readonly text: string; readonly cell?: ReadCell | undefined }[] = [
    { text: title ? rawTextOf(title) : '' },
  ]
  let text = ''
  const end = (): void => {
    grafs.push({ text, cell: tables.cell })
    text = ''
  }
  const read = (node: MarkupNode): void => {
    if (!isElement(node)) {
      text += node
      return
    }
    if (LEFT_OUT.has(node.name) || isUnseen(node)) return
    const isBlock = !INLINE.has(node.name)
    if (isBlock) end()
    const leave = enter(node, tables)
    readAll(node)
    if (isBlock) end()
    leave()
  }
  const readAll = ({ children }: MarkupElement): void => children.forEach(read)
  readAll(root)
  end()
  return grafs
    .map((graf) => ({ text: tidied(graf.text), cell: tables.placeOf(graf.cell) }))
    .filter((graf) => graf.text !== '')
    .map((graf) => defined(graf))
}

/** A page that a script shows at its end may say of its whole body that it is hidden. */
const isUnseen = (element: MarkupElement): boolean => isHidden(element) && !/^(?:html|body)$/u.test(element.name)

const tidied = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Tells the tracker that an element begins. Returns what tells it that the element ends. */
function enter({ name, attributes }: MarkupElement, tables: TableTracker): () => void {
  switch (name) {
    case 'table':
      tables.openTable()
      return () => tables.closeTable()
    case 'tr':
      tables.openRow()
      return NOTHING
    case 'td':
    case 'th':
      tables.openCell(Math.min(Number(attributes['colspan'] ?? 1) || 1, MOST_COLUMNS))
      return () => tables.closeCell()
    default:
      return NOTHING
  }
}

const NOTHING = (): void => undefined
/** HTML allows no more. */
const MOST_COLUMNS = 1000
