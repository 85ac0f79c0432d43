import { BLOCK_ELEMENTS } from '../../../story/copy/markup/blockElements'
import { elementsIn, firstIn, isElement, rawTextOf, type MarkupElement } from '../markup/tree/markupTree'
import { BYLINE, classed } from './classNames'

export interface PicturesOfPage {
  /** Elements that belong to a picture, such as its caption, with all elements in them. A byline there is a credit. */
  readonly parts: ReadonlySet<MarkupElement>
  /** Elements that hold a picture with its byline, as `figure` does. */
  readonly figures: ReadonlySet<MarkupElement>
}

const FIGURE = /^(?:figure|figcaption)$/
const OF_PICTURE = /[\s_-](?:captions?|credits?|photos?|photographers?)[\s_-]/i
/** Class names of a byline that is a credit. “byline-with-photo” is the byline of an author with a portrait. */
const CREDIT_LINE = /[\s_-](?:captions?|credits?|photographers?|photo[_-]+byline)[\s_-]/i
/** Parts of the page itself, whatever their class says. */
const PAGE = /^(?:html|body|main|article|section|header)$/
/** Elements of copy, which are in no caption. */
const COPY = /^(?:h[1-6]|table|blockquote|ul|ol|article)$/

/** Most elements and characters of a picture with its words. A larger element is part of the page. */
const MOST_ELEMENTS = 40
const MOST_CHARACTERS = 1000
/** Most elements between a caption and the element that holds its picture. */
const MOST_LEVELS = 3

/**
 * Finds what belongs to the pictures of a page: figures, and elements whose class says caption, credit or photo. An
 * element around the headline is part of the page.
 */
export function picturesOfPage(article: MarkupElement, headline: MarkupElement | undefined): PicturesOfPage {
  const parts = new Set<MarkupElement>()
  const figures = new Set<MarkupElement>()
  const above: MarkupElement[] = []
  const around = new Set(headline ? pathTo(headline, article) : [])
  const visit = (element: MarkupElement): void => {
    if (!around.has(element) && isOfPicture(element)) {
      const all = [...elementsIn(element)]
      for (const part of all) parts.add(part)
      const figure = all.some((part) => classed(part, BYLINE)) ? figureAround(element, above, around) : undefined
      if (figure) figures.add(figure)
      return
    }
    above.push(element)
    for (const child of element.children) if (isElement(child)) visit(child)
    above.pop()
  }
  visit(article)
  return { parts, figures }
}

/** Returns the elements from `root` down to `wanted`. Empty: it is not there. */
function pathTo(wanted: MarkupElement, root: MarkupElement): readonly MarkupElement[] {
  if (root === wanted) return [root]
  for (const child of root.children) {
    const path = isElement(child) ? pathTo(wanted, child) : []
    if (path.length > 0) return [root, ...path]
  }
  return []
}

const isOfPicture = (element: MarkupElement): boolean =>
  FIGURE.test(element.name) || (saysPicture(element) && isSmall(element) && grafsIn(element) < 2)

const saysPicture = (element: MarkupElement): boolean =>
  !PAGE.test(element.name) && classed(element, classed(element, BYLINE) ? CREDIT_LINE : OF_PICTURE)

/** Whether an element may hold a picture and its words, and nothing else. */
function isSmall(element: MarkupElement): boolean {
  let count = 0
  for (const inner of elementsIn(element)) if (++count > MOST_ELEMENTS || COPY.test(inner.name)) return false
  return rawTextOf(element).length <= MOST_CHARACTERS
}

const grafsIn = (element: MarkupElement): number =>
  [...elementsIn(element)].filter((inner) => inner.name === 'p' && !classed(inner, BYLINE)).length

/**
 * Returns the block that holds a picture and the element, which belongs to it. Blocks above the element count only if
 * all their words belong to pictures. Undefined in a `figure`, and without a picture.
 */
function figureAround(
  element: MarkupElement,
  above: readonly MarkupElement[],
  around: ReadonlySet<MarkupElement>,
): MarkupElement | undefined {
  const holders = [element, ...above.slice(-MOST_LEVELS).reverse()]
  const end = holders.findIndex(({ name }) => FIGURE.test(name) || PAGE.test(name))
  return (end < 0 ? holders : holders.slice(0, end)).find(
    (holder) =>
      !around.has(holder) &&
      BLOCK_ELEMENTS.has(holder.name) &&
      isSmall(holder) &&
      holds(holder, 'img') &&
      !holds(holder, 'figure') &&
      (holder === element || wordsBeside(holder) === ''),
  )
}

const holds = (element: MarkupElement, wanted: string): boolean =>
  firstIn(element, ({ name }) => name === wanted) !== undefined

/** Returns the words of an element that belong to no picture. */
const wordsBeside = (element: MarkupElement): string =>
  element.children
    .map((child) => (isElement(child) ? (saysPicture(child) ? '' : wordsBeside(child)) : child))
    .join('')
    .trim()
