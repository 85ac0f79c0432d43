import { createStore } from 'zustand'
import { windowText } from '../../../catalogue/window/window'
import type { Notices } from './notices'

/** Something that this window did, and what takes it back. */
export interface UndoStep {
  /** Says what was done. */
  readonly text: string
  /** Takes it back. Resolves to undefined when it was refused; the refusal is shown already. */
  readonly run: () => Promise<unknown>
  /**
   * Resolves to whether what was done still holds, and to undefined when that cannot be read, which is shown already.
   * Absent: that is not asked.
   */
  readonly holds?: (() => Promise<boolean | undefined>) | undefined
  /** When it was done: milliseconds of this window's clock, as `momentNow`. */
  readonly at: number
}

/** As many steps as somebody could remember. */
const MOST = 50

/** Milliseconds of this window's clock, for comparing what came last. */
export const momentNow = (): number => performance.now()

/**
 * What this window did outside the words and can take back: fields, types, comments, dismissals. The words have their
 * own undo (editor/sync/storyUndo.ts), and Ctrl+Z takes back what came last (useUndo.ts).
 */
export class UndoList {
  readonly store = createStore<{ readonly steps: readonly UndoStep[] }>(() => ({ steps: [] }))
  readonly #notices: Pick<Notices, 'offer' | 'dismiss' | 'announce' | 'showAlert'>
  /** The ids of the notices that offer the steps. */
  readonly #offers = new WeakMap<UndoStep, number>()
  /** Steps are taken back one after the other. An earlier step holds again only once the later one is taken back. */
  #undoing: Promise<void> = Promise.resolve()
  /** What this window did beside the words and undo does not take back. Without what undo has said to stay. */
  #acts: readonly { readonly action: string; readonly at: number }[] = []
  /** What takes a step back is no act of its own. */
  #isTaking = false

  constructor(notices: Pick<Notices, 'offer' | 'dismiss' | 'announce' | 'showAlert'>) {
    this.#notices = notices
  }

  /**
   * Says what was done and offers to take it back, at once by the notice and later by Ctrl+Z. It is not taken back if
   * it does not hold any more: that would undo what somebody else did.
   */
  readonly offer = (text: string, run: UndoStep['run'], holds?: UndoStep['holds']): void => {
    const since = this.newest ?? 0
    const done = this.#acts.at(-1)?.action
    // The step takes back what was done for it: the last action, which many findings need more than once.
    const stays = this.#acts.findLastIndex(({ action, at }) => action !== done || at <= since)
    this.#acts = this.#acts.slice(0, stays + 1)
    this.offerOwn(text, run, holds)
  }

  /** The same for what was done without an action of the library. */
  readonly offerOwn = (text: string, run: UndoStep['run'], holds?: UndoStep['holds']): void => {
    const step: UndoStep = { text, run, holds, at: momentNow() }
    this.store.setState(({ steps }) => ({ steps: [...steps, step].slice(-MOST) }))
    const notice = this.#notices.offer(text, { label: windowText('undo.undo'), run: () => this.#undo(step) })
    this.#offers.set(step, notice)
  }

  /** When the newest step was done. Undefined if there is none. */
  get newest(): number | undefined {
    return this.store.getState().steps.at(-1)?.at
  }

  /** Something was done beside the words. A step is offered for it after this, or none takes it back. */
  readonly noteAct = (action: string): void => {
    if (!this.#isTaking) this.#acts = [...this.#acts, { action, at: momentNow() }].slice(-MOST)
  }

  /** When the last of what undo does not take back was done. 0: none. */
  get actedAt(): number {
    return this.#acts.at(-1)?.at ?? 0
  }

  /** Forgets what was done after `before`. */
  readonly passActs = (before: number): void => {
    this.#acts = this.#acts.filter(({ at }) => at <= before)
  }

  /** Takes the newest step back. Does nothing if there is none. */
  readonly undoNewest = async (): Promise<void> => {
    const step = this.store.getState().steps.at(-1)
    if (step) this.#undo(step)
    await this.#undoing
  }

  /** Another story is open: what was done in the former one is not in sight any more. */
  readonly clear = (): void => {
    this.#acts = []
    this.store.setState({ steps: [] })
  }

  #undo(step: UndoStep): void {
    const { steps } = this.store.getState()
    if (!steps.includes(step)) return
    // Before it runs: a second key means the step before.
    this.store.setState({ steps: steps.filter((other) => other !== step) })
    // The key took it back: the notice must not go on saying that it holds.
    const notice = this.#offers.get(step)
    if (notice !== undefined) this.#notices.dismiss(notice)
    const take = (): Promise<void> => this.#take(step)
    this.#undoing = this.#undoing.then(take, take)
  }

  async #take(step: UndoStep): Promise<void> {
    this.#isTaking = true
    try {
      const holds = step.holds ? await step.holds() : true
      if (holds === undefined) return
      if (!holds) return this.#notices.showAlert(windowText('undo.changedSince', { text: step.text }))
      if ((await step.run()) === undefined) return
    } finally {
      this.#isTaking = false
    }
    this.#notices.announce(windowText('undo.undone', { text: step.text }))
  }
}
