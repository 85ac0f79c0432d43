import * as Y from 'yjs'
import { checkWindowUpdate } from '../../../document/checkWindowUpdate'
import { loadDoc } from '../../../document/createStoryDoc'

/** What the updates of a window are checked with. */
export type WindowRules = Parameters<typeof checkWindowUpdate>[2]

/**
 * A copy of the document on which the updates of windows are tried first. It exists from the first update until a
 * refusal.
 */
export class UpdateCandidate {
  #doc: Y.Doc | undefined

  /** `state`: the whole document as one update. */
  constructor(private readonly state: () => Uint8Array) {}

  /** The reason of a refusal, or undefined when the update may be applied. */
  try(update: Uint8Array, rules: WindowRules): string | undefined {
    try {
      this.#doc ??= loadDoc([this.state()])
      const refusal = checkWindowUpdate(this.#doc, update, rules)
      if (refusal !== undefined) this.#doc = undefined
      return refusal
    } catch (error) {
      this.#doc = undefined
      throw error
    }
  }

  /** Applies a change that did not come from a window. */
  follow(update: Uint8Array): void {
    if (this.#doc) Y.applyUpdate(this.#doc, update)
  }
}
