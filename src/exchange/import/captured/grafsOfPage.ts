/** Returns the grafs of a saved web page, without markup. Nothing runs and nothing is fetched. */
import { decodeMarkup } from '../markup/decodeMarkup'
import { parseHtml } from '../markup/parseHtml'
import { firstIn, isElement, rawTextOf, type MarkupElement, type MarkupNode } from '../markup/markupTree'
import { LossCollector } from '../parts/losses'

const LEFT_OUT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'head'])
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span ' +
    'strike strong sub sup time tspan tt u var wbr'
  ).split(' '),
)

/** @throws ImportError if the page cannot be read. */
export function grafsOfPage(bytes: Uint8Array, file: string): readonly string[] {
  const root = parseHtml(decodeMarkup(bytes, file, new LossCollector()), file)
  const title = firstIn(root, ({ name }) => name === 'title')
  const grafs: string[] = [title ? rawTextOf(title) : '']
  let text = ''
  const end = (): void => {
    grafs.push(text)
    text = ''
  }
  const read = (node: MarkupNode): void => {
    if (!isElement(node)) {
      text += node
      return
    }
    if (LEFT_OUT.has(node.name)) return
    const isBlock = !INLINE.has(node.name)
    if (isBlock) end()
    readAll(node)
    if (isBlock) end()
  }
  const readAll = ({ children }: MarkupElement): void => children.forEach(read)
  readAll(root)
  end()
  return grafs.map((graf) => graf.replace(/\s+/gu, ' ').trim()).filter((graf) => graf !== '')
}
