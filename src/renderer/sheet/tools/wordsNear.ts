import type { EditorView } from '@tiptap/pm/view'
import type { LineBox } from './placeBar'

/** Characters on each side: some lines more than the bar can reach. */
const NEAR = 400

/** The lines of words near a selection, and the line over the headline. In pixels of the window. */
export function wordsNear(view: EditorView, from: number, to: number): readonly LineBox[] {
  const { doc } = view.state
  const [start, end] = [Math.max(0, from - NEAR), Math.min(doc.content.size, to + NEAR)]
  const boxes: LineBox[] = []
  doc.nodesBetween(start, end, (node, at) => {
    if (!node.isTextblock) return
    const range = document.createRange()
    const first = view.domAtPos(Math.max(start, at + 1))
    const last = view.domAtPos(Math.min(end, at + 1 + node.content.size))
    range.setStart(first.node, first.offset)
    range.setEnd(last.node, last.offset)
    boxes.push(...range.getClientRects())
  })
  const slug = view.dom.closest('.sheet-column')?.querySelector('.slug-line')
  if (slug) boxes.push(slug.getBoundingClientRect())
  return boxes
}
