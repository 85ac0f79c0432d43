/**
 * Searches a document for nodes, attributes and marks that this version's schema does not know. Run it before the
 * editor binds: its binding deletes, in every replica, what it cannot render.
 */
import * as Y from 'yjs'
import { documentText } from '../catalogue/story/document'
import {
  COPY_FRAGMENT,
  DOCUMENT_CHILDREN,
  DOCUMENT_MARKS,
  DOCUMENT_NODES,
  TEXT_NODES,
} from '../story/copy/documentSchema'
import { markNameOf } from './markNames'
import type { Delta } from './reading/readStory'

export interface Guarded {
  /** Names what is unknown, for people. */
  readonly why: string
  /** All text of the document, one line for each text. */
  readonly text: string
}

/** Undefined when every node, attribute and mark is known. Does not change the document. */
export function guardDocument(doc: Y.Doc): Guarded | undefined {
  return guardNodes(doc.getXmlFragment(COPY_FRAGMENT).toArray())
}

/** The same for some nodes of the copy, for example those that an update changed. */
export function guardNodes(nodes: Iterable<unknown>): Guarded | undefined {
  const unknown = new Set<string>()
  const texts: Y.XmlText[] = []
  const visit = (node: unknown): void => {
    if (node instanceof Y.XmlText) {
      if (!TEXT_NODES.has(parentOf(node))) unknown.add(documentText('guard.words', { node: parentOf(node) }))
      checkText(node, unknown)
      texts.push(node)
    } else if (node instanceof Y.XmlElement) {
      checkElement(node, unknown)
      for (const child of node.toArray()) visit(child)
    } else unknown.add(documentText('guard.unknownNode'))
  }
  for (const node of nodes) visit(node)
  if (unknown.size === 0) return undefined
  return {
    why: documentText('guard.unknown', { things: [...unknown].sort().join(', ') }),
    text: texts.map(wordsOf).join('\n'),
  }
}

const parentOf = ({ parent }: Y.XmlElement | Y.XmlText): string =>
  parent instanceof Y.XmlElement ? parent.nodeName : 'doc'

function checkElement(element: Y.XmlElement, unknown: Set<string>): void {
  const { nodeName } = element
  if (!DOCUMENT_CHILDREN[parentOf(element)]?.includes(nodeName))
    unknown.add(documentText('guard.node', { node: nodeName }))
  const known = DOCUMENT_NODES[nodeName]?.attrs ?? {}
  for (const name of Object.keys(element.getAttributes()))
    if (!(name in known)) unknown.add(documentText('guard.attribute', { attribute: name, node: nodeName }))
}

function checkText(text: Y.XmlText, unknown: Set<string>): void {
  for (const { insert, attributes } of text.toDelta() as readonly Delta[]) {
    if (typeof insert !== 'string') unknown.add(documentText('guard.embedded'))
    for (const name in attributes) checkFormat(markNameOf(name), attributes[name], unknown)
  }
}

const wordsOf = (text: Y.XmlText): string =>
  (text.toDelta() as readonly Delta[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')

function checkFormat(name: string, value: unknown, unknown: Set<string>): void {
  const mark = DOCUMENT_MARKS[name]
  if (!mark) unknown.add(documentText('guard.mark', { mark: name }))
  else
    for (const attr of Object.keys((value ?? {}) as object))
      if (!(attr in (mark.attrs ?? {})))
        unknown.add(documentText('guard.markAttribute', { attribute: attr, mark: name }))
}
