import * as Y from 'yjs'
import { newDoc } from '../../../document/createStoryDoc'
import { isIncomplete } from '../../../document/reading/yjsItems'
import { messageOf } from '../../../story/text/messageOf'

export type Decoded =
  | {
      readonly ok: true
      /** Everything in one update (v1). */
      readonly state: Uint8Array
      /** Some of it waits for changes that are missing. */
      readonly waits: boolean
    }
  | { readonly ok: false; readonly why: string }

/**
 * Decodes updates in this thread. Only for bytes that are known to be good, and for the worker of decodeInWorker.
 * Never throws.
 */
export function decodeUpdates(updates: readonly Uint8Array[]): Decoded {
  const doc = newDoc()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return { ok: true, state: Y.encodeStateAsUpdate(doc), waits: isIncomplete(doc) }
  } catch (error) {
    return { ok: false, why: messageOf(error) }
  } finally {
    doc.destroy()
  }
}
