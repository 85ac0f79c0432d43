import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { LossCollector } from '../parts/losses'
import { MarkdownReader } from './MarkdownReader'
import { partsOfSource } from './partsOfSource'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'

/** Without the transform that links bare addresses after parsing: it would also link escaped ones. */
const TREE_EXTENSIONS = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))

export interface MarkdownCopy {
  readonly blocks: readonly FoundBlock[]
  /** Bytes of embedded pictures, by their hash. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** What the front matter says of embargoes. */
  readonly embargoes: readonly string[]
}

/** Address of an embedded picture. It gets a short placeholder, because the parser is slow on long lines. */
const DATA_ADDRESS = /(?<=\]\(<?)data:image\/[\w.+-]{1,40};base64,[A-Za-z0-9+/=]+/gi

const EMBARGO = /^embargo(?:ed)?(?:[_-]?(?:until|date|time))?:[ \t]*["']?([^\n"']*)["']?[ \t]*(?:\n|$)/gim

/** Reads Markdown as flat blocks in the order of the file. Adds to `losses`. */
export function blocksOfMarkdown(markdown: string, losses: LossCollector): MarkdownCopy {
  const matter = /^---[ \t]*\n((?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(markdown)
  const front = matter && /^[\w-]+:/m.test(matter[1] ?? '') ? (matter[1] ?? '') : ''
  const embargoes = [...front.matchAll(EMBARGO)].map(([, until = '']) => until).filter((until) => until !== '')
  const others = front.replace(EMBARGO, '')
  if (others.trim() !== '') losses.add('frontMatter', others)
  const body = matter && front !== '' ? markdown.slice(matter[0].length) : markdown
  const addresses: string[] = []
  const source = body.includes('](')
    ? body.replace(DATA_ADDRESS, (address) => `data:image/${addresses.push(address) - 1}`)
    : body
  const reader = new MarkdownReader(losses, addresses)
  for (const part of partsOfSource(source)) {
    if (part.kind === 'plain') reader.readPlain(part.text)
    else if (part.kind === 'tooDense') reader.readUnparsed(part.text)
    else reader.readTree(fromMarkdown(part.text, { extensions: [gfm()], mdastExtensions: TREE_EXTENSIONS }))
  }
  return { blocks: reader.finish(), pictures: reader.pictures, embargoes }
}
