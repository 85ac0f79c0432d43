import { importsText } from '../../../../catalogue/rooms/imports'
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5'
import { ImportError } from '../../parts/importError'
import { DEEPEST_MARKUP, MOST_ELEMENTS, type MarkupElement, type MarkupNode } from './markupTree'
import { formatInteger } from '../../../../story/text/format/formatInteger'

/**
 * Parses a page or a fragment as browsers do (WHATWG HTML). The root is the `html` element. Nothing is run or fetched.
 * Contents of `template` are left out.
 * @throws ImportError if the page exceeds `DEEPEST_MARKUP` or `MOST_ELEMENTS`.
 */
export function parseHtml(html: string, file: string): MarkupElement {
  const document = parse(html, { treeAdapter: boundedAdapter(file), sourceCodeLocationInfo: false })
  const root = document.childNodes.find((node): node is DefaultTreeAdapterTypes.Element => 'tagName' in node)
  return root ? elementOf(root) : { name: 'html', attributes: {}, children: [] }
}

/** The default adapter with limits: beyond them the parser's time grows with the square of the page. */
function boundedAdapter(file: string): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let depth = 0
  let made = 0
  const tooMuch = (what: string) => new ImportError(file, what, importsText('advice.noPage'))
  return {
    ...defaultTreeAdapter,
    createElement(...given) {
      if (++made > MOST_ELEMENTS)
        throw tooMuch(importsText('refusal.manyElements', { count: formatInteger(MOST_ELEMENTS) }))
      return defaultTreeAdapter.createElement(...given)
    },
    onItemPush() {
      if (++depth > DEEPEST_MARKUP)
        throw tooMuch(importsText('refusal.deepElements', { count: formatInteger(DEEPEST_MARKUP) }))
    },
    onItemPop() {
      depth--
    },
  }
}

function elementOf(node: DefaultTreeAdapterTypes.Element): MarkupElement {
  const children: MarkupNode[] = []
  for (const child of node.childNodes) {
    if ('tagName' in child) children.push(elementOf(child))
    else if (child.nodeName === '#text' && 'value' in child) children.push(child.value)
  }
  return {
    name: node.tagName.toLowerCase(),
    attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
    children,
  }
}
