import {
  printedCredit,
  withCredit,
  bodyOf,
  type PublishedBlock,
  type PublishedStory,
  type Run,
} from '../../../projection/published/publishedStory'
import { correctionLabel, correctionText, type PublicCorrection } from '../../../projection/published/publicCorrection'
import type { Picture } from '../../../story/copy/picture'
import { columnsOf, groupTables } from '../../../story/copy/tables'
import { directionOfBlock } from '../../../projection/print/direction'
import { datelineOf, printedByline } from '../parts/datelineText'
import { draftNote } from '../parts/notes'
import { isRightToLeft } from '../parts/rightToLeft'
import type { PageCell, PagePart, PagePicture, PageRun } from './pageParts'
import { defined } from '../../../story/text/defined'

/** Returns the picture with its bytes. undefined: it cannot be printed, and its cutline stays. */
export type PictureOf = (picture: Picture) => PagePicture | undefined

/**
 * Returns the parts of the page in order. `withdrawn`: the grafs that replace killed copy. `corrections`: those
 * for readers, in order.
 */
export function storyParts(
  story: PublishedStory,
  pictureOf: PictureOf,
  withdrawn: readonly string[],
  corrections: readonly PublicCorrection[],
): readonly PagePart[] {
  const heading = (role: 'headline' | 'deck'): readonly PagePart[] => {
    const block = story.blocks.find((one) => one.role === role)
    return block === undefined || block.runs.length === 0
      ? []
      : [{ kind: role, runs: block.runs.map(pageRun), ...own(block) }]
  }
  const own = ownDirection(isRightToLeft(story.fields.language))
  const by = printedByline(story)
  const { contributors, copyrightLine } = story.fields
  const lines = [contributors, copyrightLine].filter((line) => line !== '')
  return [
    ...(story.draft ? [{ kind: 'draft', runs: [{ text: draftNote(story) }] } as const] : []),
    ...heading('headline'),
    ...heading('deck'),
    ...(by === '' ? [] : [{ kind: 'byline', runs: [{ text: by }] } as const]),
    ...(story.pubStatus === 'canceled'
      ? withdrawn.map((text) => ({ kind: 'paragraph', runs: [{ text }] }) as const)
      : bodyParts(bodyOf(story.blocks), datelineOf(story), pictureOf, own)),
    ...corrections.map((correction) => correctionPart(correction, story.fields.language)),
    ...(lines.length === 0 ? [] : [{ kind: 'footer', lines } as const]),
  ]
}

/** Readers look for corrections under the copy. */
const correctionPart = (correction: PublicCorrection, language: string): PagePart => ({
  kind: 'correction',
  runs: [{ text: `${correctionLabel(correction, language)}:`, bold: true }, { text: ` ${correctionText(correction)}` }],
})

const pageRun = ({ text, bold, italic, href }: Run): PageRun => ({
  text,
  ...defined({ bold, italic, href }),
})

type OwnDirection = (block: PublishedBlock | undefined) => { readonly rightToLeft?: boolean }

/** A block that is written against the direction of the page says so, as on a web page. */
const ownDirection =
  (rightToLeft: boolean): OwnDirection =>
  (block) => {
    const direction = block && directionOfBlock(block)
    return direction === undefined || (direction === 'rtl') === rightToLeft ? {} : { rightToLeft: !rightToLeft }
  }

function bodyParts(
  blocks: readonly PublishedBlock[],
  dateline: string,
  pictureOf: PictureOf,
  own: OwnDirection,
): readonly PagePart[] {
  const opening = blocks.find(({ role }) => role === 'paragraph')
  const lead: readonly PageRun[] = dateline === '' ? [] : [{ text: `${dateline} —`, dateline: true }, { text: ' ' }]
  const parts: PagePart[] = []
  let lists: ListBuilder | undefined
  for (const group of groupTables(blocks)) {
    if (!('rows' in group) && group.block.role === 'listItem') {
      lists ??= new ListBuilder(own)
      lists.add(group.block)
      continue
    }
    if (lists) parts.push(...listParts(lists))
    lists = undefined
    if ('rows' in group) parts.push(tablePart(group.rows, own))
    else
      parts.push(
        ...blockParts(group.block, group.block === opening ? lead : [], pictureOf).map((part) => ({
          ...part,
          ...own(group.block),
        })),
      )
  }
  return lists ? [...parts, ...listParts(lists)] : parts
}

function blockParts(block: PublishedBlock, lead: readonly PageRun[], pictureOf: PictureOf): readonly PagePart[] {
  const runs = [...lead, ...block.runs.map(pageRun)]
  switch (block.role) {
    case 'headline':
      return [{ kind: 'headline', runs }]
    case 'subhead':
      return [{ kind: block.level === 3 ? 'subhead3' : 'subhead2', runs }]
    case 'quote':
      return [{ kind: 'quote', runs }]
    case 'cutline':
      return picturePart(block, pictureOf)
    case 'deck':
    case 'paragraph':
    case 'listItem':
    case 'cell':
      return [{ kind: 'paragraph', runs }]
  }
}

function picturePart(block: PublishedBlock, pictureOf: PictureOf): readonly PagePart[] {
  const picture = block.picture && block.picture.file !== '' ? pictureOf(block.picture) : undefined
  const runs = printedCredit(block) === '' ? block.runs.map(pageRun) : withCredit(block).map(pageRun)
  if (picture) return [{ kind: 'picture', picture, runs }]
  return runs.length === 0 ? [] : [{ kind: 'cutline', runs }]
}

function tablePart(rows: readonly (readonly PublishedBlock[])[], own: OwnDirection): PagePart {
  const columns = columnsOf(rows)
  const cellOf = (block: PublishedBlock | undefined): PageCell => ({
    header: block?.cell?.header ?? false,
    runs: (block?.runs ?? []).map(pageRun),
    ...own(block),
  })
  return {
    kind: 'table',
    header: rows[0]?.every(({ cell }) => cell?.header) ?? false,
    rows: rows.map((row) => Array.from({ length: columns }, (_, column) => cellOf(row[column]))),
  }
}

const listParts = ({ lists }: ListBuilder): readonly PagePart[] => lists.map((list) => ({ kind: 'list', ...list }))

interface OpenItem {
  readonly rightToLeft?: boolean
  readonly runs: readonly PageRun[]
  readonly lists: OpenList[]
}
interface OpenList {
  readonly ordered: boolean
  readonly items: OpenItem[]
}

/** Nests flat items with levels in lists. An item is at most one level below the item before it, as on a web page. */
class ListBuilder {
  constructor(private readonly own: OwnDirection) {}

  readonly lists: OpenList[] = []
  /** The open lists, outermost first. */
  readonly #open: OpenList[] = []

  add(block: PublishedBlock): void {
    const { level = 1, list: kind, runs } = block
    const depth = Math.min(level, this.#open.length + 1)
    const ordered = kind === 'ordered'
    this.#open.length = Math.min(this.#open.length, this.#open[depth - 1]?.ordered === ordered ? depth : depth - 1)
    if (this.#open.length < depth) this.#begin({ ordered, items: [] })
    this.#open.at(-1)?.items.push({ runs: runs.map(pageRun), lists: [], ...this.own(block) })
  }

  #begin(list: OpenList): void {
    const around = this.#open.at(-1)?.items.at(-1)
    ;(around ? around.lists : this.lists).push(list)
    this.#open.push(list)
  }
}
