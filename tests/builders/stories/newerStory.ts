import * as Y from 'yjs'
import { loadDoc } from '../../../src/document/createStoryDoc'
import { COPY_FRAGMENT } from '../../../src/story/copy/documentSchema'

/** Adds to a story what a newer Stet may write: an unknown kind of block, with words. */
export function updateOfNewerStet(updates: readonly Uint8Array[]): Uint8Array {
  const doc = loadDoc(updates)
  const before = Y.encodeStateVector(doc)
  const [pulled, words] = [new Y.XmlElement('pullQuote'), new Y.XmlText()]
  words.insert(0, 'Words pulled out of the story.')
  pulled.insert(0, [words])
  doc.getXmlFragment(COPY_FRAGMENT).insert(3, [pulled])
  return Y.encodeStateAsUpdate(doc, before)
}
