/** An element of the tree that all markup readers share, for HTML and XML. */
export interface MarkupElement {
  /** Without prefix. HTML names are in lower case, XML names as written. */
  readonly name: string
  /** Keys as written, with their prefix. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly MarkupNode[]
}
export type MarkupNode = MarkupElement | string

/** Deeper than any real page or feed. Bounds the recursion of all readers. */
export const DEEPEST_MARKUP = 1000
/** Elements of one file. A story of 100,000 words has about 10,000. */
export const MOST_ELEMENTS = 1_000_000

export const isElement = (node: MarkupNode): node is MarkupElement => typeof node !== 'string'

/** Returns an attribute by its local name, with any prefix; '' if it is absent. */
export function attributeOf({ attributes }: MarkupElement, name: string): string {
  const own = attributes[name]
  if (own !== undefined) return own
  for (const key in attributes) if (key.endsWith(name) && key.at(-name.length - 1) === ':') return attributes[key] ?? ''
  return ''
}

export function childrenOf({ children }: MarkupElement, name?: string): readonly MarkupElement[] {
  // Most elements hold either elements or text.
  if (name === undefined && children.every(isElement)) return children
  return children.filter(
    (child): child is MarkupElement => isElement(child) && (name === undefined || child.name === name),
  )
}

export function childOf(element: MarkupElement | undefined, name: string): MarkupElement | undefined {
  if (element === undefined) return undefined
  const { children } = element
  // An indexed loop: each run of a Word document calls this about ten times.
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (typeof child === 'object' && child.name === name) return child
  }
  return undefined
}

/** Returns the element at a path of child names. */
export const at = (element: MarkupElement | undefined, ...path: readonly string[]): MarkupElement | undefined =>
  path.reduce<MarkupElement | undefined>((here, name) => childOf(here, name), element)

/** Yields the element and all its descendants in document order. */
export function* elementsIn(element: MarkupElement): Generator<MarkupElement> {
  yield element
  for (const child of element.children) if (isElement(child)) yield* elementsIn(child)
}

export const firstIn = (
  element: MarkupElement,
  wanted: (candidate: MarkupElement) => boolean,
): MarkupElement | undefined => {
  for (const candidate of elementsIn(element)) if (wanted(candidate)) return candidate
  return undefined
}

/** Returns all text of a node, as written. */
export function rawTextOf(node: MarkupNode): string {
  if (!isElement(node)) return node
  const [first = ''] = node.children
  return node.children.length < 2 ? rawTextOf(first) : node.children.map(rawTextOf).join('')
}

/** Returns all text of a node on one line. */
export const lineOfText = (node: MarkupNode | undefined): string =>
  node === undefined
    ? ''
    : rawTextOf(node)
        .replace(/[ \t\n\r\f]+/g, ' ')
        .trim()

/** Returns the first 400 characters of a node's text, without reading the whole tree. */
export function beginningOf(node: MarkupNode): string {
  let found = ''
  const visit = (here: MarkupNode): boolean => {
    if (isElement(here)) return here.children.some(visit)
    found += here.length > 800 ? here.slice(0, 800) : here
    return found.length > 800 && found.trim().length > 400
  }
  visit(node)
  return found.replace(/\s+/g, ' ').trim().slice(0, 400)
}
