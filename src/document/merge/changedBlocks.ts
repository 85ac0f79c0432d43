/** Which blocks of the copy read otherwise after a merge, for its report. */
import * as Y from 'yjs'
import { defined } from '../../story/text/defined'
import { nameOf } from '../writers/characters/hands'
import { readBlock, textElements } from '../reading/readStory'
import { itemsIn, nameOfBlock } from '../reading/yjsItems'
import { twoVersions } from './twoVersions'

export interface ChangedBlock {
  /** Its place afterwards; where it stood before, if it is gone. */
  readonly block: number
  readonly before: string
  readonly after: string
  /** Who typed what is new in it, sorted. */
  readonly by: readonly string[]
  /** The same sentence was written here and there. `was`: the words that both had. `there`: those of the other. */
  readonly twice?: { readonly was: string; readonly there: string }
}

/** `there`: the document of the other machine. Absent: nobody asks what was written twice. */
export function changedBlocks(before: Y.Doc, after: Y.Doc, there?: Y.Doc): readonly ChangedBlock[] {
  const known = new Map(
    textElements(before).map(({ element, cell }, block) => [
      nameOfBlock(element),
      { block, element, text: readBlock(element, cell).text },
    ]),
  )
  const others = new Map(there && textElements(there).map(({ element }) => [nameOfBlock(element), element]))
  const bothWrote = there && twoVersions(before, there)
  const changed: ChangedBlock[] = []
  for (const [block, { element, cell }] of textElements(after).entries()) {
    const key = nameOfBlock(element)
    const was = known.get(key)
    known.delete(key)
    const { text } = readBlock(element, cell)
    if (was?.text === text || (!was && text === '')) continue
    const other = others.get(key)
    const twice = was && other && bothWrote?.(was.element, other)
    const by = newTypists(before, after, element)
    changed.push({ block, before: was?.text ?? '', after: text, by, ...defined({ twice }) })
  }
  for (const { block, text } of known.values())
    if (text !== '') changed.push({ block, before: text, after: '', by: [] })
  return changed
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
