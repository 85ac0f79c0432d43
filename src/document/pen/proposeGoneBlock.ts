import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import { deleteInBlock } from '../editStory'
import { readMarkedBlock } from '../reading/readStory'
import { itemOf, itemsIn } from '../reading/yjsItems'
import { formatIn, movedSince } from './editing'
import { deletionMark, proposalId, type ProposedBlock, type ProposalWork } from './proposalWork'
import { rebuilt } from './rebuilt'
import { noteTaken } from './wordRuns'

/**
 * Makes a block again that somebody took away, and proposes to take it away. If its words stand at the end of the block
 * before, as a join leaves them, those go and its own words stay.
 */
export function proposeGoneBlock(
  { element, item, by }: ProposedBlock,
  last: Y.XmlElement | undefined,
  work: ProposalWork,
): Y.XmlElement {
  const { doc, notes, made } = work
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  const id = proposalId(item.id.client, item.id.clock, 'gone')
  made.set(id, { id, by })
  const { made: again, sources, text } = rebuilt(element, work.typing)
  let place = 0
  for (const one of itemsIn(copy)) {
    if (one === item) break
    if (!one.deleted && one.countable) place += one.length
  }
  const before = Y.getState(doc.store, doc.clientID)
  copy.insert(place, [again])
  again.setAttribute('joins', id)
  const own = itemOf(again)
  if (own) notes.push(['moved', own.id.client, own.id.clock, 1, item.id.client, item.id.clock])
  notes.push(...movedSince(doc, before, sources))
  const joined = last && typedEnd(last, by, text, work)
  if (last && joined) takeOut(last, joined.from, joined.to, work)
  else formatIn(again, 0, text.length, deletionMark(id))
  return again
}

function takeOut(element: Y.XmlElement, from: number, to: number, work: ProposalWork): void {
  noteTaken(element, from, to, work)
  deleteInBlock(element, from, to)
}

/** The place of words that this person typed at the end of a block, if they read so. */
function typedEnd(
  element: Y.XmlElement,
  by: string,
  text: string,
  { made, madeBy }: ProposalWork,
): { readonly from: number; readonly to: number } | undefined {
  const block = readMarkedBlock(element)
  const from = block.text.length - text.length
  if (text === '' || from < 0 || !block.text.endsWith(text)) return undefined
  const isTyped = block.proposed.some(
    (span) =>
      span.mark === 'insertion' &&
      span.from <= from &&
      span.to === block.text.length &&
      madeBy(span.id) === by &&
      made.has(span.id),
  )
  return isTyped ? { from, to: block.text.length } : undefined
}
