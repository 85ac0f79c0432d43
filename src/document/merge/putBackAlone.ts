/**
 * A bundle that only says again what stays otherwise here. Machines that trust others count other things, so a field or
 * a comment may read differently on each. Each puts back what came; if that alone were news, they would never be done.
 */
import * as Y from 'yjs'
import { COMMENTS_MAP, FACTS_MAP, FIELDS_MAP, SUGGESTIONS_MAP, WRITERS_MAP } from '../../story/copy/documentSchema'
import { canonicalJson } from '../../story/text/canonicalJson'
import { rootOf } from '../reading/yjsItems'

const PUT_BACK = [FIELDS_MAP, COMMENTS_MAP, FACTS_MAP, SUGGESTIONS_MAP]
/** A name is of use only with something that its client made. */
const TELLS_NOTHING: ReadonlySet<string> = new Set([...PUT_BACK, WRITERS_MAP])

/**
 * Whether an update changed nothing but records beside the copy, and they read as before once all was put back.
 * `before`: the document without the update; `transaction`: its application to another copy.
 */
export function isPutBackAlone(before: Y.Doc, transaction: Y.Transaction): boolean {
  const { doc } = transaction
  const read = (one: Y.Doc): string => canonicalJson(PUT_BACK.map((name) => one.getMap(name).toJSON()))
  return [...rootsOf(transaction)].every((root) => TELLS_NOTHING.has(root)) && read(before) === read(doc)
}

/** The parts of the document in which a transaction brought or deleted something. */
function rootsOf(transaction: Y.Transaction): ReadonlySet<string> {
  const { doc, deleteSet, beforeState, afterState } = transaction
  const roots = new Set<string>()
  // Deleted words that were never here have no place. They read as nothing.
  const add = (struct: Y.AbstractStruct): void => void (struct instanceof Y.Item && roots.add(rootOf(struct)))
  for (const [client, to] of afterState) {
    const from = beforeState.get(client) ?? 0
    const structs = doc.store.clients.get(client) ?? []
    if (from < to) for (const struct of structs.slice(Y.findIndexSS(structs, from))) add(struct)
  }
  Y.iterateDeletedStructs(transaction, deleteSet, add)
  return roots
}
