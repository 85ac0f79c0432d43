/** Hands main's events to the page. */
import type { EventName } from '../ipc/contract'

type Hear = (event: never) => void

/**
 * Main reads the story of a new window while the page still loads. Its events until the page listens are kept: without
 * one of them Yjs shows none of the later changes. `writableAgain` is kept because it is sent only once.
 */
const WAIT: readonly EventName[] = ['storyUpdated', 'ledgerGrew', 'lossesChanged', 'deskChanged', 'writableAgain']

export class EventHub {
  readonly #listening = new Map<EventName, Set<Hear>>()
  /** Event → what came before the page listened to it, in order. */
  readonly #early = new Map<EventName, never[]>(WAIT.map((name) => [name, []]))

  /** An event has come from main. */
  take(name: EventName, event: never): void {
    this.#early.get(name)?.push(event)
    for (const hear of this.#listening.get(name) ?? []) hear(event)
  }

  /** Calls `listener` with each event of that name. The first listener gets those that came before, in a microtask. */
  on(name: EventName, listener: Hear): () => void {
    // A new function each time: the same listener may be added twice.
    const hear: Hear = (event) => listener(event)
    this.#listening.set(name, new Set([...(this.#listening.get(name) ?? []), hear]))
    const early = this.#early.get(name) ?? []
    this.#early.delete(name)
    queueMicrotask(() => early.forEach(hear))
    return () => void this.#listening.get(name)?.delete(hear)
  }
}
