import type { LossCollector, Lost } from '../parts/losses'
import { elementsIn, isElement, type MarkupElement } from './markupTree'

/** Which elements of a feed somebody has read. What nobody read is listed as a loss, so that nothing vanishes in silence. */
export class ReadMarks {
  readonly #read = new Set<MarkupElement>()

  /** The element itself: its attributes and the text directly in it. */
  take(...elements: readonly (MarkupElement | undefined)[]): void {
    for (const element of elements) if (element) this.#read.add(element)
  }

  /** The element and everything in it. */
  takeAll(...elements: readonly (MarkupElement | undefined)[]): void {
    for (const element of elements) if (element) for (const inner of elementsIn(element)) this.#read.add(inner)
  }

  /** Adds each unread element that says something, under its `label`. */
  listUnread(
    root: MarkupElement,
    losses: LossCollector,
    label: (element: MarkupElement, parent: MarkupElement | undefined) => Lost,
  ): void {
    const look = (element: MarkupElement, parent: MarkupElement | undefined): void => {
      if (!this.#read.has(element)) {
        const example = saysOf(element)
        if (example !== '') losses.add(label(element, parent), example)
      }
      for (const child of element.children) if (isElement(child)) look(child, element)
    }
    look(root, undefined)
  }
}

/** An element's own attributes and text: 'ed-msg info="…"'. '' when it says nothing itself. */
function saysOf(element: MarkupElement): string {
  const text = element.children
    .filter((child): child is string => !isElement(child))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  const attributes = Object.entries(element.attributes)
    .filter(([name, value]) => value.trim() !== '' && !/^xmlns(?::|$)|^xsi:/.test(name))
    .map(([name, value]) => `${name}="${value}"`)
  return text === '' && attributes.length === 0
    ? ''
    : [element.name, ...attributes, text].filter((part) => part !== '').join(' ')
}
