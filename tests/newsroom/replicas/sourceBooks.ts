/**
 * The source books of all machines as the specification has them: each change is known where it was made and wherever a
 * bundle brought it. A protection holds until somebody who knew of it lifts it; of concurrent ones the stricter holds.
 */
import type { GroundRules, SourceKind } from '../../../src/story/desk/source'

export interface Card {
  readonly id: string
  readonly name: string
  readonly kind: SourceKind
  readonly rules: GroundRules
  /** Goes up with the ground rules. */
  readonly version: number
  readonly into?: string
  /** All names under which it was ever known here. */
  readonly names: readonly string[]
  /** Who it is, is not known here: it came as its pseudonym. */
  readonly sealed?: true
  readonly destroyed?: true
}

interface Protection {
  readonly nth: number
  readonly source: string
  readonly does: 'protect' | 'lift'
  /** Earlier ones that were known. */
  readonly knew: ReadonlySet<number>
}

/** What a bundle says of the sources in it. */
export interface SourcesTold {
  readonly cards: readonly Card[]
  readonly protections: ReadonlySet<number>
}

export class SourceBooks {
  readonly #cards: readonly Map<string, Card>[]
  readonly #known: readonly Set<number>[]
  readonly #all: Protection[] = []
  /** Sources that were merged, or into which others were, on any machine. */
  readonly joined = new Set<string>()

  constructor(count: number) {
    this.#cards = Array.from({ length: count }, () => new Map())
    this.#known = Array.from({ length: count }, () => new Set())
  }

  cards(machine: number): readonly Card[] {
    return [...(this.#cards[machine]?.values() ?? [])]
  }

  card(machine: number, id: string): Card | undefined {
    return this.#cards[machine]?.get(id)
  }

  put(machine: number, card: Card): void {
    this.#cards[machine]?.set(card.id, card)
  }

  /** Ground rules that change raise the version of a source, and of those that were merged into it. */
  renew(machine: number, id: string, rules: GroundRules): void {
    for (const card of this.cards(machine))
      if (this.#kept(machine, card).id === id)
        this.put(machine, { ...card, version: card.version + 1, ...(card.id === id ? { rules } : {}) })
  }

  protect(machine: number, source: string, does: Protection['does']): void {
    const nth = this.#all.length
    this.#all.push({ nth, source, does, knew: new Set(this.#known[machine]) })
    this.#known[machine]?.add(nth)
  }

  /** Names, kind and ground rules by which sign-offs are compared, of what the source leads to on this machine. */
  terms(machine: number, id: string): string {
    const card = this.card(machine, id)
    if (!card) return 'unknown'
    const kept = this.#kept(machine, card)
    return [kept.id, kept.name, kept.kind, kept.rules, card.version].join(' | ')
  }

  #kept(machine: number, card: Card): Card {
    let kept = card
    for (let steps = 0; kept.into !== undefined && steps < 100; steps++) kept = this.card(machine, kept.into) ?? kept
    return kept
  }

  /** The source that this one leads to here. */
  keptId(machine: number, id: string): string {
    const card = this.card(machine, id)
    return card ? this.#kept(machine, card).id : id
  }

  told(machine: number, ids: ReadonlySet<string>): SourcesTold {
    const named = new Set<string>()
    const add = (id: string): void => {
      const card = this.card(machine, id)
      if (!card || named.has(id)) return
      named.add(id)
      if (card.into !== undefined) add(card.into)
    }
    for (const id of ids) add(id)
    const about = [...(this.#known[machine] ?? [])].filter((nth) => named.has(this.#all[nth]?.source ?? ''))
    return {
      cards: [...named].flatMap((id) => {
        const card = this.card(machine, id)
        return card ? [this.mayBeProtected(machine, id) !== 'no' ? { ...card, sealed: true as const } : card] : []
      }),
      protections: new Set(about),
    }
  }

  heard(machine: number, { cards, protections }: SourcesTold): void {
    for (const card of cards) if (!this.card(machine, card.id)) this.put(machine, card)
    for (const nth of protections) this.#known[machine]?.add(nth)
    // What was merged is one person, here and there.
    for (const { id, into } of cards) {
      if (into !== undefined && this.mayBeProtected(machine, into) === 'must') this.#guard(machine, id)
      if (this.mayBeProtected(machine, id) === 'must') this.#guard(machine, this.keptId(machine, id))
    }
  }

  #guard(machine: number, id: string): void {
    if (this.mayBeProtected(machine, id) !== 'must') this.protect(machine, id, 'protect')
  }

  /** `must`: a protection that nobody who knew of it lifted. `may`: all were lifted, and a machine may be stricter. */
  mayBeProtected(machine: number, id: string): 'must' | 'may' | 'no' {
    const known = [...(this.#known[machine] ?? [])].flatMap((nth) => this.#all[nth] ?? [])
    const about = known.filter(({ source }) => source === id)
    const protects = about.filter(({ does }) => does === 'protect')
    if (protects.length === 0) return 'no'
    const isLifted = (nth: number): boolean => about.some(({ does, knew }) => does === 'lift' && knew.has(nth))
    return protects.every(({ nth }) => isLifted(nth)) ? 'may' : 'must'
  }
}
