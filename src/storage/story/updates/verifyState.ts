/** Checks a state by loading it, before anything older is dropped. */
import * as Y from 'yjs'
import { newDoc } from '../../../document/createStoryDoc'
import { waitingBytes } from '../../../document/reading/yjsItems'

/** Throws when the state does not load. */
export function assertLoads(state: Uint8Array): void {
  const doc = newDoc()
  Y.applyUpdate(doc, state)
  doc.destroy()
}

/** True when `updates` hold anything that `state` does not. */
export function leavesOut(state: Uint8Array, updates: readonly Uint8Array[]): boolean {
  const doc = newDoc()
  Y.applyUpdate(doc, state)
  // Changes that build on a damaged one wait in the document. The state must hold them too.
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
