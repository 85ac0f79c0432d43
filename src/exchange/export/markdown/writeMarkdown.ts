import { exportsText } from '../../../catalogue/rooms/exports'
import type { PictureAddress } from '../../../projection/print/htmlOfBlocks'
import {
  bodyOf,
  withCredit,
  type PublishedBlock,
  type PublishedStory,
  type Run,
} from '../../../projection/published/publishedStory'
import { columnsOf, groupTables } from '../../../story/copy/tables'
import { alertLoss } from '../parts/alertLoss'
import { correctionLinesOf } from '../parts/correctionFields'
import { datelineLoss, datelineOf, printedByline } from '../parts/datelineText'
import { fileNameOf } from '../parts/fileName'
import { lossList } from '../parts/lossList'
import { draftNote, withdrawnLines } from '../parts/notes'
import { dataUriOf, pictureLosses } from '../pictures/pictures'
import { picturesBeside } from '../pictures/picturesBeside'
import { projected } from '../parts/projected'
import { toBytes, type FileBeside, type TextWriter, type WriterInput } from '../parts/writer'
import { escapeMarkdown, markdownOfRuns } from './markdownOfRuns'

/**
 * Writes CommonMark. Pictures are files beside it, or with `embed` in it. The headline is `#`, the deck a paragraph in
 * italics under it, subheads are `##` and `###`.
 */
export const markdownWriter: TextWriter = {
  mediaType: 'text/markdown',
  audience: 'public',
  hasEmbargoField: false,
  fileName: (input) => fileNameOf(input, 'public', '.md'),
  write: (input) => {
    const story = projected(input, 'public')
    const { fields } = story
    const stem = fileNameOf(input, 'public', '')
    const files = input.embed ? new Map<string, FileBeside>() : picturesBeside(story.blocks, input, stem)
    const addressOf = input.embed ? dataUriOf(input) : besideOf(files)
    return {
      bytes: toBytes(`${markdownOf(story, input, addressOf).join('\n\n')}\n`),
      ...(files.size === 0 ? {} : { beside: [...files.values()] }),
      losses: lossList({
        ...alertLoss(story),
        ...datelineLoss(story, 'nothing'),
        [exportsText('loss.subjects')]: fields.subjects,
        [exportsText('loss.keywords')]: fields.keywords,
        ...pictureLosses(story.blocks, addressOf, ['rights', 'captured']),
      }),
    }
  },
}

/** Returns the name of a picture's file as the address in the output. */
const besideOf =
  (files: ReadonlyMap<string, FileBeside>): PictureAddress =>
  ({ file }) => {
    const name = files.get(file)?.fileName
    return name === undefined || /^[\p{L}\p{M}\p{N}._-]+$/u.test(name) ? name : encodeURIComponent(name)
  }

function markdownOf(story: PublishedStory, input: WriterInput, addressOf: PictureAddress): string[] {
  const { fields } = story
  const by = printedByline(story)
  const dateline = datelineOf(story)
  const headline = story.blocks.find((block) => block.role === 'headline')
  const deck = story.blocks.find((block) => block.role === 'deck')
  const line = (text: string) => escapeMarkdown(text, true)
  return [
    ...(story.draft ? [`**${draftNote(story)}**`] : []),
    ...(headline ? [`# ${markdownOfRuns(oneLine(headline.runs), ' ')}`] : []),
    ...(deck
      ? [
          markdownOfRuns(
            oneLine(deck.runs).map((run) => ({ ...run, italic: true })),
            ' ',
          ),
        ]
      : []),
    ...(by === '' ? [] : [line(by)]),
    ...(story.pubStatus === 'canceled'
      ? withdrawnLines(story, input.dates).map(line)
      : body(bodyOf(story.blocks), dateline === '' ? '' : `${dateline} — `, addressOf)),
    ...correctionLinesOf(story, input.dates).map((text) => markdownOfRuns([{ text, italic: true }], ' ')),
    ...[fields.contributors, fields.copyrightLine].filter((text) => text !== '').map(line),
  ]
}

function body(blocks: readonly PublishedBlock[], lead: string, addressOf: PictureAddress): string[] {
  const parts: string[] = []
  const first = blocks.find((block) => block.role === 'paragraph')
  let list: ListMarkers = []
  groupTables(blocks).forEach((group) => {
    if ('rows' in group || group.block.role === 'cutline') {
      list = []
      const part = 'rows' in group ? tableOf(group.rows) : pictureOf(group.block, addressOf)
      if (part !== '') parts.push(part)
      return
    }
    const { block } = group
    const runs = trimmed(block === first && lead !== '' ? [{ text: lead }, ...block.runs] : block.runs)
    if (block.role !== 'listItem') {
      list = []
      parts.push(blockOf(block, runs))
      return
    }
    const previous = list
    list = nextMarkers(list, block)
    const item = listItem(list, runs)
    // Items follow each other without an empty line. Another kind of marker begins a new list.
    if (previous.length > 0) parts[parts.length - 1] = `${parts.at(-1) ?? ''}\n${item}`
    else parts.push(item)
  })
  return parts
}

