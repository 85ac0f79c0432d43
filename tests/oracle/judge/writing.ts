/** Rule 8: who wrote a text, deletions included, as far as the specification decides it. */
import type { Truth } from './model'

interface Version {
  readonly text: string
  readonly by: string
  readonly step: number
  /** Surely writers of this text. */
  readonly sure: ReadonlySet<string>
  /** Those of whom the specification does not say it clearly. Holds the sure ones too. */
  readonly maybe: ReadonlySet<string>
}

/** The texts that the words of a fact, or what stands around them, had one after the other. */
export class Writing {
  readonly #versions: Version[] = []

  /** `typed`: whose characters stand in the text; `beside`: who took words away at its edges. */
  begin(text: string, step: number, typed: ReadonlySet<string>, beside: ReadonlySet<string>): void {
    this.#versions.push({ text, by: '', step, sure: typed, maybe: new Set([...typed, ...beside]) })
  }

  /**
   * Notes that `by` made `text` of what was there. `typed`: whose characters stand in it now. `surely`: not by moving
   * alone.
   */
  change(text: string, by: string, step: number, typed: ReadonlySet<string>, surely = true): void {
    const last = this.#versions.at(-1)
    if (!last) return this.begin(text, step, typed, new Set())
    if (last.text === text) return
    const same = this.#versions.filter((version) => version.text === text)
    const before = same.at(-1)
    const sure = new Set([...(surely ? [by] : []), ...same.flatMap((version) => [...version.sure])])
    for (const name of last.sure) if (typed.has(name)) sure.add(name)
    // Back to a text that this person had not written: whether that is writing is not said.
    if (before && same.every((version) => !version.sure.has(by))) sure.delete(by)
    this.#versions.push({ text, by, step, sure, maybe: new Set([...last.maybe, ...sure, by, ...typed]) })
  }

  wrote(person: string): Truth {
    const last = this.#versions.at(-1)
    if (!last) return 'either'
    return last.sure.has(person) ? 'yes' : last.maybe.has(person) ? 'either' : 'no'
  }

  /** For messages: each text, who made it, and who surely wrote it. */
  toString(): string {
    return this.#versions.map(({ text, by, sure }) => `“${text}” ${by} (${[...sure].join(', ')})`).join(' → ')
  }

  /** Whether the current text is a person's and had not stood there before. */
  isNewBy(person: string): boolean {
    const last = this.#versions.at(-1)
    return last?.by === person && !this.#versions.slice(0, -1).some(({ text }) => text === last.text)
  }

  /** The step of a person's last change of it, or of its beginning. */
  lastChangeBy(person: string): number {
    return (this.#versions.findLast(({ by }) => by === person) ?? this.#versions[0])?.step ?? 0
  }

  /** Who changed the text after a step. */
  changersSince(step: number): ReadonlySet<string> {
    return new Set(this.#versions.filter((version) => version.step > step && version.by !== '').map(({ by }) => by))
  }
}
