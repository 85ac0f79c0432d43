import * as Y from 'yjs'
import { nameOf } from '../writers/characters/hands'
import { followInsertions } from '../insertionMarks'
import { blockElements } from '../reading/readStory'
import { itemsIn } from '../reading/yjsItems'

/** Characters by their Yjs ids, and who typed them. */
export interface ProposedCharacters {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly typist: string
}

/** The characters that stand in the copy as pending insertions of these suggestions. */
export function proposedCharacters(doc: Y.Doc, suggestions: ReadonlySet<string>): readonly ProposedCharacters[] {
  const found: ProposedCharacters[] = []
  for (const element of blockElements(doc)) {
    for (const text of element.toArray()) {
      if (!(text instanceof Y.XmlText)) continue
      const open = new Map<string, string>()
      for (const item of itemsIn(text)) {
        const { deleted, content, id, length } = item
        if (deleted) continue
        followInsertions(open, item)
        if (content instanceof Y.ContentString && [...open.values()].some((one) => suggestions.has(one)))
          found.push({ client: id.client, clock: id.clock, length, typist: nameOf(doc, id.client) ?? '' })
      }
    }
  }
  return found
}
