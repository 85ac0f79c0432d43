import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { LossCollector } from './losses'
import { MarkdownReader } from './MarkdownReader'
import { partsOfSource } from './partsOfSource'
import type { FoundBlock } from './partsOfCopy'

/** Without the pass that makes links of bare addresses after parsing: it would also link what was escaped. */
const TREE_EXTENSIONS = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))

/** Markdown as flat blocks in the order of the file; what cannot be kept is listed in `losses`. */
export function blocksOfMarkdown(markdown: string, losses: LossCollector): FoundBlock[] {
  const matter = /^---[ \t]*\n((?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(markdown)
  if (matter && /^[\w-]+:/m.test(matter[1] ?? '')) losses.add('front matter', matter[1] ?? '')
  const source = matter && /^[\w-]+:/m.test(matter[1] ?? '') ? markdown.slice(matter[0].length) : markdown
  const reader = new MarkdownReader(losses)
  for (const part of partsOfSource(source)) {
    if (part.kind === 'plain') reader.readPlain(part.text)
    else if (part.kind === 'tooDense') reader.readUnparsed(part.text)
    else reader.readTree(fromMarkdown(part.text, { extensions: [gfm()], mdastExtensions: TREE_EXTENSIONS }))
  }
  return reader.finish()
}
