import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../story/copy/documentSchema'
import { itemsIn } from './reading/yjsItems'

/** Whether the copy has or ever had a character, deleted ones too. Stops at the first. */
export const wasEverWritten = (doc: Y.Doc): boolean => holdsText(doc.getXmlFragment(COPY_FRAGMENT))

function holdsText(type: object): boolean {
  for (const { content } of itemsIn(type)) {
    if (content instanceof Y.ContentString) return true
    if (content instanceof Y.ContentType && holdsText(content.type)) return true
  }
  return false
}
