import * as Y from 'yjs'
import { BLOCK_BREAK, LINE_BREAK, readShape, type BlockShape } from '../../story/copy/suggestions/markedCopy'
import { insertAt } from '../editStory'
import { markNameOf } from '../markNames'
import { readMarkedBlock } from '../reading/readStory'
import type { Formats } from './blockPieces'
import { formatIn, insertMoved, movedSince } from './editing'
import { deletionMark, proposalId, insertionMark, type ProposedBlock, type ProposalWork } from './proposalWork'
import { noteTaken, runsOf } from './wordRuns'

/**
 * Makes a new block the pending end of the one before it: a proposed break, and its words. If it begins with the words
 * that were taken from there, as a split leaves them, those stay where they stood.
 */
export function proposeNewBlock(last: Y.XmlElement, { element, item, by }: ProposedBlock, work: ProposalWork): void {
  const { doc, notes, made } = work
  const { text, proposed, role, level, list } = readMarkedBlock(element)
  const shape = {
    role,
    ...(level === undefined ? {} : { level }),
    ...(list === undefined ? {} : { list }),
  } as BlockShape
  const id = proposalId(item.id.client, item.id.clock, 'typed')
  made.set(id, { id, by })
  const runs = runsOf(element)
  const end = endTaken(last, by, work)
  const isSplit = end.text !== '' && proposed.length === 0 && text.startsWith(end.text)
  const at = isSplit ? end.from : readMarkedBlock(last).text.length
  if (isSplit) {
    formatIn(last, end.from, end.from + end.text.length, end.unmark)
    for (const one of end.ids) if (!holds(last, one)) made.delete(one)
  }
  noteTaken(element, 0, text.length, work)
  const parent = element.parent as Y.XmlFragment
  parent.delete(parent.toArray().indexOf(element), 1)
  const before = Y.getState(doc.store, doc.clientID)
  insertAt(last, at, BLOCK_BREAK, { ...insertionMark(id, readShape([role, level, list].join(' ').trim()) ?? shape) })
  notes.push(...movedSince(doc, before, [{ client: item.id.client, clock: item.id.clock, length: 1 }]))
  let skip = isSplit ? end.text.length : 0
  let offset = at + 1 + skip
  for (const run of runs) {
    const cut = Math.min(skip, run.text.length)
    skip -= cut
    const words = run.text.slice(cut)
    if (words === '') continue
    const as = run.isBreak
      ? insertionMark(id, 'line')
      : Object.keys(run.attributes).some((name) => markNameOf(name) === 'insertion')
        ? {}
        : insertionMark(id)
    notes.push(
      ...insertMoved(
        doc,
        last,
        offset,
        run.isBreak ? LINE_BREAK : words,
        { ...run.attributes, ...as },
        {
          client: run.client,
          clock: run.clock + cut,
        },
      ),
    )
    offset += words.length
  }
}

interface TakenEnd {
  readonly from: number
  readonly text: string
  readonly ids: readonly string[]
  /** Formats that take the proposed deletion off. */
  readonly unmark: Formats
}

/** The words at the end of a block that this person was about to take away. */
function endTaken(element: Y.XmlElement, by: string, { made, madeBy }: ProposalWork): TakenEnd {
  const { text, proposed } = readMarkedBlock(element)
  let from = text.length
  const ids = new Set<string>()
  for (const span of proposed.toReversed()) {
    if (span.mark !== 'deletion' || span.to !== from || madeBy(span.id) !== by || !made.has(span.id)) break
    from = span.from
    ids.add(span.id)
  }
  const unmark = Object.assign(
    {},
    ...[...ids].flatMap((id) => Object.keys(deletionMark(id)).map((name) => ({ [name]: null }))),
  ) as Formats
  return { from, text: text.slice(from), ids: [...ids], unmark }
}

const holds = (element: Y.XmlElement, id: string): boolean =>
  readMarkedBlock(element).proposed.some((span) => span.id === id)
