/** Proofs about document states by loading them, before anything older is given up. */
import * as Y from 'yjs'
import { waitingBytes } from '../../document/yjsItems'

/** Throws when the state does not load. */
export function loadsWhole(state: Uint8Array): void {
  const doc = new Y.Doc({ gc: false, guid: 'story' })
  Y.applyUpdate(doc, state)
  doc.destroy()
}

/** True when `updates` hold anything that `state` does not. */
export function leavesOut(state: Uint8Array, updates: readonly Uint8Array[]): boolean {
  const doc = new Y.Doc({ gc: false, guid: 'story' })
  Y.applyUpdate(doc, state)
  // Changes that rest on a damaged one wait in the document; the state must carry them too.
  const waitingInState = waitingBytes(doc)
  let grew = false
  doc.on('update', () => {
    grew = true
  })
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const grewWaiting = waitingBytes(doc) > waitingInState
  doc.destroy()
  return grew || grewWaiting
}
