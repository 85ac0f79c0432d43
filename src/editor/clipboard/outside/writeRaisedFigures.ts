import { raised, signBefore } from '../../../story/copy/markup/raisedFigures'
import { MAY_BE_RAISED, raisedFigure } from './outsideElements'

/**
 * Writes figures above and below the line of a pasted page in letters of their own: `10<sup>6</sup>` → "10⁶", not
 * "106". Where Unicode has no such letters, a sign parts them from the figure before ("10^6.5").
 */
export function writeRaisedFigures(page: Element): void {
  const found = [...page.querySelectorAll(MAY_BE_RAISED)].flatMap((element) => {
    const figure = raisedFigure(element)
    return figure ? [{ element, ...figure }] : []
  })
  for (const { element, level, hasLetters } of found) {
    if (!hasLetters) {
      element.prepend(signBefore(element.textContent ?? '', level))
      continue
    }
    const words = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) words.currentNode.nodeValue = raised(words.currentNode.nodeValue ?? '', level)
  }
}
