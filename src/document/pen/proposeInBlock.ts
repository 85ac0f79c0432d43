import * as Y from 'yjs'
import { LINE_BREAK } from '../../story/copy/suggestions/markedCopy'
import { deleteInBlock, insertAt, lengthOf } from '../editStory'
import { itemOf } from '../reading/yjsItems'
import { blockPieces, type BlockPiece } from './blockPieces'
import { formatIn, insertMoved, movedSince } from './editing'
import { proposeShape } from './proposeShape'
import { deletionMark, proposalId, insertionMark, type ProposalWork } from './proposalWork'

/** Keeps the words and the shape of a block as they stood. */
export function proposeInBlock(element: Y.XmlElement, work: ProposalWork): void {
  const pieces = blockPieces(element, work.typing)
  proposeShape(element, work)
  if (pieces.every((piece) => piece.kind === 'stays' && !piece.set)) return
  const ids = suggestionIds(pieces, work)
  let offset = pieces.reduce((sum, piece) => sum + lengthIn(piece), 0)
  for (const [index, piece] of [...pieces.entries()].reverse()) {
    offset -= lengthIn(piece)
    if (piece.kind === 'stays') {
      if (piece.set) formatIn(element, offset, offset + piece.length, piece.set)
      for (const { id, before, by } of piece.again ?? []) work.made.set(id, { id, by: work.madeBy(before) ?? by })
      continue
    }
    const id = ids[index] ?? ''
    if (piece.kind === 'typed') proposeTyped(element, offset, piece, id, work)
    else bringWordsBack(element, offset, piece, id, work)
  }
}

const lengthIn = (piece: BlockPiece): number => (piece.kind === 'gone' ? 0 : piece.length)

function proposeTyped(
  element: Y.XmlElement,
  offset: number,
  { isBreak, length, client, clock }: Extract<BlockPiece, { kind: 'typed' }>,
  id: string,
  { doc, notes }: ProposalWork,
): void {
  if (!isBreak) {
    formatIn(element, offset, offset + length, insertionMark(id))
    return
  }
  deleteInBlock(element, offset, offset + 1)
  const before = Y.getState(doc.store, doc.clientID)
  insertAt(element, offset, LINE_BREAK, { ...insertionMark(id, 'line') })
  notes.push(...movedSince(doc, before, [{ client, clock, length: 1 }]))
}

function bringWordsBack(
  element: Y.XmlElement,
  offset: number,
  { isBreak, text, attributes, client, clock }: Extract<BlockPiece, { kind: 'gone' }>,
  id: string,
  { doc, notes }: ProposalWork,
): void {
  if (isBreak) {
    const place = placeBetween(element, offset)
    if (place === undefined) return
    const made = new Y.XmlElement('hardBreak')
    made.setAttribute('deletion', id)
    element.insert(place, [made])
    const item = itemOf(made)
    if (item) notes.push(['moved', item.id.client, item.id.clock, 1, client, clock])
    return
  }
  notes.push(...insertMoved(doc, element, offset, text, { ...attributes, ...deletionMark(id) }, { client, clock }))
}

/** Index of a new child at an offset; undefined inside a text. */
function placeBetween(element: Y.XmlElement, offset: number): number | undefined {
  let start = 0
  for (const [index, child] of element.toArray().entries()) {
    if (start === offset) return index
    start += lengthOf(child)
  }
  return start === offset ? element.length : undefined
}

/**
 * The suggestion of each piece. Pieces that touch are one suggestion of their person, and join one of theirs that is
 * pending beside them.
 */
function suggestionIds(pieces: readonly BlockPiece[], { made, madeBy }: ProposalWork): readonly (string | undefined)[] {
  const ids: (string | undefined)[] = []
  for (let from = 0; from < pieces.length; from++) {
    const first = pieces[from]
    if (!first || first.kind === 'stays') continue
    let to = from
    for (let next = pieces[to + 1]; next && next.kind !== 'stays' && next.by === first.by; next = pieces[to + 1]) to++
    const beside = [pieces[from - 1], pieces[to + 1]].flatMap((piece) => (piece?.kind === 'stays' ? piece.pending : []))
    const group = pieces.slice(from, to + 1)
    const lead = group.find((piece) => piece.kind === 'typed') ?? first
    const id = beside.find((one) => madeBy(one) === first.by) ?? proposalId(lead.client, lead.clock, lead.kind)
    made.set(id, { id, by: first.by })
    for (let at = from; at <= to; at++) ids[at] = id
    from = to
  }
  return ids
}
