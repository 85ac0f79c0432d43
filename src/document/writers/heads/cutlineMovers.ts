/** Who moved the words of a cutline there from elsewhere: words below another picture say something else. */
import type * as Y from 'yjs'
import type { Range } from '../../../story/copy/copy'
import { lastAttribute } from '../../reading/yjsItems'
import { MOST_MOVES, nameOf } from '../characters/hands'
import { piecesIn, rootOf, sourceOf, type Character } from '../characters/origins'
import { elementOf } from './headsThen'

/** `element`: the picture. A picture that is moved with its cutline says what it said. */
export function cutlineMovers(doc: Y.Doc, element: Y.XmlElement, { from, to }: Range): ReadonlySet<string> {
  const movers = new Set<string>()
  const file = lastAttribute(element, 'file')?.value
  const isElsewhere = (place: Character): boolean => {
    const there = elementOf(doc, place)
    return there?.nodeName !== 'picture' || lastAttribute(there, 'file')?.value !== file
  }
  for (const { first } of piecesIn(doc, element, from, to)) {
    const root = rootOf(doc, first)
    if (!sourceOf(doc, root) && !isElsewhere(root)) continue
    let at = first
    for (let moves = 0; moves <= MOST_MOVES; moves++) {
      const before = sourceOf(doc, at)
      if (!before) break
      const by = nameOf(doc, at.client)
      if (by !== undefined && (isElsewhere(before) || moves === MOST_MOVES)) {
        movers.add(by)
        break
      }
      at = before
    }
  }
  return movers
}
