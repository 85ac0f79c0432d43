/** Who typed each character, and who took away what stood beside it. */
import type { Block, Character, Page } from './model'
import { fold, isHidden } from './text'

/** Fewer characters than a phrase. */
const FEW = 12

export const NOBODY: ReadonlySet<string> = new Set()

export interface WritersOfRange {
  /** Who typed what stands there, and who took away what stood between two characters that now touch. */
  readonly inside: ReadonlySet<string>
  /** Who took away what stood elsewhere next to it. */
  readonly beside: ReadonlySet<string>
}

/** Characters side by side, and what stands on both sides of them. */
interface Run {
  readonly characters: readonly Character[]
  readonly left: string
  readonly right: string
}

interface Taken extends Run {
  readonly by: string
}

export class Hands {
  /** What somebody took away and did not put back. */
  #taken: readonly Taken[] = []
  /** Texts that went from where they stood, moved ones too. */
  readonly #went = new Set<string>()
  /** Who moved words away from a character's graf, or into it. */
  readonly #arrangedBy = new Map<string, Set<string>>()
  /** Who moved words into or out of a list, a table, or what stands above a list. */
  readonly #movedHeads = new Set<string>()
  readonly #typedBy = new Map<string, string>()
  /** Who took away what stood before or behind a character. */
  readonly #cutBefore = new Map<string, Set<string>>()
  readonly #cutBehind = new Map<string, Set<string>>()
  /**
   * Moved characters of which it is not said whose they are: a few only, which read like typed ones, or such that
   * somebody else took away meanwhile.
   */
  readonly #blurred = new Set<string>()
  /** Characters of grafs in which two people typed who had not heard of one another. */
  readonly #crossed = new Set<string>()
  /** Who had typed the same there before, and it was taken away: whether they wrote it is not said. */
  readonly #typedFirst = new Map<string, ReadonlySet<string>>()

  /** Characters that a person took away and typed again, with what stood beside the first and the last then. */
  readonly #putBack = new Map<string, { by: string; left: string | undefined; right: string | undefined }>()

