import type { Picture } from '../../story/copy/picture'
import { groupTables } from '../../story/copy/tables'
import type { Direction } from '../../story/language/direction'
import { directionsIn } from './direction'
import { printedCredit, type PublishedBlock, type Run } from '../published/publishedStory'

/** Escapes text for elements and double-quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;')

export function htmlOfRuns(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      let html = escapeHtml(run.text).replace(/\n/g, '<br>')
      if (run.italic) html = `<em>${html}</em>`
      if (run.bold) html = `<strong>${html}</strong>`
      return run.href === undefined ? html : `<a href="${escapeHtml(run.href)}">${html}</a>`
    })
    .join('')
}

/**
 * Returns the address of a picture's bytes in one output, e.g. a data URI; undefined if the output lacks them and shows
 * only the cutline.
 */
export type PictureAddress = (picture: Picture) => string | undefined

/**
 * Prints body blocks as HTML. `lead`: HTML at the start of the first paragraph (a dateline). Headline and deck blocks
 * become h1 and p. `around`: the direction of the page; absent if the blocks go into a page of somebody else. `number`:
 * that of the first block, if it is an item of a numbered list.
 */
export function htmlOfBlocks(
  blocks: readonly PublishedBlock[],
  lead = '',
  addressOf: PictureAddress = () => undefined,
  around?: Direction,
  number = 1,
): string {
  const dirOf = directionsIn(blocks, around)
  const parts: string[] = []
  const first = blocks.findIndex((block) => block.role === 'paragraph')
  const lists: ('ul' | 'ol')[] = []
  const closeListsTo = (depth: number) => {
    while (lists.length > depth) parts.push(`</li></${lists.pop() ?? 'ul'}>`)
  }
  const opening = first < 0 ? undefined : blocks[first]
  groupTables(blocks).forEach((group) => {
    if ('rows' in group) {
      closeListsTo(0)
      parts.push(htmlOfTable(group.rows, dirOf))
      return
    }
    const { block } = group
    if (block.role === 'cutline') {
      closeListsTo(0)
      parts.push(htmlOfPicture(block, addressOf, dirOf(block)))
      return
    }
    const inner = (block === opening ? lead : '') + htmlOfRuns(block.runs)
    if (block.role === 'listItem') {
      const depth = Math.min(block.level ?? 1, lists.length + 1)
      const tag = block.list === 'ordered' ? 'ol' : 'ul'
      closeListsTo(depth)
      if (lists.length === depth && lists[depth - 1] !== tag) closeListsTo(depth - 1)
      if (lists.length === depth) parts.push(`</li><li${dirOf(block)}>`)
      else {
        lists.push(tag)
        const start = tag === 'ol' && block === blocks[0] && number > 1 ? ` start="${number}"` : ''
        parts.push(`<${tag}${start}><li${dirOf(block)}>`)
      }
      parts.push(inner)
      return
    }
    closeListsTo(0)
    parts.push(wrapped(block, inner, dirOf(block)))
  })
  closeListsTo(0)
  return parts.join('')
}

function htmlOfTable(rows: readonly (readonly PublishedBlock[])[], dirOf: (block: PublishedBlock) => string): string {
  const cellOf = (block: PublishedBlock): string =>
    block.cell?.header
      ? `<th scope="col"${dirOf(block)}>${htmlOfRuns(block.runs)}</th>`
      : `<td${dirOf(block)}>${htmlOfRuns(block.runs)}</td>`
  const line = (row: readonly PublishedBlock[]): string => `<tr>${row.map(cellOf).join('')}</tr>`
  const [first, ...others] = rows
  if (!first?.every(({ cell }) => cell?.header)) return `<table><tbody>${rows.map(line).join('')}</tbody></table>`
  const body = others.length === 0 ? '' : `<tbody>${others.map(line).join('')}</tbody>`
  return `<table><thead>${line(first)}</thead>${body}</table>`
}

function htmlOfPicture(block: PublishedBlock, addressOf: PictureAddress, dir: string): string {
  const { picture } = block
  const address = picture && picture.file !== '' ? addressOf(picture) : undefined
  const size =
    picture && picture.width > 0 && picture.height > 0 ? ` width="${picture.width}" height="${picture.height}"` : ''
  const image =
    picture && address !== undefined ? `<img src="${escapeHtml(address)}" alt="${escapeHtml(picture.alt)}"${size}>` : ''
  const credit = printedCredit(block)
  const caption = [htmlOfRuns(block.runs), credit === '' ? '' : `<span class="credit">${escapeHtml(credit)}</span>`]
    .filter((part) => part !== '')
    .join(' ')
  return image === '' && caption === ''
    ? ''
    : `<figure>${image}${caption === '' ? '' : `<figcaption${dir}>${caption}</figcaption>`}</figure>`
}

function wrapped(block: PublishedBlock, inner: string, dir: string): string {
  switch (block.role) {
    case 'headline':
      return `<h1${dir}>${inner}</h1>`
    case 'subhead':
      return block.level === 3 ? `<h3${dir}>${inner}</h3>` : `<h2${dir}>${inner}</h2>`
    case 'quote':
      return `<blockquote${dir}><p>${inner}</p></blockquote>`
    case 'deck':
    case 'paragraph':
    case 'listItem':
    case 'cell':
    case 'cutline':
      return `<p${dir}>${inner}</p>`
  }
}
