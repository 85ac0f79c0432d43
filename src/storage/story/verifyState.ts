/** Proofs about document states by loading them, before anything older is given up. */
import * as Y from 'yjs'

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
  const waiting = (): number => doc.store.pendingStructs?.update.length ?? 0
  // Changes that rest on a damaged one wait in the document; the state must carry them too.
  const waitingInState = waiting()
  let grew = false
  doc.on('update', () => {
    grew = true
  })
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const grewWaiting = waiting() > waitingInState
  doc.destroy()
  return grew || grewWaiting
}
