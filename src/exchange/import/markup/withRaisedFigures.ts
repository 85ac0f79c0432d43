import { isRaisable, levelOfElement, raised, signBefore, type Level } from '../../../story/copy/markup/raisedFigures'
import { firstIn, isElement, rawTextOf, type MarkupElement, type MarkupNode } from './tree/markupTree'

/**
 * Writes figures above and below the line in letters of their own: `10<sup>6</sup>` → "10⁶", not "106". Where Unicode
 * has no such letters, a sign parts them from the figure before ("10^6.5"), and their element stays, so that its level
 * is listed.
 */
export function withRaisedFigures(root: MarkupElement): MarkupElement {
  if (!firstIn(root, (element) => levelOf(element) !== undefined)) return root
  return { ...root, children: inside(root) }
}

const inside = ({ children }: MarkupElement): readonly MarkupNode[] => children.flatMap(read)

function read(node: MarkupNode): MarkupNode | readonly MarkupNode[] {
  if (!isElement(node)) return node
  const level = levelOf(node)
  if (level === undefined) return { ...node, children: inside(node) }
  const text = rawTextOf(node)
  const isNested = firstIn(node, (inner) => inner !== node && levelOf(inner) !== undefined) !== undefined
  if (!isNested && isRaisable(text, level)) return lifted(node, level)
  // "1½" at its level is no letter of Unicode. "th" and "[1]" part themselves from a figure.
  return { ...node, children: [signBefore(text, level), ...inside(node)].filter((child) => child !== '') }
}

/** Returns what is in an element, in the letters of its level. */
const lifted = ({ children }: MarkupElement, level: Level): readonly MarkupNode[] =>
  children.map((child) => (isElement(child) ? { ...child, children: lifted(child, level) } : raised(child, level)))

const levelOf = ({ name, attributes }: MarkupElement): Level | undefined =>
  levelOfElement(name, attributes['style'] ?? '')
