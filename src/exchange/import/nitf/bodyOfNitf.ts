import type { LossCollector } from '../parts/losses'
import { NITF_EMPHASIS, NITF_LEVEL_3 } from '../../formats/nitf'
import { WITHOUT_FILE } from '../markup/markupPicture'
import { MarkupReader } from '../markup/MarkupReader'
import {
  attributeOf,
  childrenOf,
  isElement,
  lineOfText,
  rawTextOf,
  type MarkupElement,
} from '../markup/tree/markupTree'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'

/** Elements of body.content → the equivalent HTML. All others but fractions are read as inline text. */
const AS_HTML: Readonly<Record<string, string>> = {
  'body.content': 'body',
  block: 'div',
  bq: 'blockquote',
  hl1: 'h1',
  hl2: 'h2',
  media: 'figure',
  'media-caption': 'figcaption',
  'media-producer': 'figcaption',
  'media-reference': 'image',
  'media-object': 'object',
  'media-metadata': 'meta',
  'nitf-table': 'div',
  hedline: 'div',
  'nitf-table-metadata': 'meta',
  note: 'div',
  'body.head': 'div',
  'body.end': 'div',
  credit: 'p',
  datasource: 'p',
  fn: 'p',
  'nitf-colgroup': 'meta',
  'nitf-col': 'meta',
  abstract: 'div',
  tagline: 'p',
  bibliography: 'p',
}

/** Reads the copy of a NITF body, its fractions spelled out, and the bytes of its pictures. */
export function readNitfBody(
  content: MarkupElement,
  losses: LossCollector,
): { readonly body: FoundBlock[]; readonly pictures: ReadonlyMap<string, Uint8Array> } {
  const reader = new MarkupReader(losses, { alias: AS_HTML })
  reader.readInside(spelledOut(content))
  return { body: reader.finish(), pictures: reader.pictures }
}

/**
 * Renames elements by what NITF says in attributes: the kind of emphasis, the level of a heading, the bytes of a
 * picture.
 */
function spelledOut(element: MarkupElement): MarkupElement {
  const children = element.children.map((child) => (isElement(child) ? spelledOut(child) : child))
  const classes = ` ${attributeOf(element, 'class')} ${attributeOf(element, 'style')} `
  if (element.name === 'em' && classes.includes(` ${NITF_EMPHASIS.bold} `))
    return { ...element, name: 'b', attributes: {}, children }
  if (element.name === 'hl2' && classes.includes(` ${NITF_LEVEL_3} `)) return { ...element, name: 'h3', children }
  if (element.name === 'media') return pictureOf({ ...element, children })
  return { ...element, children }
}

/** Elements of `media` that the pictures made of it already say. */
const SAID = new Set(['media-reference', 'media-object', 'media-producer', 'media-metadata'])

function pictureOf(media: MarkupElement): MarkupElement {
  const inside = childrenOf(media)
  const producers = inside.filter(({ name }) => name === 'media-producer').map(lineOfText)
  const about = Object.fromEntries(
    childrenOf(media, 'media-metadata').map((data) => [attributeOf(data, 'name'), attributeOf(data, 'value')]),
  )
  const images = inside.flatMap((reference, index): readonly MarkupElement[] => {
    if (reference.name !== 'media-reference') return []
    const next = inside[index + 1]
    return [
      {
        name: 'img',
        children: [],
        attributes: {
          src: addressOf(reference, next?.name === 'media-object' ? next : undefined),
          alt: attributeOf(reference, 'alternate-text'),
          'data-credit': creditOf(producers, attributeOf(reference, 'source-credit')),
          'data-rights': attributeOf(reference, 'copyright') || (about['rights'] ?? ''),
          'data-captured': about['captured'] ?? '',
          width: attributeOf(reference, 'width'),
          height: attributeOf(reference, 'height'),
        },
      },
    ]
  })
  if (images.length === 0) return media
  return { name: 'media', attributes: {}, children: [...images, ...inside.filter(({ name }) => !SAID.has(name))] }
}

/** Returns a data URI of the bytes in the document, or the address of the picture elsewhere. */
function addressOf(reference: MarkupElement, object: MarkupElement | undefined): string {
  if (object && attributeOf(object, 'encoding') === 'base64')
    return `data:${attributeOf(reference, 'mime-type')};base64,${rawTextOf(object).replace(/\s+/g, '')}`
  return attributeOf(reference, 'source') || object?.name || WITHOUT_FILE
}

/** Joins those who made a picture and its source, "Kim Ji-woo / Agency", unless the source names them. */
function creditOf(producers: readonly string[], source: string): string {
  const others = producers.filter((producer) => producer !== '' && !source.replace(/\s+/g, ' ').includes(producer))
  return [...others, source].filter((part) => part !== '').join(' / ')
}