  /** Notes one person's change. `moved`: new name of a moved character to its old one. */
  note(by: string, before: Page, page: Page, all: ReadonlyMap<string, string>, isBehind = false): void {
    // What a window moved and took away before it sent that was only taken away.
    const stands = new Set(page.blocks.flatMap(({ characters }) => characters.map(({ id }) => id)))
    const moved = new Map([...all].filter(([id]) => stands.has(id)))
    this.#noteCrossed(before, page, moved, isBehind)
    this.#noteArranged(by, before, page, moved)
    this.#noteCuts(by, before, page, new Set(moved.values()))
    this.#noteCopied(before, page, moved)
    this.#notePutBack(by, page, moved)
    for (const { id } of page.blocks.flatMap(({ characters }) => characters)) {
      if (this.#typedBy.has(id)) continue
      const from = moved.get(id)
      this.#typedBy.set(id, (from === undefined ? undefined : this.#typedBy.get(from)) ?? by)
      const first = this.#typedFirst.get(from ?? '')
      if (first) this.#typedFirst.set(id, first)
      for (const cuts of [this.#cutBefore, this.#cutBehind]) {
        const known = from === undefined ? undefined : cuts.get(from)
        if (known) cuts.set(id, new Set(known))
      }
    }
    if (moved.size > 0) this.#noteBlurred(before, page, moved)
  }

  /** What somebody changes who has not heard of all crosses what others did there. */
  #noteCrossed(before: Page, page: Page, moved: ReadonlyMap<string, string>, isBehind: boolean): void {
    for (const [id, from] of moved) if (this.#crossed.has(from)) this.#crossed.add(id)
    if (!isBehind) return
    const [old, now] = [before, page].map(
      ({ blocks }) => new Set(blocks.flatMap(({ characters }) => characters.map(({ id }) => id))),
    ) as [Set<string>, Set<string>]
    for (const { characters } of before.blocks)
      if (characters.some(({ id }) => !now.has(id))) for (const { id } of characters) this.#crossed.add(id)
    for (const { characters } of page.blocks)
      if (characters.some(({ id }) => !old.has(id))) for (const { id } of characters) this.#crossed.add(id)
  }

  /** Whether typing crossed there: the specification does not say who wrote what then, if nobody surely did. */
  isCrossed({ characters }: Block): boolean {
    return characters.some(({ id }) => this.#crossed.has(id))
  }

  /** Words that read as words which went before: they may have been moved. */
  #noteCopied(before: Page, page: Page, moved: ReadonlyMap<string, string>): void {
    const left = new Set(page.blocks.flatMap(({ characters }) => characters.map(({ id }) => id)))
    const went = before.blocks.flatMap((block) => runsOf(block, ({ id }) => !left.has(id)))
    const isNew = ({ id }: Character): boolean => !this.#typedBy.has(id) && !moved.has(id)
    for (const run of page.blocks.flatMap((block) => runsOf(block, isNew)))
      if (run.characters.length >= FEW && [...this.#went].some((text) => text.includes(reads(run).slice(1, -1))))
        for (const { id } of run.characters) this.#blurred.add(id)
    for (const run of went) if (run.characters.length >= FEW) this.#went.add(reads(run))
  }

  /** Whoever moves a part of a graf, or moves words into one, makes both read anew. */
  #noteArranged(by: string, before: Page, page: Page, moved: ReadonlyMap<string, string>): void {
    for (const [id, from] of moved)
      for (const name of this.#arrangedBy.get(from) ?? NOBODY) add(this.#arrangedBy, id, name)
    if (moved.size === 0) return
    const old = new Set(moved.values())
    const isUnder = ({ blocks }: Page, names: ReadonlySet<string>): boolean =>
      blocks.some(
        ({ role, cell, characters }, at) =>
          (cell !== undefined || role === 'listItem' || belowOf(blocks, at)?.role === 'listItem') &&
          characters.some(({ id }) => names.has(id)),
      )
    if (isUnder(before, old) || isUnder(page, new Set(moved.keys()))) this.#movedHeads.add(by)
    for (const { characters } of before.blocks) {
      const taken = characters.filter(({ id }) => old.has(id)).length
      if (taken === 0 || taken === characters.length) continue
      // Who took words out of what was moved away, while the mover had not heard of it, too.
      const takers = this.#taken.filter(({ left, right }) => old.has(left) || old.has(right)).map((one) => one.by)
      for (const { id } of characters) for (const name of [by, ...takers]) add(this.#arrangedBy, id, name)
    }
    for (const { characters } of page.blocks) {
      const given = characters.filter(({ id }) => moved.has(id)).length
      if (given > 0 && given < characters.length) for (const { id } of characters) add(this.#arrangedBy, id, by)
    }
  }

  movedHeads(person: string): boolean {
    return this.#movedHeads.has(person)
  }

  arranged(person: string, { characters }: Block): boolean {
    return characters.some(({ id }) => this.#arrangedBy.get(id)?.has(person))
  }

  /** Whoever takes characters away and types them again at the same place has changed nothing. */
  #notePutBack(by: string, page: Page, moved: ReadonlyMap<string, string>): void {
    const isNew = ({ id }: Character): boolean => !this.#typedBy.has(id) && !moved.has(id)
    for (const run of page.blocks.flatMap((block) => runsOf(block, isNew))) {
      const same = this.#taken.filter(
        (one) => reads(one) === reads(run) && (one.left === run.left || one.right === run.right),
      )
      const first = new Set(same.flatMap((one) => one.characters.map(({ id }) => this.#typedBy.get(id) ?? '')))
      // The same of who types back what they took away beside something that came in between.
      if (same.some((one) => one.by === by && (one.left !== run.left || one.right !== run.right))) first.add(by)
      if (first.size > 0) for (const { id } of run.characters) this.#typedFirst.set(id, first)
      // What was taken away beside the old characters is so still beside the new ones.
      const old = same.at(-1)?.characters ?? []
      for (const [cuts, from, to] of [
        [this.#cutBefore, old[0], run.characters[0]],
        [this.#cutBehind, old.at(-1), run.characters.at(-1)],
      ] as const)
        for (const name of cuts.get(from?.id ?? '') ?? NOBODY) add(cuts, to?.id ?? '', name)
      const taken = same.findLast((one) => one.by === by)
      if (!taken) continue
      const end = run.characters.length - 1
      for (const [at, { id }] of run.characters.entries())
        this.#putBack.set(id, { by, left: at === 0 ? run.left : undefined, right: at === end ? run.right : undefined })
      this.#taken = this.#taken.filter((one) => one !== taken)
      for (const [at, { id }] of run.characters.entries()) {
        const old = taken.characters[Math.min(at, taken.characters.length - 1)]
        this.#typedBy.set(id, this.#typedBy.get(old?.id ?? '') ?? by)
      }
      const still = this.#taken.filter((one) => one.by === by)
      if (!still.some(({ left }) => left === taken.left)) this.#cutBehind.get(taken.left)?.delete(by)
      if (!still.some(({ right }) => right === taken.right)) this.#cutBefore.get(taken.right)?.delete(by)
    }
  }

  #noteBlurred(before: Page, page: Page, moved: ReadonlyMap<string, string>): void {
    const left = new Set(page.blocks.flatMap(({ characters }) => characters.map(({ id }) => id)))
    const stood = new Set(before.blocks.flatMap(({ characters }) => characters.map(({ id }) => id)))
    const old = new Set(moved.values())
    // Somebody else had taken them away meanwhile.
    const unclear = new Set([...old].filter((id) => !stood.has(id)))
    for (const block of before.blocks)
      for (const { characters } of runsOf(block, ({ id }) => !left.has(id) && old.has(id)))
        if (characters.length < FEW) for (const { id } of characters) unclear.add(id)
    // Beside the same character, which did not come along: which of the two was moved is not clear.
    for (const { characters } of before.blocks)
      for (const [at, { id, char }] of characters.entries())
        for (const beside of [characters[at - 1], characters[at + 1]])
          if (beside?.char === char && old.has(id) && !old.has(beside.id) && !left.has(beside.id)) unclear.add(id)
    for (const [id, from] of moved) if (unclear.has(from) || this.#blurred.has(from)) this.#blurred.add(id)
  }

  isBlurred({ characters }: Block): boolean {
    return characters.some(({ id }) => this.#blurred.has(id))
  }

  /** Notes beside each remaining character who took its neighbours away, unless the line reads as before. */
  #noteCuts(by: string, before: Page, page: Page, moved: ReadonlySet<string>): void {
    const left = new Set(page.blocks.flatMap(({ characters }) => characters.map(({ id }) => id)))
    const texts = new Set(page.blocks.map(({ text }) => fold(text)))
    const isTaken = ({ id }: Character): boolean => !left.has(id) && !moved.has(id)
    this.#taken = [
      ...this.#taken,
      ...before.blocks.flatMap((block) => runsOf(block, isTaken)).map((run) => ({ ...run, by })),
    ]
    for (const { characters, text } of before.blocks) {
      if (texts.has(fold(text))) continue
      for (const [at, { id, char }] of characters.entries()) {
        if (left.has(id) || moved.has(id) || isHidden(char) || this.#typedBy.get(id) === by) continue
        const previous = characters.slice(0, at).findLast((other) => left.has(other.id))
        const next = characters.slice(at + 1).find((other) => left.has(other.id))
        if (previous) add(this.#cutBehind, previous.id, by)
        if (next) add(this.#cutBefore, next.id, by)
      }
    }
  }

  /** Whether a person took words away in a block of which nothing stands now. */
  tookFromGone(person: string, { blocks }: Page): boolean {
    const left = new Set(blocks.flatMap(({ characters }) => characters.map(({ id }) => id)))
    return this.#taken.some(
      (one) =>
        one.by === person && (one.left !== '' || one.right !== '') && !left.has(one.left) && !left.has(one.right),
    )
  }

  /** Whether a space that a person typed stands there. */
  typedSpace(person: string, { characters }: Block): boolean {
    return characters.some(({ id, char }) => char.trim() === '' && this.#typedBy.get(id) === person)
  }

  /** Whether the character at a place is a space that a person typed. */
  typedSpaceAt(person: string, { characters }: Block, at: number): boolean {
    const { id = '', char = '-' } = characters[at] ?? {}
    return char.trim() === '' && this.#typedBy.get(id) === person
  }

  /** Also whether a person put characters back, and something that had not heard of it came in beside them. */
  typedFirst(person: string, { characters }: Block): boolean {
    return characters.some(({ id }, at) => {
      const { by, left, right } = this.#putBack.get(id) ?? {}
      const isParted =
        (left !== undefined && left !== (characters[at - 1]?.id ?? '')) ||
        (right !== undefined && right !== (characters[at + 1]?.id ?? ''))
      return (by === person && isParted) || this.#typedFirst.get(id)?.has(person)
    })
  }

  writersIn(block: Block, from: number, to: number): WritersOfRange {
    const inside = new Set(this.typists(block, from, to))
    const characters = block.characters.slice(from, to)
    const beside = new Set(characters.flatMap(({ id }) => [...(this.#typedFirst.get(id) ?? NOBODY)]))
    for (let at = from; at <= to; at++) {
      const { left, right } = this.#cutsAt(block, at)
      for (const name of [...left, ...right])
        (at > from && at < to && left.has(name) && right.has(name) ? inside : beside).add(name)
    }
    return { inside, beside }
  }

  typists(block: Block, from: number, to: number): ReadonlySet<string> {
    // A space by itself joins two grafs: no word is written by it.
    const seen = block.characters.slice(from, to).filter(({ char }) => !isHidden(char) && char.trim() !== '')
    const names = seen.map(({ id }) => this.#typedBy.get(id))
    return new Set(names.filter((name) => name !== undefined))
  }

  /** Whether anything that a person typed or took away outside a range of a block is still so. */
  leftTraceAround(
    person: string,
    block: Block,
    from: number,
    to: number,
    within: { readonly from: number; readonly to: number } = { from: 0, to: block.characters.length },
  ): boolean {
    const end = block.characters.length
    if (this.typists(block, within.from, from).has(person) || this.typists(block, to, within.to).has(person))
      return true
    for (let at = within.from; at <= within.to; at++) {
      const [left, right] = [this.#isCutAcross(person, block, at, -1), this.#isCutAcross(person, block, at, 1)]
      const isTaken = end > 0 && (at === 0 || left) && (at === end || right)
      if ((at <= from || at >= to) && isTaken) return true
    }
    return false
  }

  /** Whether a person took away what stood on one side of a place, or beyond the spaces there. */
  #isCutAcross(person: string, block: Block, at: number, step: 1 | -1): boolean {
    for (let place = at; ; place += step) {
      const { left, right } = this.#cutsAt(block, place)
      if ((step === 1 ? right : left).has(person)) return true
      if (block.characters[step === 1 ? place : place - 1]?.char.trim() !== '') return false
    }
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

/** The next block with words. */
const belowOf = (blocks: readonly Block[], at: number): Block | undefined =>
  blocks.slice(at + 1).find(({ text }) => text.trim() !== '')

const reads = ({ characters }: Run): string => fold(`|${characters.map(({ char }) => char).join('')}|`)

function runsOf({ characters }: Block, isWanted: (character: Character) => boolean): readonly Run[] {
  const runs: Run[] = []
  let run: Character[] = []
  let left = ''
  for (const character of characters) {
    if (isWanted(character)) {
      run.push(character)
      continue
    }
    if (run.length > 0) runs.push({ characters: run, left, right: character.id })
    run = []
    left = character.id
  }
  if (run.length > 0) runs.push({ characters: run, left, right: '' })
  return runs
}

function add(map: Map<string, Set<string>>, key: string, name: string): void {
  const names = map.get(key)
  if (names) names.add(name)
  else map.set(key, new Set([name]))
}
