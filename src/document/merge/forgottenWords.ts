/**
 * Words that a merge loses before anybody reads them. A bundle forgets deleted words. Where a whole block was deleted,
 * a machine that never had them gets only a gap in their place, and Yjs makes a gap of all that somebody else typed
 * beside it meanwhile. Only the update still has those words.
 */
import * as Y from 'yjs'
import { unmeant, type LostWords } from '../rescueWords'

/** Words of an update that are a gap in `doc`, to which it was applied. `was`: the clocks before. */
export function forgottenWords(doc: Y.Doc, update: Uint8Array, was: ReadonlyMap<number, number>): readonly LostWords[] {
  const { structs, ds } = Y.decodeUpdate(update)
  return structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return []
    const { content, id, length } = struct
    const from = Math.max(was.get(id.client) ?? 0, id.clock)
    if (from >= id.clock + length || !isGap(doc, id.client, from)) return []
    return unmeant([id.client, from, id.clock + length - from], ds).map((run) => ({
      block: `${run[0]}.${run[1]}`,
      runs: [run],
      before: '',
      after: '',
      words: content.str.slice(run[1] - id.clock, run[1] - id.clock + run[2]),
    }))
  })
}

function isGap(doc: Y.Doc, client: number, clock: number): boolean {
  const structs = doc.store.clients.get(client)
  return structs !== undefined && structs[Y.findIndexSS(structs, clock)] instanceof Y.GC
}
