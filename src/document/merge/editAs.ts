/** Edits of a copy of a document that a merge makes in the name of a person. */
import * as Y from 'yjs'
import { loadDoc, registerWriter } from '../createStoryDoc'
import { readCopy } from '../reading/readStory'
import { restoreCopy } from '../restoreCopy'
import { noteTakenOut, wordsDeleted } from '../rescueWords'
import { noteHands, type Hand } from '../writers/characters/hands'
import { HandsWatch, LEAST_MOVED } from '../writers/watch/watchHands'

export interface EditAs {
  /** A Yjs client id that nobody has used. */
  readonly client: number
  /** Whose words they are. */
  readonly by: string
  /** ISO 8601 instant. */
  readonly now: string
  /** Yjs client ids whose words need no place in the tray. Absent: none. */
  readonly known?: ReadonlySet<number>
}

/** Makes one edit of a person. What it takes out of the copy goes to the tray. Returns the names of its entries. */
export function editAs(
  doc: Y.Doc,
  { client, by, now, known }: EditAs,
  change: (doc: Y.Doc) => void,
): readonly string[] {
  const watch = new HandsWatch()
  const notes: Hand[] = []
  let deleted: ReturnType<typeof wordsDeleted> = []
  doc.clientID = client
  doc.once('afterTransaction', (transaction: Y.Transaction) => {
    notes.push(...watch.read(transaction, by))
    deleted = wordsDeleted(transaction, known)
  })
  doc.transact(() => {
    registerWriter(doc, client, by)
    change(doc)
  })
  const copy = readCopy(doc)
  // Longer words that stand elsewhere in the copy were moved there.
  const isMoved = ({ text }: { readonly text: string }): boolean =>
    text.trim() === '' || (text.length >= LEAST_MOVED && copy.some((block) => block.text.includes(text)))
  const lost = deleted.filter((one) => !isMoved(one))
  return doc.transact(() => {
    if (notes.length > 0) noteHands(doc, notes)
    return noteTakenOut(doc, lost, now)
  })
}

/**
 * The copy as it would be if a merge were taken in only now. Yjs joins what the merge changed of the words before it
 * and what `doc`, after the undo, changed of them. `before`: the document before the merge. `update`: what it brought.
 */
export function takenInAgain(doc: Y.Doc, before: Uint8Array, update: Uint8Array): Y.Doc {
  // Its edits go with it, so any client will do, but the same one each time.
  const here = loadDoc([before], doc.clientID)
  restoreCopy(here, doc)
  return loadDoc([before, update, Y.encodeStateAsUpdate(here)])
}
