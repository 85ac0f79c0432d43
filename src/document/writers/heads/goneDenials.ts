/** Who took out, or moved away, what denied the words beside it (“That is false, they added.”). */
import * as Y from 'yjs'
import type { Copy, Range } from '../../../story/copy/copy'
import { sentencesOf } from '../../../story/copy/words/sentences'
import { denies } from '../../../story/language/denials'
import { isBlank, neighboursOf } from '../../../story/view/neighbours'
import { itemOf, itemsIn } from '../../reading/yjsItems'
import { atomsOf, takersIn } from '../characters/atoms'
import { takersBeside } from './deniedBeside'
import { elementsNow } from '../elementsNow'
import { moversFrom } from './headMovers'

/** `ranges`: the words, in text order. Looks in their own grafs, and in those that stood before and behind them. */
export function takersOfDenials(doc: Y.Doc, copy: Copy, ranges: readonly Range[]): ReadonlySet<string> {
  const takers = new Set<string>()
  const [first] = ranges
  const last = ranges.at(-1)
  if (!first || !last) return takers
  const elements = elementsNow(doc)
  const own = elements.slice(first.block, last.block + 1)
  const neighbours = [neighboursOf(copy)[first.block]?.before, neighboursOf(copy)[last.block]?.after]
  // A graf that is joined with its neighbour, or split, still stands beside the words.
  const standing = new Set([...own, ...neighbours.flatMap((index) => elements[index ?? -1] ?? [])])
  for (const element of own)
    if (hadDenial(doc, element)) for (const name of moversFrom(doc, element, standing)) takers.add(name)
  for (const name of takersBeside(doc, copy, elements, ranges)) takers.add(name)
  const [start, end] = [elements[first.block], elements[last.block]]
  const gone = [
    ...(start && isFirst(copy, first) ? goneBeyond(copy, elements, start, 'left') : []),
    ...(end && isLast(copy, last) ? goneBeyond(copy, elements, end, 'right') : []),
  ]
  for (const element of gone)
    if (hadDenial(doc, element))
      for (const name of [...takersIn(doc, element), ...moversFrom(doc, element, standing)]) takers.add(name)
  return takers
}

const isFirst = (copy: Copy, { block, from }: Range): boolean =>
  sentencesOf(copy[block]?.text ?? '').every(({ to }) => to > from)
const isLast = (copy: Copy, { block, to }: Range): boolean =>
  sentencesOf(copy[block]?.text ?? '').every(({ from }) => from < to)

/** The blocks beside one that are gone, or have no words any more, up to the next that has some. */
function goneBeyond(
  copy: Copy,
  elements: readonly Y.XmlElement[],
  element: Y.XmlElement,
  side: 'left' | 'right',
): readonly Y.XmlElement[] {
  const found: Y.XmlElement[] = []
  for (let item = itemOf(element)?.[side]; item; item = item[side]) {
    if (!(item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement)) continue
    const { type } = item.content
    const block = item.deleted ? undefined : copy[elements.indexOf(type)]
    if (!item.deleted && !(block && isBlank(block))) break
    found.push(type)
  }
  return found
}

/** Whether what was taken out of an element, or moved away, denied something. */
function hadDenial(doc: Y.Doc, element: Y.XmlElement): boolean {
  const text = goneText(doc, element)
  return sentencesOf(text).some(({ from, to }) => denies(text.slice(from, to)))
}

/** The characters that were taken out of an element, or moved away, in their order. */
function goneText(doc: Y.Doc, element: Y.XmlElement): string {
  const texts = [...itemsIn(element)].flatMap(({ content }) =>
    content instanceof Y.ContentType && content.type instanceof Y.XmlText ? [content.type] : [],
  )
  return texts
    .flatMap((text) => atomsOf(doc, text))
    .map(({ text, isLive, isPending }) => (isLive || isPending ? '' : text))
    .join('')
}
