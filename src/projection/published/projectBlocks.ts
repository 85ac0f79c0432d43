import { countWords, type Block, type BlockRole, type CellPlace, type Span } from '../../story/copy/copy'
import type { BlockShape } from '../../story/copy/suggestions/markedCopy'
import { pictureOf, type Picture } from '../../story/copy/picture'
import { groupTables } from '../../story/copy/tables'
import { ProjectionError, type UnknownThing } from './projectionError'
import { publishableHref, publishableText } from './publishableText'
import { textOfBlock, type PublishedBlock, type Run } from './publishedStory'
import { defined } from '../../story/text/defined'

const ROLES: ReadonlySet<string> = new Set<BlockRole>([
  'headline',
  'deck',
  'paragraph',
  'subhead',
  'quote',
  'listItem',
  'cell',
  'cutline',
])
const LISTS: ReadonlySet<string> = new Set(['bullet', 'ordered'])
const BLOCK_PROPERTIES: ReadonlySet<string> = new Set<keyof Block>([
  'role',
  'level',
  'list',
  'cell',
  'picture',
  'text',
  'spans',
])
const CELL_PROPERTIES: ReadonlySet<string> = new Set<keyof CellPlace>(['row', 'column', 'header'])
const PICTURE_PROPERTIES: ReadonlySet<string> = new Set<keyof Picture>([
  'file',
  'mediaType',
  'width',
  'height',
  'alt',
  'credit',
  'rights',
  'captured',
])
/** Mark → allowed properties of its spans. Facts and comments are allowed here and never exported. */
const SPAN_PROPERTIES: Readonly<Record<Span['mark'], ReadonlySet<string>>> = {
  bold: new Set(['from', 'to', 'mark']),
  italic: new Set(['from', 'to', 'mark']),
  link: new Set(['from', 'to', 'mark', 'href']),
  fact: new Set(['from', 'to', 'mark', 'id']),
  comment: new Set(['from', 'to', 'mark', 'id']),
}

/**
 * Returns the blocks for export.
 * @throws ProjectionError for any role, list kind, mark or property that is not allowed by name.
 */
export function projectBlocks(blocks: readonly Block[]): readonly PublishedBlock[] {
  const known = projected.get(blocks)
  if (known) return known
  const now = withWords(blocks.map(projectBlock))
  projected.set(blocks, now)
  return now
}

/** One export projects the same copy several times: for its text, its name and its review. */
const projected = new WeakMap<readonly Block[], readonly PublishedBlock[]>()

/** Drops blocks without visible text, except those of `kept`. A table with text keeps its empty cells. */
export function withWords<B extends PublishedBlock>(blocks: readonly B[], kept: ReadonlySet<B> = new Set()): B[] {
  return groupTables(blocks).flatMap((group) => {
    if ('rows' in group) return group.rows.some((row) => row.some(hasWords)) ? group.rows.flat() : []
    return hasWords(group.block) || kept.has(group.block) || isShown(group.block) ? [group.block] : []
  })
}

/** Whether the block has a picture, or the credit of a missing one. */
const isShown = ({ picture }: PublishedBlock): boolean => picture !== undefined && picture.file + picture.credit !== ''
const hasWords = ({ runs }: PublishedBlock): boolean => runs.some((run) => run.text.trim() !== '')

/** @throws ProjectionError for any role, list kind, mark or property of the block that is not allowed by name. */
export function checkBlock(block: Block): void {
  allow('blockRole', block.role, ROLES)
  for (const property of Object.keys(block)) allow('blockProperty', property, BLOCK_PROPERTIES)
  for (const span of block.spans) {
    if (!Object.hasOwn(SPAN_PROPERTIES, span.mark)) throw new ProjectionError('mark', String(span.mark))
    for (const property of Object.keys(span)) allow('markProperty', property, SPAN_PROPERTIES[span.mark], span.mark)
  }
  if (block.list !== undefined) allow('listKind', block.list, LISTS)
  for (const property of Object.keys(block.cell ?? {})) allow('cellProperty', property, CELL_PROPERTIES)
  for (const property of Object.keys(block.picture ?? {})) allow('pictureProperty', property, PICTURE_PROPERTIES)
}

