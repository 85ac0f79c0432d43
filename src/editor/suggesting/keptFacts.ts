import type { Node as SheetNode } from '@tiptap/pm/model'
import { factIdsOf, type SheetRange } from '../facts/factRanges'
import { wordsIn } from '../facts/keepTag'
import { isDoomed } from './suggestionMarks'

/** The ranges of a fact's tag that remain if everything is accepted. */
function livingStretches(doc: SheetNode, id: string): SheetRange[] {
  const stretches: SheetRange[] = []
  doc.descendants((node, at) => {
    if (node.isText && !isDoomed(node) && factIdsOf(node).includes(id))
      stretches.push({ from: at, to: at + node.nodeSize })
  })
  return stretches
}

/** Facts that keep text if everything is accepted. */
export function livingFacts(doc: SheetNode): Set<string> {
  const ids = new Set<string>()
  doc.descendants((node) => {
    if (node.isText && !isDoomed(node)) for (const id of factIdsOf(node)) ids.add(id)
  })
  return ids
}

/**
 * Facts that move to text proposed in place of a stretch of one block, as in overtyping (rule 3): facts whose remaining
 * text is all in it, and facts of which it is one end.
 */
export function factsReplaced(doc: SheetNode, { from, to }: SheetRange): string[] {
  const ids = new Set<string>()
  doc.nodesBetween(from, to, (node) => {
    if (node.isText && !isDoomed(node)) for (const id of factIdsOf(node)) ids.add(id)
  })
  return [...ids].filter((id) => {
    const stretches = livingStretches(doc, id)
    if (stretches.every((stretch) => stretch.from >= from && stretch.to <= to)) return true
    const first = stretches[0]?.from ?? 0
    const last = stretches.at(-1)?.to ?? 0
    return from >= first && to <= last && (from === first) !== (to === last)
  })
}

/**
 * Facts on the pending text of suggestion `id` that end at a position and extend over text typed there: their old text
 * is all proposed for deletion, and no more words were typed yet.
 */
export function factsTypedOn(doc: SheetNode, at: number, id: string, typed: string): string[] {
  const $at = doc.resolve(at)
  if ($at.depth === 0) return []
  const before = $at.nodeBefore
  if (!before?.isText || !before.marks.some((mark) => mark.type.name === 'insertion' && mark.attrs['id'] === id))
    return []
  return factIdsOf(before).filter((fact) => {
    const living = livingStretches(doc, fact)
    const start = living[0]?.from ?? at
    const replaced: string[] = []
    doc.descendants((node) => {
      if (node.isText && isDoomed(node) && factIdsOf(node).includes(fact)) replaced.push(node.text ?? '')
    })
    if (replaced.length === 0 || living.at(-1)?.to !== at) return false
    const text = doc.textBetween(start, at, '\n', '\n')
    const now = wordsIn(text + typed)
    const most = wordsIn(replaced.join(''))
    return now < most || (now === most && !/\s$/u.test(typed))
  })
}
