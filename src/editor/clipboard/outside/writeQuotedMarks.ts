import { hasOwnMarks, marksOfQuoted } from '../../../story/copy/markup/quotedElement'
import { isLeftOut, styleOf } from './outsideElements'

/**
 * Writes the quotation marks that a browser draws around `q` into the words of a pasted page. Without them what
 * somebody said would become words of the story.
 */
export function writeQuotedMarks(page: Element): void {
  // Inner quotations first: where both end, their marks stand inside.
  for (const element of [...page.querySelectorAll('q')].reverse()) {
    const [first, last] = [wordsAt(element, 'firstChild'), wordsAt(element, 'lastChild')]
    if (!first || !last || styleOf(element, 'quotes') === 'none') continue
    if (element.querySelector('q') === null && hasOwnMarks(first === last ? first.data : first.data + last.data))
      continue
    const marks = marksOfQuoted(depthOf(element))
    const end = last.data.trimEnd().length
    last.data = `${last.data.slice(0, end)}${marks.charAt(1)}${last.data.slice(end)}`
    const start = first.data.length - first.data.trimStart().length
    first.data = `${first.data.slice(0, start)}${marks.charAt(0)}${first.data.slice(start)}`
  }
}

/** How many other quotations an element is part of. */
function depthOf(element: Element): number {
  const around = element.parentElement?.closest('q')
  return around ? depthOf(around) + 1 : 0
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
