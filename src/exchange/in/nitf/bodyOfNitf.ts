import type { LossCollector } from '../losses'
import { MarkupReader } from '../markup/MarkupReader'
import type { MarkupElement } from '../markup/markupTree'
import type { FoundBlock } from '../partsOfCopy'

/** NITF's elements of body.content, by the HTML that means the same. What is not named here reads as words in a line. */
const AS_HTML: Readonly<Record<string, string>> = {
  'body.content': 'body', block: 'div', bq: 'blockquote', hl1: 'h1', hl2: 'h2', media: 'figure', 'media-caption': 'figcaption', 'media-producer': 'figcaption', 'media-reference': 'image', 'media-object': 'object',
  'media-metadata': 'meta', 'nitf-table': 'div', 'hedline': 'div', 'nitf-table-metadata': 'meta', note: 'div', 'body.head': 'div', 'body.end': 'div', credit: 'p', datasource: 'p', fn: 'p', 'nitf-colgroup': 'meta', 'nitf-col': 'meta', abstract: 'div', tagline: 'p', bibliography: 'p'
}

/** The copy of a NITF body. `taken`: read elsewhere. */
export function bodyOfNitf(content: MarkupElement, losses: LossCollector, taken: ReadonlySet<MarkupElement> = new Set()): FoundBlock[] {
  const reader = new MarkupReader(losses, { alias: AS_HTML, taken })
  reader.readInside(content)
  return reader.finish()
}
