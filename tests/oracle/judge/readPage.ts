/** Reads the shared document of a story as the oracle's page: every character with its name and its facts. */
import * as Y from 'yjs'
import type { Block, Character, FactType, Page, Place, Tag } from './model'

export function readPage(doc: Y.Doc): Page {
  const blocks: Block[] = []
  let tables = 0
  for (const node of doc.getXmlFragment('copy').toArray()) {
    if (!(node instanceof Y.XmlElement)) continue
    if (node.nodeName !== 'table') {
      blocks.push(blockOf(node))
      continue
    }
    const table = tables++
    for (const [row, line] of elementsOf(node).entries())
      for (const [column, cell] of elementsOf(line).entries())
        blocks.push(blockOf(cell, { table, row, column, header: String(attribute(cell, 'header')) === 'true' }))
  }
  return { blocks, tags: readTags(doc) }
}

const elementsOf = (node: Y.XmlElement): readonly Y.XmlElement[] =>
  node.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement)

const attribute = (node: Y.XmlElement, name: string): unknown => (node.getAttributes() as Record<string, unknown>)[name]

function blockOf(node: Y.XmlElement, cell?: Place): Block {
  const characters = charactersOf(node)
  const text = characters.map(({ char }) => char).join('')
  const word = (name: string): string => String(attribute(node, name) ?? '')
  if (cell) return { role: 'cell', characters, text, cell }
  if (node.nodeName !== 'picture') return { role: word('role'), characters, text }
  const picture = { file: word('file'), alt: word('alt'), credit: word('credit'), captured: word('captured') }
  return { role: 'cutline', characters, text, picture }
}

/** The standing characters: without those that are only suggested. */
function charactersOf(node: Y.XmlElement): readonly Character[] {
  const found: Character[] = []
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) readText(child, found)
    else if (child instanceof Y.XmlElement) found.push({ id: idOf(child), char: '\n', facts: new Set() })
  }
  return found
}

interface Item {
  readonly id: { readonly client: number; readonly clock: number }
  readonly deleted: boolean
  readonly content: unknown
  readonly right: Item | null
}

const idOf = (type: Y.XmlElement): string => {
  const item = (type as unknown as { readonly _item: Item | null })._item
  return item ? `${item.id.client}.${item.id.clock}` : ''
}

function readText(text: Y.XmlText, found: Character[]): void {
  const marks = new Map<string, { readonly id?: string } | null>()
  for (let item = (text as unknown as { readonly _start: Item | null })._start; item; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      if (item.content.value === null) marks.delete(item.content.key)
      else marks.set(item.content.key, item.content.value as { readonly id?: string })
      continue
    }
    if (!(item.content instanceof Y.ContentString)) continue
    // Rule 9: a suggestion waits. Words whose mark names none stand.
    if ([...marks].some(([name, value]) => name.startsWith('insertion--') && typeof value?.id === 'string')) continue
    const facts = new Set<string>()
    for (const [name, value] of marks) if (name.startsWith('fact--') && value?.id) facts.add(value.id)
    for (let at = 0; at < item.content.str.length; at++)
      found.push({ id: `${item.id.client}.${item.id.clock + at}`, char: item.content.str.charAt(at), facts })
  }
}

function readTags(doc: Y.Doc): ReadonlyMap<string, Tag> {
  const tags = new Map<string, Tag>()
  for (const [id, record] of doc.getMap('facts')) {
    if (!(record instanceof Y.Map)) continue
    const stored = record.toJSON() as Record<string, unknown>
    const word = (name: string): string => (typeof stored[name] === 'string' ? stored[name] : '')
    tags.set(id, {
      type: word('type') as FactType,
      statement: word('statement'),
      attributedTo: word('attributedTo'),
    })
  }
  return tags
}
