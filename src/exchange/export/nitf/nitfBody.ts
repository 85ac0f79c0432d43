import type { PublishedBlock, Run } from '../../../projection/published/publishedStory'
import type { Picture } from '../../../story/copy/picture'
import { groupTables, startsTable } from '../../../story/copy/tables'
import { NITF_EMPHASIS, NITF_HEADING, NITF_LEVEL_3 } from '../../formats/nitf'
import { element, escapeXml } from '../xml/xml'

/** Writes runs as NITF enriched text. */
export function nitfOfRuns(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      let xml = run.text.split('\n').map(escapeXml).join('<br/>')
      if (run.italic) xml = element('em', { class: NITF_EMPHASIS.italic }, xml)
      if (run.bold) xml = element('em', { class: NITF_EMPHASIS.bold }, xml)
      return run.href === undefined ? xml : element('a', { href: run.href }, xml)
    })
    .join('')
}

/** Writes body blocks as NITF block content. The first paragraph is the lede. */
export function nitfOfBlocks(
  blocks: readonly PublishedBlock[],
  bytesOf: (picture: Picture) => string | undefined,
): string {
  const first = blocks.findIndex((block) => block.role === 'paragraph')
  const parts: string[] = []
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at]
    if (block?.role === 'listItem') {
      const end = blocks.findIndex((other, index) => index > at && other.role !== 'listItem')
      const items = blocks.slice(at, end < 0 ? blocks.length : end)
      parts.push(listsOf(items, 1))
      at += items.length
    } else if (block?.cell) {
      const end = blocks.findIndex((other, index) => index > at && (!other.cell || startsTable(other.cell)))
      const cells = blocks.slice(at, end < 0 ? blocks.length : end)
      parts.push(...groupTables(cells).map((group) => ('rows' in group ? nitfOfTable(group.rows) : '')))
      at += cells.length
    } else {
      if (block?.role === 'cutline') parts.push(nitfOfPicture(block, bytesOf))
      else if (block) parts.push(nitfOfBlock(block, at === first))
      at += 1
    }
  }
  return parts.filter((part) => part !== '').join('\n')
}

function nitfOfBlock(block: PublishedBlock, lede: boolean): string {
  const inner = nitfOfRuns(block.runs)
  switch (block.role) {
    case 'subhead':
      return element('hl2', block.level === 3 ? { class: NITF_LEVEL_3 } : {}, inner)
    case 'quote':
      return element('bq', {}, element('block', {}, element('p', {}, inner)))
    case 'headline':
    case 'deck':
      return element('p', { class: NITF_HEADING[block.role] }, inner)
    case 'paragraph':
    case 'listItem':
    case 'cell':
    case 'cutline':
      return element('p', lede ? { lede: 'true' } : {}, inner)
  }
}

function nitfOfTable(rows: readonly (readonly PublishedBlock[])[]): string {
  const line = (row: readonly PublishedBlock[]): string =>
    element('tr', {}, ...row.map(({ cell, runs }) => element(cell?.header ? 'th' : 'td', {}, nitfOfRuns(runs))))
  const [first, ...others] = rows
  const hasHead = others.length > 0 && first?.every(({ cell }) => cell?.header) === true
  return element(
    'table',
    {},
    hasHead ? element('thead', {}, line(first)) : '',
    element('tbody', {}, ...(hasHead ? others : rows).map(line)),
  )
}

/** Writes a picture with its bytes inside: NITF has no package. */
function nitfOfPicture(block: PublishedBlock, bytesOf: (picture: Picture) => string | undefined): string {
  const { picture } = block
  const bytes = picture && bytesOf(picture)
  const caption = nitfOfRuns(block.runs)
  if (!picture || (bytes === undefined && caption === '' && picture.credit === '')) return ''
  const { mediaType, alt, credit, rights, captured, width, height } = picture
  return element(
    'media',
    { 'media-type': 'image' },
    ...[
      ['rights', rights],
      ['captured', captured],
    ].map(([name, value]) => (value === '' ? '' : element('media-metadata', { name, value }))),
    element('media-reference', {
      ...(bytes === undefined
        ? {}
        : { 'mime-type': mediaType, width: width || undefined, height: height || undefined }),
      'alternate-text': alt,
      'source-credit': credit,
      copyright: rights,
    }),
    bytes === undefined ? '' : element('media-object', { encoding: 'base64' }, bytes),
    caption === '' ? '' : element('media-caption', {}, element('p', {}, caption)),
    credit === '' ? '' : element('media-producer', {}, escapeXml(credit)),
  )
}

/** Nests items of level `depth` or deeper in lists. An item is at most one level below the item before it. */
function listsOf(items: readonly PublishedBlock[], depth: number): string {
  const lists: { kind: 'ul' | 'ol'; items: string[] }[] = []
  for (let at = 0; at < items.length;) {
    const item = items[at]
    if (!item) break
    const next = items.findIndex((other, index) => index > at && (other.level ?? 1) <= depth)
    const inner = items.slice(at + 1, next < 0 ? items.length : next)
    const kind = item.list === 'ordered' ? 'ol' : 'ul'
    const last = lists.at(-1)
    const written = element('li', {}, nitfOfRuns(item.runs), inner.length > 0 ? listsOf(inner, depth + 1) : '')
    if (last?.kind === kind) last.items.push(written)
    else lists.push({ kind, items: [written] })
    at += 1 + inner.length
  }
  return lists.map(({ kind, items: written }) => element(kind, {}, ...written)).join('')
}
