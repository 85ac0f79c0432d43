import { CLOSES_QUOTED, hasOwnMarks, OPENS_QUOTED } from '../../story/copy/quotedElement'
import { isLeftOut, styleOf } from './outsideElements'

/**
 * Writes the quotation marks that a browser draws around `q` into the words of a pasted page. Without them what
 * somebody said would become words of the story.
 */
export function writeQuotedMarks(page: Element): void {
  const drawn = [...page.querySelectorAll('q')].filter(
    (element) => styleOf(element, 'quotes') !== 'none' && !hasOwnMarks(wordsAt(element, 'firstChild')?.data ?? ''),
  )
  for (const element of drawn) {
    const [first, last] = [wordsAt(element, 'firstChild'), wordsAt(element, 'lastChild')]
    if (!first || !last) continue
    const end = last.data.trimEnd().length
    last.data = `${last.data.slice(0, end)}${CLOSES_QUOTED}${last.data.slice(end)}`
    const start = first.data.length - first.data.trimStart().length
    first.data = `${first.data.slice(0, start)}${OPENS_QUOTED}${first.data.slice(start)}`
  }
}

/** The first or last words of an element that are read into the copy. */
function wordsAt(element: Element, which: 'firstChild' | 'lastChild'): Text | undefined {
  const words = element.ownerDocument.createTreeWalker(
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (node instanceof Text) return node.data.trim() === '' ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_ACCEPT
      return isLeftOut(node as Element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
    },
  )
  const found = words[which]()
  return found instanceof Text ? found : undefined
}
