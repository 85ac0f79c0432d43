import { createStore } from 'zustand'
import type { Outcome } from '../../../ipc/contract'
import type { Verdict } from '../../../story/assessment/finding'
import { defined } from '../../../story/text/defined'

/** Something the person should know that is not visible elsewhere. Shown in a strip under the sheet, never in a modal. */
export interface Notice {
  readonly id: number
  /** `alert` is read out at once, `status` politely. Both leave with the next action, or when dismissed. */
  readonly tone: 'status' | 'alert'
  readonly text: string
  readonly verdict?: Verdict
  /** Stays when the next action begins: trouble that lasts, like a full disk. */
  readonly lasting?: boolean
}

export interface NoticesState {
  readonly list: readonly Notice[]
  /** The last thing said to screen readers only. */
  readonly announced: string
}

export class Notices {
  readonly store = createStore<NoticesState>(() => ({ list: [], announced: '' }))
  #next = 1

  readonly say = (text: string): void => this.#add({ tone: 'status', text })

  readonly trouble = (text: string, verdict?: Verdict): void =>
    this.#add({ tone: 'alert', text, ...defined({ verdict }) })

  readonly lastingTrouble = (text: string): void => this.#add({ tone: 'alert', text, lasting: true })

  /** The value of a good outcome; otherwise shows why it was not done and gives undefined. */
  readonly check = <T>(outcome: Outcome<T>): T | undefined => {
    if (outcome.ok) return outcome.value
    this.trouble(outcome.message, outcome.verdict)
    return undefined
  }

  readonly dismiss = (id: number): void =>
    this.store.setState(({ list }) => ({ list: list.filter((notice) => notice.id !== id) }))

  /** A new action has begun: what was said about the one before goes away. */
  readonly settle = (): void =>
    this.store.setState((now) =>
      now.list.every((notice) => notice.lasting) ? now : { list: now.list.filter((notice) => notice.lasting) },
    )

  readonly announce = (text: string): void => this.store.setState({ announced: text })

  #add(notice: Omit<Notice, 'id'>): void {
    const id = this.#next++
    this.store.setState(({ list }) => ({
      list: [...list.filter((other) => other.text !== notice.text && other.lasting).slice(-2), { ...notice, id }],
    }))
  }
}
