/**
 * Holds what others change while an input method composes in the sheet. A change of the same text would take the text
 * from under the composition, and the browser would write the syllable twice. What is held is on the owner's disk
 * already, so nothing is lost if the window closes.
 */
import { LONGEST_COMPOSITION_MS } from '../../../../editor/view/compositionEnd'

interface HoldingNeeds {
  readonly isComposing: () => boolean
  readonly apply: (update: Uint8Array) => void
  /** Calls `step` later. Returns how to cancel it. */
  readonly after: (ms: number, step: () => void) => () => void
}

export class HeldUpdates {
  readonly #needs: HoldingNeeds
  readonly #held: Uint8Array[] = []
  #cancel: (() => void) | undefined

  constructor(needs: HoldingNeeds) {
    this.#needs = needs
  }

  /** Applies an update from elsewhere, or keeps it until the composition ends. */
  take(update: Uint8Array): void {
    if (this.#held.length === 0 && !this.#needs.isComposing()) return this.#needs.apply(update)
    this.#held.push(update)
    this.#cancel ??= this.#needs.after(LONGEST_COMPOSITION_MS, () => this.release())
  }

  /** The composition may be over. */
  readonly settle = (): void => {
    if (!this.#needs.isComposing()) this.release()
  }

  /** Applies all that is held, in order. */
  release(): void {
    this.#cancel?.()
    this.#cancel = undefined
    for (const update of this.#held.splice(0)) this.#needs.apply(update)
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}