function blockOf(block: PublishedBlock, runs: readonly Run[]): string {
  switch (block.role) {
    case 'headline':
      return `# ${markdownOfRuns(oneLine(runs), ' ')}`
    case 'subhead':
      return `${block.level === 3 ? '###' : '##'} ${markdownOfRuns(oneLine(runs), ' ')}`
    case 'quote':
      return markdownOfRuns(runs)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')
    case 'deck':
    case 'paragraph':
    case 'listItem':
    case 'cell':
    case 'cutline':
      return markdownOfRuns(runs)
  }
}

/** Writes a GFM table. Its header row is empty if the table has none, which readers take for no header. */
function tableOf(rows: readonly (readonly PublishedBlock[])[]): string {
  const columns = columnsOf(rows)
  const [first = [], ...others] = rows
  const hasHeader = first.every(({ cell }) => cell?.header)
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, column) => cells[column] ?? '').join(' | ')} |`
  const words = (row: readonly PublishedBlock[]): string =>
    line(row.map(({ runs }) => markdownOfRuns(trimmed(runs), '<br>')))
  const body = hasHeader ? others : rows
  return [
    hasHeader ? words(first) : line([]),
    line(Array.from({ length: columns }, () => '---')),
    ...body.map(words),
  ].join('\n')
}

/**
 * Writes a picture with cutline and credit on the line below, in one paragraph. The title of the picture repeats the
 * credit, so that an import can tell it from the cutline.
 */
function pictureOf(block: PublishedBlock, addressOf: PictureAddress): string {
  const address = block.picture && addressOf(block.picture)
  const words = markdownOfRuns(oneLine(withCredit(block)))
  if (address === undefined) return words
  const credit = block.picture?.credit ?? ''
  const title = credit === '' ? '' : ` "${escapeMarkdown(credit, false).replaceAll('"', '\\"')}"`
  const image = `![${escapeMarkdown(block.picture?.alt ?? '', false)}](${address}${title})`
  return words === '' ? image : `${image}\\\n${words}`
}

type ListMarkers = readonly { readonly kind: 'bullet' | 'ordered'; readonly number: number }[]

function nextMarkers(markers: ListMarkers, block: PublishedBlock): ListMarkers {
  // An item is at most one level below the item before it.
  const depth = Math.min(block.level ?? 1, markers.length + 1)
  const kind = block.list ?? 'bullet'
  const here = markers[depth - 1]
  return [...markers.slice(0, depth - 1), { kind, number: here?.kind === kind ? here.number + 1 : 1 }]
}

function listItem(markers: ListMarkers, runs: readonly Run[]): string {
  const sign = ({ kind, number }: ListMarkers[number]) => (kind === 'ordered' ? `${number}. ` : '- ')
  const own = markers.at(-1) ?? { kind: 'bullet', number: 1 }
  const indent = markers
    .slice(0, -1)
    .map((marker) => ' '.repeat(sign(marker).length))
    .join('')
  const inner = indent + ' '.repeat(sign(own).length)
  return indent + sign(own) + markdownOfRuns(runs, `\\\n${inner}`)
}

/** Removes white space at both ends, where Markdown would read it as something else. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  if (isTrimmed(runs)) return runs
  const result = runs.map((run) => ({ ...run, text: run.text.replace(/(?<![^\S\n])[^\S\n]*\n[^\S\n]*/g, '\n') }))
  while (result[0] && result[0].text.trimStart() === '') result.shift()
  while (result.length > 0 && (result.at(-1)?.text.trimEnd() ?? 'x') === '') result.pop()
  const last = result.length - 1
  return result.map((run, index) => {
    const start = index === 0 ? run.text.trimStart() : run.text
    return { ...run, text: index === last ? start.trimEnd() : start }
  })
}

function isTrimmed(runs: readonly Run[]): boolean {
  const [first = '', last = ''] = [runs[0]?.text, runs.at(-1)?.text]
  return (
    first !== '' &&
    last !== '' &&
    first.trimStart() === first &&
    last.trimEnd() === last &&
    !runs.some(({ text }) => text.includes('\n'))
  )
}

const oneLine = (runs: readonly Run[]): readonly Run[] =>
  trimmed(
    runs.map((run) => (run.text.includes('\n') ? { ...run, text: run.text.replace(/(?<!\s)\s*\n\s*/g, ' ') } : run)),
  )
