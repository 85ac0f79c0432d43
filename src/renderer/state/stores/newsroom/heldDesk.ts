import type { DeskNews, DeskFacts, WholeDesk } from '../../../../ipc/deskFacts'

/** What this window has of the library: whole from its start, then change by change. */
export class HeldDesk {
  #facts: DeskFacts
  #at: number

  constructor({ desk, deskAt }: WholeDesk) {
    this.#facts = desk
    this.#at = deskAt
  }

  get facts(): DeskFacts {
    return this.#facts
  }
  /** The number of the last change that is in it. */
  get at(): number {
    return this.#at
  }

  /** Takes a whole one, unless a later change was here first. */
  replace({ desk, deskAt }: WholeDesk): void {
    if (deskAt <= this.#at) return
    this.#facts = desk
    this.#at = deskAt
  }

  /**
   * Takes a change. Parts that it does not name stay the same objects. Returns false, and takes nothing, if an earlier
   * change was missed.
   */
  take({ since, at, parts, gone }: DeskNews): boolean {
    if (since > this.#at) return false
    // It is known already.
    if (at <= this.#at) return true
    const facts: Partial<DeskFacts> = { ...this.#facts, ...parts }
    for (const part of gone) delete facts[part]
    this.#facts = facts as DeskFacts
    this.#at = at
    return true
  }
}
