import * as Y from 'yjs'
import type { TypedCounts } from '../story/ledger/writers/pen'

/** How many items of each Yjs client a document has. */
export const typedCounts = (doc: Y.Doc): TypedCounts => Y.decodeStateVector(Y.encodeStateVector(doc))
