import type { DeskNews, DeskFacts, DeskPart, WholeDesk } from '../../../ipc/deskFacts'
import type { Newsroom } from '../../../newsroom/state/newsroom'
import { deskFacts } from './deskFacts'

/**
 * Numbers the changes of what every window has of the library, so that a window gets only the parts that it lacks. Main
 * remembers no window: each says which change it has.
 */
export class DeskFeed {
  #facts: DeskFacts
  /** The number of the last change. */
  #at = 0
  /** The number of the last change that all windows were told. */
  #told = 0
  /** The last change of each part. A part that never changed is not there. */
  readonly #changed = new Map<DeskPart, number>()

  constructor(private readonly newsroom: Pick<Newsroom, 'ring' | 'library'>) {
    this.#facts = deskFacts(newsroom)
  }

  /** For a window that begins. */
  whole(): WholeDesk {
    this.#look()
    return { desk: this.#facts, deskAt: this.#at }
  }

  /** What changed after this number. */
  since(at: number): DeskNews {
    this.#look()
    return this.#after(at)
  }

  /** What changed since the last call, for all windows. Undefined: nothing. */
  news(): DeskNews | undefined {
    this.#look()
    if (this.#at === this.#told) return undefined
    const change = this.#after(this.#told)
    this.#told = this.#at
    return change
  }

  #look(): void {
    const now = deskFacts(this.newsroom)
    const parts = new Set([...Object.keys(this.#facts), ...Object.keys(now)] as DeskPart[])
    const changed = [...parts].filter((part) => !isSame(this.#facts[part], now[part]))
    if (changed.length === 0) return
    this.#at += 1
    this.#facts = now
    for (const part of changed) this.#changed.set(part, this.#at)
  }

  #after(since: number): DeskNews {
    const changed = new Set([...this.#changed].flatMap(([part, at]) => (at > since ? [part] : [])))
    const there = Object.entries(this.#facts).filter(([part]) => changed.delete(part as DeskPart))
    return { since, at: this.#at, parts: Object.fromEntries(there), gone: [...changed] }
  }
}

/** Nothing of the library changes in place: the same objects are the same content. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one: unknown, at) => one === b[at]))
