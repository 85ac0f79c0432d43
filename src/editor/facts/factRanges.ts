import type { Mark, Node as SheetNode, Schema } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/** A stretch of the sheet in ProseMirror positions. */
export interface SheetRange {
  readonly from: number
  readonly to: number
}

export function factMark(schema: Schema, id: string): Mark {
  const type = schema.marks['fact']
  if (!type) throw new Error('The schema has no fact mark.')
  return type.create({ id })
}

export const factIdsOf = (node: SheetNode): string[] =>
  node.marks.flatMap((mark) =>
    mark.type.name === 'fact' && typeof mark.attrs['id'] === 'string' ? [mark.attrs['id']] : [],
  )

/** The ranges of a fact's mark, in text order. Adjacent text nodes of one block are one range. */
export const rangesOfFact = (doc: SheetNode, id: string): readonly SheetRange[] =>
  rangesOfFacts(doc, new Set([id])).get(id) ?? []

/** The ranges of several facts, as `rangesOfFact` has them, read in one go. */
export function rangesOfFacts(doc: SheetNode, ids: ReadonlySet<string>): ReadonlyMap<string, readonly SheetRange[]> {
  const ranges = new Map<string, SheetRange[]>()
  if (ids.size === 0) return ranges
  doc.descendants((node, position) => {
    if (!node.isText) return
    for (const id of factIdsOf(node)) {
      if (!ids.has(id)) continue
      const stretches = ranges.get(id)
      const last = stretches?.at(-1)
      const to = position + node.nodeSize
      if (!stretches) ranges.set(id, [{ from: position, to }])
      else if (last?.to === position) stretches[stretches.length - 1] = { from: last.from, to }
      else stretches.push({ from: position, to })
    }
  })
  return ranges
}

/** The ids of all facts with a mark in the stretch. */
export function factsBetween(doc: SheetNode, { from, to }: SheetRange): Set<string> {
  const ids = new Set<string>()
  doc.nodesBetween(from, to, (node) => {
    if (node.isText) for (const id of factIdsOf(node)) ids.add(id)
  })
  return ids
}

export function factsInDoc(doc: SheetNode): Set<string> {
  return factsBetween(doc, { from: 0, to: doc.content.size })
}

/** The ids of all comments with a mark in the sheet. */
export function commentsInDoc(doc: SheetNode): Set<string> {
  const ids = new Set<string>()
  doc.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === 'comment') ids.add(String(mark.attrs['id']))
  })
  return ids
}

/** Marks the text of a stretch. Hard breaks stay unmarked: the shared document keeps no marks on them. */
export function markText(tr: Transaction, { from, to }: SheetRange, mark: Mark): void {
  const pieces: SheetRange[] = []
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (node.isText) pieces.push({ from: Math.max(from, position), to: Math.min(to, position + node.nodeSize) })
  })
  for (const piece of pieces) tr.addMark(piece.from, piece.to, mark)
}

/** The stretch without white space and hard breaks at its ends. Undefined if nothing is left. */
export function trimmed(doc: SheetNode, { from, to }: SheetRange): SheetRange | undefined {
  let first: number | undefined
  let last = from
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return
    const start = Math.max(from, position)
    const text = (node.text ?? '').slice(start - position, Math.min(to, position + node.nodeSize) - position)
    if (text.trim() === '') return
    first ??= start + (text.length - text.trimStart().length)
    last = start + text.trimEnd().length
  })
  return first === undefined ? undefined : { from: first, to: last }
}

/** The text of a stretch. Blocks and hard breaks are line feeds. */
export const textOf = (doc: SheetNode, { from, to }: SheetRange): string => doc.textBetween(from, to, '\n', '\n')

/** Whether a stretch has text that is more than proposed. */
export function hasStanding(doc: SheetNode, { from, to }: SheetRange): boolean {
  let found = false
  doc.nodesBetween(from, to, (node) => {
    found ||= node.isText && !node.marks.some((mark) => mark.type.name === 'insertion')
  })
  return found
}
