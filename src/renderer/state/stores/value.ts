import { useSyncExternalStore } from 'react'

/** The reading side of a `Value`. */
export interface Watched<T> {
  readonly get: () => T
  readonly watch: (watcher: () => void) => () => void
}

/** One value that changes over time and can be watched. React reads it with `useValue`. */
export class Value<T> {
  #now: T
  readonly #watchers = new Set<() => void>()

  constructor(first: T) {
    this.#now = first
  }

  readonly get = (): T => this.#now

  readonly set = (next: T): void => {
    if (Object.is(next, this.#now)) return
    this.#now = next
    for (const watcher of [...this.#watchers]) watcher()
  }

  readonly change = (step: (now: T) => T): void => this.set(step(this.#now))

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }
}

export const useValue = <T>(value: Watched<T>): T => useSyncExternalStore(value.watch, value.get)
