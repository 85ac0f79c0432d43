import * as Y from 'yjs'
import { documentText } from '../../catalogue/story/document'
import type { Range } from '../../story/copy/copy'
import { markedRange } from '../../story/copy/suggestions/markedCopy'
import type { SuggestionRecord } from '../../story/copy/suggestions/suggestion'
import { attributeOfProposed } from '../markNames'
import { setSuggestionRecord } from '../createStoryDoc'
import { inheritedAttributes, insertAt } from '../editStory'
import { blockElements, readMarkedBlock } from '../reading/readStory'

/**
 * Proposes `text` in place of a range of the standing copy. The range lies in one block, and `text` has no line
 * feeds. The standing words stay. A tag whose words would be replaced covers the proposed ones too (rule 3).
 */
export function suggestReplacement(doc: Y.Doc, record: SuggestionRecord, range: Range, text: string): void {
  const element = blockElements(doc)[range.block]
  if (!element || text.includes('\n')) throw new RangeError(documentText('edit.notInOneBlock'))
  const block = readMarkedBlock(element)
  const { from, to } = markedRange(block, range.from, range.to)
  const attributes = inheritedAttributes(doc, range)
  doc.transact(() => {
    setSuggestionRecord(doc, record)
    insertAt(element, to, text, {
      ...attributes,
      ...attributeOfProposed({ from: 0, to: 0, mark: 'insertion', id: record.id }),
    })
    let start = 0
    for (const child of element.toArray()) {
      const length = child instanceof Y.XmlText ? child.length : 1
      for (const [first, last] of standingParts(block, Math.max(from, start), Math.min(to, start + length))) {
        if (child instanceof Y.XmlText)
          child.format(
            first - start,
            last - first,
            attributeOfProposed({ from: 0, to: 0, mark: 'deletion', id: record.id }),
          )
        else if (child instanceof Y.XmlElement) child.setAttribute('deletion', record.id)
      }
      start += length
    }
  })
}

/** The parts of a range outside pending insertions, which are not in the standing copy. */
function standingParts(
  block: ReturnType<typeof readMarkedBlock>,
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = []
  let start = from
  for (const span of block.proposed) {
    if (span.mark !== 'insertion' || span.to <= start || span.from >= to) continue
    if (span.from > start) parts.push([start, span.from])
    start = span.to
  }
  if (start < to) parts.push([start, to])
  return parts
}
