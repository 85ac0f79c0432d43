/**
 * Turns what somebody typed without the pen into suggestions: the standing copy reads as before, and accepting them
 * gives what was typed. Typed characters keep their Yjs ids, so their typist stays their writer; words that come back
 * keep theirs. The ids of the suggestions come from the typing, so that two machines make the same of the same.
 */
import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import { setSuggestionRecord } from '../createStoryDoc'
import { readSuggestionRecords } from '../reading/readStory'
import { itemsIn } from '../reading/yjsItems'
import { noteHands } from '../writers/characters/hands'
import { blockPieces } from './blockPieces'
import { proposeGoneBlock } from './proposeGoneBlock'
import { proposeInBlock } from './proposeInBlock'
import { proposeNewBlock } from './proposeNewBlock'
import { shapeChanges } from './proposeShape'
import type { ProposedBlock, MadeSuggestion, ProposalWork } from './proposalWork'
import type { Typing } from './typing'

/**
 * Call it with the client id of the library. `touched`: the blocks that the change touched; absent: all. `now`: ISO
 * 8601 instant. `library`: the name under which the library writes. Returns the suggestions that it made or added to.
 * Tables and pictures that are new or gone stay so.
 */
export function proposeTyping(
  doc: Y.Doc,
  typing: Typing,
  { now, library }: { readonly now: string; readonly library: string },
  touched?: ReadonlySet<Y.XmlElement>,
): readonly MadeSuggestion[] {
  const made = new Map<string, MadeSuggestion>()
  doc.transact(() => {
    const records = readSuggestionRecords(doc)
    const work: ProposalWork = {
      doc,
      typing,
      made,
      notes: [],
      library,
      madeBy: (id) => made.get(id)?.by ?? records.get(id)?.by,
    }
    if (touched) for (const element of touched) proposeInBlock(element, work)
    else proposeInCopy(work)
    for (const { id, by } of made.values()) if (!records.has(id)) setSuggestionRecord(doc, { id, by, at: now })
    if (work.notes.length > 0) noteHands(doc, work.notes)
  })
  return [...made.values()]
}

/** Whether a change of these blocks, by one person without the pen, changed what stands in them. */
export const standsOtherwise = (touched: ReadonlySet<Y.XmlElement>, typing: Typing): boolean =>
  [...touched].some(
    (element) =>
      shapeChanges(element, typing).length > 0 ||
      blockPieces(element, typing).some((piece) => piece.kind !== 'stays' || piece.set),
  )

/** A block of the copy, and what became of it. */
type Unit = { readonly is: 'there'; readonly element: Y.XmlElement } | (ProposedBlock & { readonly is: 'new' | 'gone' })

function proposeInCopy(work: ProposalWork): void {
  const copy = work.doc.getXmlFragment(COPY_FRAGMENT)
  const units = [...itemsIn(copy)].flatMap((item) => unitOf(item, work.typing) ?? [])
  /** The block before, which takes in what new blocks hold. */
  let last: Y.XmlElement | undefined
  for (const unit of units) {
    if (unit.is === 'there') {
      for (const element of textsIn(unit.element)) proposeInBlock(element, work)
      last = unit.element.nodeName === 'block' ? unit.element : undefined
    } else if (unit.is === 'new') {
      // What has no block before it stays: it begins the copy, or follows a table or a picture.
      if (last) proposeNewBlock(last, unit, work)
    } else last = proposeGoneBlock(unit, last, work)
  }
}

function unitOf(item: Y.Item, typing: Typing): Unit | undefined {
  const { content, deleted } = item
  if (!(content instanceof Y.ContentType) || !(content.type instanceof Y.XmlElement)) return undefined
  const { client, clock } = item.id
  const element = content.type
  const isNew = typing.isNew(client, clock)
  if (!deleted) {
    const by = isNew && element.nodeName === 'block' ? typing.typedWithout(client, clock) : undefined
    return by === undefined ? { is: 'there', element } : { is: 'new', element, item, by }
  }
  if (isNew || !typing.wasDeleted(client, clock) || element.nodeName !== 'block') return undefined
  const pieces = blockPieces(element, typing)
  const by =
    pieces.find((piece) => piece.kind === 'gone')?.by ??
    (hasText(element) ? undefined : typing.tookWithout(client, clock))
  return by === undefined ? undefined : { is: 'gone', element, item, by }
}

const hasText = (element: Y.XmlElement): boolean =>
  [...itemsIn(element)].some(
    ({ content }) => content instanceof Y.ContentType && [...itemsIn(content.type)].some((item) => item.countable),
  )

/** Blocks, cutlines and cells. */
function textsIn(element: Y.XmlElement): readonly Y.XmlElement[] {
  if (element.nodeName !== 'table' && element.nodeName !== 'row') return [element]
  return element.toArray().flatMap((child) => (child instanceof Y.XmlElement ? textsIn(child) : []))
}
