import { createStore } from 'zustand'
import type { Outcome } from '../../../ipc/contract'
import type { Verdict } from '../../../story/assessment/finding'
import { defined } from '../../../story/text/defined'

/**
 * Something that the person should know and that is not visible elsewhere. Shown in a strip under the sheet, never in a
 * modal.
 */
export interface Notice {
  readonly id: number
  /** `alert` is read out at once, `status` politely. Both leave with the next action or when dismissed. */
  readonly tone: 'status' | 'alert'
  readonly text: string
  readonly verdict?: Verdict
  /** What the person may do about it. The notice leaves with it. */
  readonly act?: NoticeAct
  /** Stays when the next action begins: a lasting problem such as a full disk. */
  readonly lasting?: boolean
  /** Shown again after another action: screen readers have read it out before. */
  readonly isKnown?: boolean
}

export interface NoticeAct {
  readonly label: string
  readonly run: () => void
}

export interface NoticesState {
  readonly list: readonly Notice[]
  /** The last text for screen readers only. */
  readonly announced: string
  /** How often something was announced. The same text again is another announcement. */
  readonly times: number
}

export class Notices {
  readonly store = createStore<NoticesState>(() => ({ list: [], announced: '', times: 0 }))
  #next = 1

  readonly say = (text: string): void => this.#add({ tone: 'status', text })

  /** The same. Returns what removes the notice when it holds no more. */
  readonly sayWhile = (text: string): (() => void) => {
    this.say(text)
    const id = this.#next - 1
    return () => this.dismiss(id)
  }

  readonly showAlert = (text: string, verdict?: Verdict): void =>
    this.#add({ tone: 'alert', text, ...defined({ verdict }) })

  /** Asks for a decision. Doing nothing is a “no”. */
  readonly ask = (text: string, act: NoticeAct): void => this.#add({ tone: 'alert', text, act })

  /** The same for a question that waits until it is answered or dismissed. */
  readonly askLasting = (text: string, act: NoticeAct): void => this.#add({ tone: 'alert', text, act, lasting: true })

  /**
   * Tells what was done, with a way back. Returns the id of the notice. `isKnown`: screen readers have read it out
   * before.
   */
  readonly offer = (text: string, act: NoticeAct, isKnown = false): number => {
    this.#add({ tone: 'status', text, act, ...(isKnown ? { isKnown } : {}) })
    return this.#next - 1
  }

  readonly showLastingAlert = (text: string): void => this.#add({ tone: 'alert', text, lasting: true })

  /** Returns the value of a good outcome. Otherwise shows the reason and returns undefined. */
  readonly check = <T>(outcome: Outcome<T>): T | undefined => {
    if (outcome.ok) return outcome.value
    this.showAlert(outcome.message, outcome.verdict)
    return undefined
  }

  readonly dismiss = (id: number): void =>
    this.store.setState(({ list }) => ({ list: list.filter((notice) => notice.id !== id) }))

  /** Removes the notices of the previous action. */
  readonly settle = (): void =>
    this.store.setState((now) =>
      now.list.every((notice) => notice.lasting) ? now : { list: now.list.filter((notice) => notice.lasting) },
    )

  /** The person goes on to something else: removes what was only said. Alerts and offers stay. */
  readonly moveOn = (): void =>
    this.store.setState((now) => {
      const list = now.list.filter(({ tone, act, lasting }) => tone === 'alert' || act !== undefined || lasting)
      return list.length === now.list.length ? now : { list }
    })

  readonly announce = (text: string): void =>
    this.store.setState(({ times }) => ({ announced: text, times: times + 1 }))

  #add(notice: Omit<Notice, 'id'>): void {
    const id = this.#next++
    this.store.setState(({ list }) => ({
      list: [...list.filter((other) => other.text !== notice.text && other.lasting), { ...notice, id }],
    }))
  }
}
