/** Which blocks of the copy read otherwise after a merge, for its report. */
import * as Y from 'yjs'
import { nameOf } from '../writers/hands'
import { readBlock, textElements } from '../readStory'
import { itemOf, itemsIn } from '../yjsItems'

export interface ChangedBlock {
  /** Its place afterwards; where it stood before, if it is gone. */
  readonly block: number
  readonly before: string
  readonly after: string
  /** Who typed what is new in it, sorted. */
  readonly by: readonly string[]
}

export function changedBlocks(before: Y.Doc, after: Y.Doc): readonly ChangedBlock[] {
  const known = new Map(
    textElements(before).map(({ element, cell }, block) => [
      keyOf(element),
      { block, text: readBlock(element, cell).text },
    ]),
  )
  const changed: ChangedBlock[] = []
  for (const [block, { element, cell }] of textElements(after).entries()) {
    const key = keyOf(element)
    const was = known.get(key)
    known.delete(key)
    const { text } = readBlock(element, cell)
    if (was?.text === text || (!was && text === '')) continue
    changed.push({ block, before: was?.text ?? '', after: text, by: newTypists(before, after, element) })
  }
  for (const { block, text } of known.values())
    if (text !== '') changed.push({ block, before: text, after: '', by: [] })
  return changed
}

const keyOf = (element: Y.XmlElement): string => {
  const id = itemOf(element)?.id
  return id ? `${id.client}.${id.clock}` : ''
}

function newTypists(before: Y.Doc, after: Y.Doc, element: Y.XmlElement): readonly string[] {
  const names = new Set<string>()
  for (const text of element.toArray()) {
    if (!(text instanceof Y.XmlText)) continue
    for (const { id, deleted, content } of itemsIn(text)) {
      if (deleted || !(content instanceof Y.ContentString) || id.clock < Y.getState(before.store, id.client)) continue
      const name = nameOf(after, id.client)
      if (name !== undefined) names.add(name)
    }
  }
  return [...names].sort()
}
