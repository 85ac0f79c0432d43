import * as Y from 'yjs'
import { nameOf } from '../writers/hands'
import { markNameOf } from '../markNames'
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
      const open = new Map<string, unknown>()
      for (const { deleted, content, id, length } of itemsIn(text)) {
        if (deleted) continue
        if (content instanceof Y.ContentFormat && markNameOf(content.key) === 'insertion') {
          if (content.value === null) open.delete(content.key)
          else open.set(content.key, (content.value as { readonly id?: unknown }).id)
        } else if (content instanceof Y.ContentString && [...open.values()].some((one) => suggestions.has(String(one))))
          found.push({ client: id.client, clock: id.clock, length, typist: nameOf(doc, id.client) ?? '' })
      }
    }
  }
  return found
}
