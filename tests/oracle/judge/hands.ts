/** Who typed each character, and who took away what stood beside it. */
import type { Block, Page } from './model'
import { fold } from './text'

/** Fewer characters than a phrase. */
const FEW = 12

export const NOBODY: ReadonlySet<string> = new Set()

export interface WritersOfRange {
  /** Who typed what stands there, and who took away what stood between two characters that now touch. */
  readonly inside: ReadonlySet<string>
  /** Who took away what stood elsewhere next to it. */
  readonly beside: ReadonlySet<string>
}

export class Hands {
  readonly #typedBy = new Map<string, string>()
  /** Who took away what stood before or behind a character. */
  readonly #cutBefore = new Map<string, Set<string>>()
  readonly #cutBehind = new Map<string, Set<string>>()
  /**
   * Moved characters of which it is not said whose they are: a few only, which read like typed ones, or from a line
   * that its mover saw otherwise than it was by then.
   */
  readonly #blurred = new Set<string>()

  /** Notes one person's change. `moved`: new name of a moved character to its old one. */
  note(by: string, before: Page, page: Page, moved: ReadonlyMap<string, string>): void {
    for (const { id } of page.blocks.flatMap(({ characters }) => characters)) {
      if (this.#typedBy.has(id)) continue
      const from = moved.get(id)
      this.#typedBy.set(id, (from === undefined ? undefined : this.#typedBy.get(from)) ?? by)
      for (const cuts of [this.#cutBefore, this.#cutBehind]) {
        const known = from === undefined ? undefined : cuts.get(from)
        if (known) cuts.set(id, new Set(known))
      }
    }
    this.#noteCuts(by, before, page, new Set(moved.values()))
    if (moved.size > 0) this.#noteBlurred(before, page, moved)
  }

  #noteBlurred(before: Page, page: Page, moved: ReadonlyMap<string, string>): void {
    const left = new Set(page.blocks.flatMap(({ characters }) => characters.map(({ id }) => id)))
    const old = new Set(moved.values())
    const unclear = new Set<string>()
    for (const { characters } of before.blocks) {
      const gone = characters.filter(({ id }) => !left.has(id))
      const taken = gone.filter(({ id }) => old.has(id))
      if (taken.length < FEW || taken.length < gone.length) for (const { id } of taken) unclear.add(id)
    }
    for (const [id, from] of moved) if (unclear.has(from) || this.#blurred.has(from)) this.#blurred.add(id)
  }

  isBlurred({ characters }: Block): boolean {
    return characters.some(({ id }) => this.#blurred.has(id))
  }

  /** Notes beside each remaining character who took its neighbours away, unless the line reads as before. */
  #noteCuts(by: string, before: Page, page: Page, moved: ReadonlySet<string>): void {
    const left = new Set(page.blocks.flatMap(({ characters }) => characters.map(({ id }) => id)))
    const texts = new Set(page.blocks.map(({ text }) => fold(text)))
    for (const { characters, text } of before.blocks) {
      if (texts.has(fold(text))) continue
      for (const [at, { id }] of characters.entries()) {
        if (left.has(id) || moved.has(id)) continue
        const previous = characters.slice(0, at).findLast((other) => left.has(other.id))
        const next = characters.slice(at + 1).find((other) => left.has(other.id))
        if (previous) add(this.#cutBehind, previous.id, by)
        if (next) add(this.#cutBefore, next.id, by)
      }
    }
  }

  writersIn(block: Block, from: number, to: number): WritersOfRange {
    const inside = new Set(this.typists(block, from, to))
    const beside = new Set<string>()
    for (let at = from; at <= to; at++) {
      const { left, right } = this.#cutsAt(block, at)
      for (const name of [...left, ...right])
        (at > from && at < to && left.has(name) && right.has(name) ? inside : beside).add(name)
    }
    return { inside, beside }
  }

  typists(block: Block, from: number, to: number): ReadonlySet<string> {
    const names = block.characters.slice(from, to).map(({ id }) => this.#typedBy.get(id))
    return new Set(names.filter((name) => name !== undefined))
  }

  /** Whether anything that a person typed or took away outside a range of a block is still so. */
  leftTraceAround(person: string, block: Block, from: number, to: number): boolean {
    const end = block.characters.length
    if (this.typists(block, 0, from).has(person) || this.typists(block, to, end).has(person)) return true
    for (let at = 0; at <= end; at++) {
      const { left, right } = this.#cutsAt(block, at)
      if ((at <= from || at >= to) && left.has(person) && right.has(person)) return true
    }
    return false
  }

  everybody(): WritersOfRange {
    return { inside: NOBODY, beside: new Set(this.#typedBy.values()) }
  }

  #cutsAt({ characters }: Block, at: number): { left: ReadonlySet<string>; right: ReadonlySet<string> } {
    return {
      left: this.#cutBehind.get(characters[at - 1]?.id ?? '') ?? NOBODY,
      right: this.#cutBefore.get(characters[at]?.id ?? '') ?? NOBODY,
    }
  }
}

function add(map: Map<string, Set<string>>, key: string, name: string): void {
  const names = map.get(key)
  if (names) names.add(name)
  else map.set(key, new Set([name]))
}
