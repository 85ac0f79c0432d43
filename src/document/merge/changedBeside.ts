import type * as Y from 'yjs'
import type { Block } from '../../story/copy/copy'
import { writeShape } from '../../story/copy/suggestions/markedCopy'
import { canonicalJson } from '../../story/text/canonicalJson'
import { readBlock, textElements } from '../reading/readStory'
import { nameOfBlock } from '../reading/yjsItems'

/** What readers see of a block beside its words: where links lead, what is said of a picture, what kind it is. */
export type BesidePart = 'links' | 'picture' | 'shape'

export interface ChangedBeside {
  /** Its place afterwards. */
  readonly block: number
  readonly part: BesidePart
  /** '' where there was nothing. */
  readonly before: string
  readonly after: string
}

/** Blocks of which a merge changes what stands beside their words. Those that come or go are told by their words. */
export function changedBeside(before: Y.Doc, after: Y.Doc): readonly ChangedBeside[] {
  const known = new Map(
    textElements(before).map(({ element, cell }) => [nameOfBlock(element), readBlock(element, cell)]),
  )
  return textElements(after).flatMap(({ element, cell }, block) => {
    const was = known.get(nameOfBlock(element))
    const is = readBlock(element, cell)
    if (!was && !is.picture) return []
    return (Object.keys(PARTS) as BesidePart[]).flatMap((part): readonly ChangedBeside[] => {
      const texts = { before: was ? PARTS[part](was) : '', after: PARTS[part](is) }
      return texts.before === texts.after ? [] : [{ block, part, ...texts }]
    })
  })
}

const PARTS: Readonly<Record<BesidePart, (block: Block) => string>> = {
  links: ({ text, spans }) =>
    spans
      .flatMap((span) => (span.mark === 'link' ? [`“${text.slice(span.from, span.to)}” ${span.href}`] : []))
      .join(', '),
  picture: ({ picture }) =>
    picture === undefined
      ? ''
      : [picture.file.slice(0, 12), picture.alt, picture.credit, picture.rights, picture.captured]
          .filter((text) => text !== '')
          .join(' · '),
  // A table that a merge changes moves its cells: only what heads a column is told.
  shape: (block) => (block.cell ? canonicalJson(block.cell.header ?? false) : block.picture ? '' : writeShape(block)),
}