function projectBlock(block: Block): PublishedBlock {
  checkBlock(block)
  const published = {
    ...clampShape(block),
    ...defined({ cell: block.cell, picture: block.picture && publishedPicture(block.picture) }),
    runs: runsOf(block),
  }
  comesFrom.set(published, block)
  return published
}

const comesFrom = new WeakMap<PublishedBlock, Block>()

/** Counts words as newsrooms do. An unchanged block is counted as its source, whose count is cached. */
export function publishedWords(blocks: readonly PublishedBlock[]): number {
  return countWords(
    blocks.map((block) => {
      const source = comesFrom.get(block)
      const length = block.runs.reduce((sum, { text }) => sum + text.length, 0)
      return source?.text.length === length ? source : { role: block.role, text: textOfBlock(block), spans: [] }
    }),
  )
}

/** Returns the shape of a block with its level clamped to the allowed range. */
export const clampShape = ({ role, level, list }: BlockShape): BlockShape => ({
  role,
  ...(role === 'subhead' ? { level: clamp(level ?? 2, 2, 3) } : {}),
  ...(role === 'listItem' ? { level: clamp(level ?? 1, 1, 6), list: list ?? 'bullet' } : {}),
})

export function publishedPicture(stored: Picture): Picture {
  const picture = pictureOf({ ...stored })
  const line = (text: string): string => publishableText(text).replace(/\s+/g, ' ').trim()
  return {
    ...picture,
    alt: line(picture.alt),
    credit: line(picture.credit),
    rights: line(picture.rights),
    captured: line(picture.captured),
  }
}

function allow(what: UnknownThing, name: string, known: ReadonlySet<string>, mark = ''): void {
  if (!known.has(name)) throw new ProjectionError(what, String(name), mark)
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, Math.trunc(value) || low))

function runsOf(block: Block): Run[] {
  const styled = block.spans.filter((span) => span.mark === 'bold' || span.mark === 'italic' || span.mark === 'link')
  if (styled.length === 0) {
    const text = publishableText(block.text)
    return text === '' ? [] : [{ text }]
  }
  const edges = [0, block.text.length]
  for (const { from, to } of styled)
    for (const offset of [from, to]) if (offset > 0 && offset < block.text.length) edges.push(offset)
  edges.sort((x, y) => x - y)
  const runs: Run[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i] ?? 0
    const to = edges[i + 1] ?? from
    if (from === to) continue
    // Only a span can end a run inside a surrogate pair; the pair then belongs to the run before.
    const text = publishableText(
      block.text.slice(splitsPair(block.text, from) ? from + 1 : from, splitsPair(block.text, to) ? to + 1 : to),
    )
    if (text === '') continue
    const run: Run = { text, ...styleOf(styled.filter((span) => span.from <= from && span.to >= to)) }
    const last = runs.at(-1)
    if (last && last.bold === run.bold && last.italic === run.italic && last.href === run.href)
      runs[runs.length - 1] = { ...last, text: last.text + text }
    else runs.push(run)
  }
  return runs
}

/** Returns the style that these spans give together. */
export function styleOf(spans: readonly Span[]): Omit<Run, 'text'> {
  if (spans.length === 0) return PLAIN
  const link = spans.find((span) => span.mark === 'link')
  const href = link?.mark === 'link' ? publishableHref(link.href) : undefined
  return {
    ...(spans.some((span) => span.mark === 'bold') ? { bold: true as const } : {}),
    ...(spans.some((span) => span.mark === 'italic') ? { italic: true as const } : {}),
    ...defined({ href }),
  }
}
const PLAIN: Omit<Run, 'text'> = {}

/** Offsets below zero and beyond the end read as NaN. */
const splitsPair = (text: string, offset: number): boolean =>
  text.charCodeAt(offset - 1) >> 10 === 0x36 && text.charCodeAt(offset) >> 10 === 0x37
