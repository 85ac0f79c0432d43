import * as Y from 'yjs'
import { lastAttribute } from '../reading/yjsItems'
import { blockPieces } from './blockPieces'
import type { Origin } from './editing'
import type { Typing } from './typing'

export interface Rebuilt {
  /** Not in the document yet. */
  readonly made: Y.XmlElement
  /** Its standing words, and where each of them stood. */
  readonly text: string
  readonly sources: readonly (Origin & { readonly length: number })[]
}

/** Makes a deleted text block again, with the words that stood in it. */
export function rebuilt(element: Y.XmlElement, typing: Typing): Rebuilt {
  const made = new Y.XmlElement('block')
  for (const name of ['role', 'level', 'list']) {
    const value = lastAttribute(element, name)?.value
    if (value !== undefined) made.setAttribute(name, value as string)
  }
  const children: (Y.XmlText | Y.XmlElement)[] = []
  const sources: (Origin & { readonly length: number })[] = []
  let words = ''
  let line: { insert: string; attributes: object }[] = []
  const endLine = (): void => {
    if (line.length > 0) {
      const text = new Y.XmlText()
      text.applyDelta(line)
      children.push(text)
    }
    line = []
  }
  for (const piece of blockPieces(element, typing)) {
    if (piece.kind !== 'gone') continue
    words += piece.text
    if (piece.isBreak) {
      endLine()
      children.push(new Y.XmlElement('hardBreak'))
      continue
    }
    sources.push({ client: piece.client, clock: piece.clock, length: piece.text.length })
    line.push({ insert: piece.text, attributes: { ...piece.attributes } })
  }
  endLine()
  made.insert(0, children)
  return { made, text: words, sources }
}
