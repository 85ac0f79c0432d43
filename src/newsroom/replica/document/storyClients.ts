import * as Y from 'yjs'
import { WRITERS_MAP } from '../../../story/copy/documentSchema'
import type { Ids } from '../../environment/ids'

/** The Yjs client ids of one story: one for each window, and one for the actions of each person. */
export class StoryClients {
  readonly #ofActions = new Map<string, number>()
  /** Also those that nobody has typed with yet. */
  readonly #handedOut = new Set<number>()

  constructor(
    private readonly doc: Y.Doc,
    private readonly ids: Ids,
  ) {}

  /** An id that the document does not know. */
  next(): number {
    const writers = this.doc.getMap(WRITERS_MAP)
    const typing = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    const client = this.ids.client(
      (taken) => this.#handedOut.has(taken) || writers.has(String(taken)) || typing.has(taken),
    )
    this.#handedOut.add(client)
    return client
  }

  /** The id that the actions of `by` write with. `isNew`: the document has to be told whose it is. */
  ofActions(by: string): { readonly client: number; readonly isNew: boolean } {
    const known = this.#ofActions.get(by)
    const client = known ?? this.next()
    this.#ofActions.set(by, client)
    return { client, isNew: known === undefined }
  }
}
