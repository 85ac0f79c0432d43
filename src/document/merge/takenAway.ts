/** Who took words and shapes away that stood here, in what comes from another machine. */
import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import { handsOf, piecesOf, writersOfCharacters, type Hand } from '../writers/characters/hands'
import { takenByProposal } from '../writers/watch/proposedStanding'
import { takenShapes } from '../writers/watch/takenShapes'

/**
 * Notes on what the update took away and does not say by whom: the person who handed it over did. `sure`: people whose
 * own notes count, and who may take away what they alone wrote without a note.
 */
export function takenAway(transaction: Y.Transaction, by: string, sure: ReadonlySet<string>): readonly Hand[] {
  const { doc, deleteSet, beforeState } = transaction
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  const words: Hand[] = []
  Y.iterateDeletedStructs(transaction, deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
    const { client, clock } = struct.id
    if (clock < (beforeState.get(client) ?? 0) && isIn(copy, struct))
      words.push(['took', by, client, clock, struct.length])
  })
  const all = [...words, ...takenByProposal(transaction, by), ...takenShapes(transaction, by)]
  return all.flatMap((note) => (note[0] === 'took' ? withoutKnown(doc, note, sure) : []))
}

function isIn(copy: unknown, { parent }: Y.Item): boolean {
  let top = parent
  while (top instanceof Y.AbstractType && top.parent !== null) top = top.parent
  return top === copy
}

/** The parts of a note that say something new. */
function withoutKnown(
  doc: Y.Doc,
  [, by, client, clock, length]: Extract<Hand, readonly ['took', ...unknown[]]>,
  sure: ReadonlySet<string>,
): readonly Hand[] {
  return [...piecesOf(handsOf(doc).took, client, clock, length)].flatMap(({ run, ...piece }): readonly Hand[] => {
    if (run?.by.some((name) => sure.has(name))) return []
    const writers = [...writersOfCharacters(doc, client, piece.clock, piece.length)]
    const isOwn = writers.length === 1 && writers.every((name) => sure.has(name))
    return isOwn ? [] : [['took', by, client, piece.clock, piece.length]]
  })
}
