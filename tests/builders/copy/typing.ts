/** Edits of a document as a window makes them: words, Enter, Backspace at the start of a graf, whole grafs. */
import * as Y from 'yjs'
import { blockElement } from '../../../src/document/reading/storyElements'
import { deleteInBlock, insertAt } from '../../../src/document/editStory'
import { readMarkedBlock } from '../../../src/document/reading/readStory'
import { COPY_FRAGMENT } from '../../../src/story/copy/documentSchema'
import type { BlockRole } from '../../../src/story/copy/copy'

export type TypingStep =
  | { readonly do: 'type'; readonly block: number; readonly at: number; readonly text: string }
  | { readonly do: 'delete'; readonly block: number; readonly at: number; readonly length: number }
  | { readonly do: 'split' | 'join' | 'remove' | 'add' | 'break'; readonly block: number; readonly at: number }
  | { readonly do: 'shape'; readonly block: number; readonly role: BlockRole }

/** Does a step in the copy; the headline and the deck are only typed in. */
export function typeStep(doc: Y.Doc, step: TypingStep): void {
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  const blocks = copy.toArray().filter((node): node is Y.XmlElement => node instanceof Y.XmlElement)
  const index = step.block % blocks.length
  const element = blocks[index]
  if (!element || element.nodeName !== 'block') return
  const { text } = readMarkedBlock(element)
  const at = 'at' in step ? step.at % (text.length + 1) : 0
  const isBody = index > 1
  doc.transact(() => {
    switch (step.do) {
      case 'type':
        insertAt(element, at, step.text, {})
        break
      case 'delete':
        deleteInBlock(element, at, Math.min(at + step.length, text.length))
        break
      case 'break':
        if (at === 0 || at === text.length || text.includes('\n')) break
        deleteInBlock(element, at, text.length)
        element.insert(element.length, [new Y.XmlElement('hardBreak'), new Y.XmlText(text.slice(at))])
        break
      case 'split':
        if (!isBody) break
        deleteInBlock(element, at, text.length)
        copy.insert(index + 1, [blockElement({ role: 'paragraph', text: text.slice(at), spans: [] })])
        break
      case 'join':
        if (index <= 2) break
        insertAt(
          blocks[index - 1] as Y.XmlElement,
          readMarkedBlock(blocks[index - 1] as Y.XmlElement).text.length,
          text,
          {},
        )
        copy.delete(index, 1)
        break
      case 'remove':
        if (isBody) copy.delete(index, 1)
        break
      case 'add':
        if (isBody) copy.insert(index + 1, [blockElement({ role: 'paragraph', text: `new ${step.at}`, spans: [] })])
        break
      case 'shape':
        if (isBody) element.setAttribute('role', step.role)
    }
  })
}
