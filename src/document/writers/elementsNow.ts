/** The elements of the copy's blocks, kept until the document changes: many facts are asked for at once. */
import type * as Y from 'yjs'
import { blockElements } from '../reading/readStory'
import { isChanging } from '../reading/yjsItems'

const kept = new WeakMap<Y.Doc, { elements?: readonly Y.XmlElement[] | undefined }>()

/** One for each block of `readCopy`. The same list while nothing changes. */
export function elementsNow(doc: Y.Doc): readonly Y.XmlElement[] {
  if (isChanging(doc)) return blockElements(doc)
  const known = kept.get(doc) ?? watch(doc)
  return (known.elements ??= blockElements(doc))
}

function watch(doc: Y.Doc): { elements?: readonly Y.XmlElement[] | undefined } {
  const known: { elements?: readonly Y.XmlElement[] | undefined } = {}
  kept.set(doc, known)
  doc.on('beforeTransaction', () => (known.elements = undefined))
  return known
}
