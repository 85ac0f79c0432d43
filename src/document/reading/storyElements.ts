/** Makes the Yjs elements of a copy, as the editor's binding writes them. */
import * as Y from 'yjs'
import type { Block, Span } from '../../story/copy/copy'
import { coveringEach } from '../../story/copy/covering'
import { writeShape, type MarkedBlock, type SuggestionSpan } from '../../story/copy/suggestions/markedCopy'
import { NO_PICTURE } from '../../story/copy/picture'
import { groupTables } from '../../story/copy/tables'
import { attributeOf, attributeOfProposed } from '../markNames'
import { defined } from '../../story/text/defined'

type AnyBlock = Block | MarkedBlock
type Inline = Y.XmlText | Y.XmlElement

/** The children of the copy: text blocks, pictures, and tables of rows of cells. */
export const copyElements = (copy: readonly AnyBlock[]): Y.XmlElement[] =>
  groupTables(copy).map((group) => ('rows' in group ? tableElement(group.rows) : blockElement(group.block)))

const tableElement = (rows: readonly (readonly AnyBlock[])[]): Y.XmlElement =>
  elementOf(
    'table',
    {},
    rows.map((cells) =>
      elementOf(
        'row',
        {},
        cells.map((cell) => elementOf('cell', { header: cell.cell?.header ?? false }, inlineNodesOf(cell))),
      ),
    ),
  )

/** A text block, or a picture with its cutline. Not for cells: those lie in a table. */
export function blockElement(block: AnyBlock): Y.XmlElement {
  if (block.role === 'cutline') return elementOf('picture', { ...(block.picture ?? NO_PICTURE) }, inlineNodesOf(block))
  return elementOf(
    'block',
    {
      role: block.role,
      ...defined({ level: block.level, list: block.list }),
      ...('joins' in block && block.joins !== undefined ? { joins: block.joins } : {}),
      ...('becomes' in block && block.becomes !== undefined
        ? { becomes: `${block.becomes.id} ${writeShape(block.becomes.shape)}` }
        : {}),
    },
    inlineNodesOf(block),
  )
}

function elementOf(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean>>,
  children: Inline[],
): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, string | number | boolean>>(name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  element.insert(0, children)
  return element as Y.XmlElement
}

const inlineNodesOf = (block: AnyBlock): Inline[] =>
  inlineNodes(block.text, block.spans, 'proposed' in block ? block.proposed : [])

/** The children of a block: a text for each line, and a hardBreak element between two lines. */
export function inlineNodes(text: string, spans: readonly Span[], proposed: readonly SuggestionSpan[]): Inline[] {
  const nodes: Inline[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (start > 0) {
      const deletion = proposed.find((span) => span.mark === 'deletion' && span.from < start && span.to >= start)?.id
      nodes.push(elementOf('hardBreak', deletion === undefined ? {} : { deletion }, []))
    }
    if (line !== '') nodes.push(lineText(line, start, spans, proposed))
    start += line.length + 1
  }
  return nodes
}

/** `start`: offset of the line in the text that `spans` and `proposed` count in. */
function lineText(line: string, start: number, spans: readonly Span[], proposed: readonly SuggestionSpan[]): Y.XmlText {
  const cuts = new Set([0, line.length])
  for (const { from, to } of [...spans, ...proposed])
    for (const at of [from - start, to - start]) if (at > 0 && at < line.length) cuts.add(at)
  const edges = [...cuts].sort((a, b) => a - b)
  const places = edges.map((at) => at + start)
  const spansOver = coveringEach(spans, places)
  const proposedOver = coveringEach(proposed, places)
  const delta = edges.slice(1).map((to, index) => {
    const attributes: Record<string, unknown> = {}
    for (const span of spansOver[index] ?? []) Object.assign(attributes, attributeOf(span))
    for (const span of proposedOver[index] ?? []) Object.assign(attributes, attributeOfProposed(span))
    return { insert: line.slice(edges[index] ?? 0, to), attributes }
  })
  const node = new Y.XmlText()
  node.applyDelta(delta)
  return node
}
