import type { LossCollector, Lost } from '../../parts/losses'
import { elementsIn, isElement, type MarkupElement } from '../tree/markupTree'

/** Records which elements of a feed are read. All others are listed as losses. */
export class ReadMarks {
  readonly #read = new Set<MarkupElement>()

  /** Marks the element itself: its attributes and its own text. */
  mark(...elements: readonly (MarkupElement | undefined)[]): void {
    for (const element of elements) if (element) this.#read.add(element)
  }

  /** Marks the element and all its descendants. */
  markAll(...elements: readonly (MarkupElement | undefined)[]): void {
    for (const element of elements) if (element) for (const inner of elementsIn(element)) this.#read.add(inner)
  }

  /** Adds each unread element with content as a loss, under its `label`. */
  listUnread(
    root: MarkupElement,
    losses: LossCollector,
    label: (element: MarkupElement, parent: MarkupElement | undefined) => Lost,
  ): void {
    const visit = (element: MarkupElement, parent: MarkupElement | undefined): void => {
      if (!this.#read.has(element)) {
        const example = ownContentOf(element)
        if (example !== '') losses.add(label(element, parent), example)
      }
      for (const child of element.children) if (isElement(child)) visit(child, element)
    }
    visit(root, undefined)
  }
}

/** Returns an element's own attributes and text: 'ed-msg info="…"'; '' if it has none. */
function ownContentOf(element: MarkupElement): string {
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
