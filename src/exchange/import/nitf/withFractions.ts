import { childOf, firstIn, isElement, lineOfText, type MarkupElement, type MarkupNode } from '../markup/tree/markupTree'

/**
 * Spells out fractions, whose separator NITF leaves to the reader: "3", numerator 1, denominator 2 → "3 1/2", not
 * "312".
 */
export function withFractions(root: MarkupElement): MarkupElement {
  if (!firstIn(root, isFraction)) return root
  /** The text right before the node that is read. */
  let before = ''
  const read = (node: MarkupNode): MarkupNode => {
    if (isElement(node) && !isFraction(node)) return { ...node, children: node.children.map(read) }
    const text = isElement(node) ? `${/[\p{N}]$/u.test(before) ? ' ' : ''}${fractionOf(node)}` : node
    if (text !== '') before = text
    return text
  }
  return { ...root, children: root.children.map(read) }
}

const isFraction = ({ name }: MarkupElement): boolean => name === 'frac'

function fractionOf(fraction: MarkupElement): string {
  const [numerator, denominator] = [childOf(fraction, 'numer'), childOf(fraction, 'denom')]
  if (!numerator || !denominator) return lineOfText(fraction)
  return `${lineOfText(numerator)}${lineOfText(childOf(fraction, 'frac-sep')) || '/'}${lineOfText(denominator)}`
}
