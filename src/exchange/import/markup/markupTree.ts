/** HTML and XML as one plain tree: what every reader of markup walks. */
export interface MarkupElement {
  /** Without its prefix; HTML names are lower case, XML names as written. */
  readonly name: string
  /** As written, prefix included. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly MarkupNode[]
}
export type MarkupNode = MarkupElement | string

/** Deeper than any page or feed that people write; a bound for everything that walks a tree. */
export const DEEPEST_MARKUP = 1000
/** Elements of one file: a story of 100,000 words has some 10,000. */
export const MOST_ELEMENTS = 1_000_000

export const isElement = (node: MarkupNode): node is MarkupElement => typeof node !== 'string'

/** An attribute by its local name, whatever its prefix; '' when absent. */
export function attributeOf({ attributes }: MarkupElement, name: string): string {
  const own = attributes[name]
  if (own !== undefined) return own
  for (const key in attributes) if (key.endsWith(name) && key.at(-name.length - 1) === ':') return attributes[key] ?? ''
  return ''
}

export function childrenOf({ children }: MarkupElement, name?: string): readonly MarkupElement[] {
  // Most elements hold elements or text, not both.
  if (name === undefined && children.every(isElement)) return children
  return children.filter(
    (child): child is MarkupElement => isElement(child) && (name === undefined || child.name === name),
  )
}

export function childOf(element: MarkupElement | undefined, name: string): MarkupElement | undefined {
  if (element === undefined) return undefined
  const { children } = element
  // Asked ten times for each run of a Word document, most of them before V8 has optimized anything: by index, without an iterator.
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (typeof child === 'object' && child.name === name) return child
  }
  return undefined
}

/** The element at a path of child names. */
export const at = (element: MarkupElement | undefined, ...path: readonly string[]): MarkupElement | undefined =>
  path.reduce<MarkupElement | undefined>((here, name) => childOf(here, name), element)

/** Every element under this one, itself first, in the order of the file. */
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

/** All text under a node, as written. */
export function rawTextOf(node: MarkupNode): string {
  if (!isElement(node)) return node
  const [first = ''] = node.children
  return node.children.length < 2 ? rawTextOf(first) : node.children.map(rawTextOf).join('')
}

/** All text under a node on one line. */
export const lineOfText = (node: MarkupNode | undefined): string =>
  node === undefined
    ? ''
    : rawTextOf(node)
        .replace(/[ \t\n\r\f]+/g, ' ')
        .trim()

/** The first words under a node, up to 400 characters: enough for an example, whatever the size of the tree. */
export function beginningOf(node: MarkupNode): string {
  let found = ''
  const look = (here: MarkupNode): boolean => {
    if (isElement(here)) return here.children.some(look)
    found += here.length > 800 ? here.slice(0, 800) : here
    return found.length > 800 && found.trim().length > 400
  }
  look(node)
  return found.replace(/\s+/g, ' ').trim().slice(0, 400)
}
