import * as Y from 'yjs'
import type { TypedCounts } from '../story/ledger/pen'

/** How many items of each Yjs client a document has. */
export const typedCounts = (doc: Y.Doc): TypedCounts => Y.decodeStateVector(Y.encodeStateVector(doc))
