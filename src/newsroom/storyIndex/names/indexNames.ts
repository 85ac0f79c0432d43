import { createHash } from 'node:crypto'
import { protectedTerms, type ProtectedTerm } from '../../../projection/scan/protectedTerms'
import { maskNames } from '../../../projection/scan/maskNames'
import type { IndexedStory } from '../../../storage/storyIndex/indexedStory'
import { ANYBODY } from '../../../storage/storyIndex/storyIndex'
import { roleOf, type Person } from '../../../story/desk/roster'
import type { Source } from '../../../story/desk/source'
import { indexedStory } from '../indexedStory'
import { storyMasker } from './maskStory'
import { openNames } from './sourcesOfIndex'
import type { StoryForIndex } from '../storyForIndex'

/** What one source book makes of a story: the names that may be found, without those that are protected. */
export class IndexNames {
  /** The names of sources that are not protected, by every id that leads to them. */
  readonly open: ReadonlyMap<string, string>
  readonly #terms: readonly ProtectedTerm[]
  readonly #mask: (story: IndexedStory) => IndexedStory

  constructor(sources: readonly Source[]) {
    this.#terms = protectedTerms(sources)
    this.open = openNames(sources)
    this.#mask = storyMasker(this.#terms)
  }

  make(story: StoryForIndex): IndexedStory {
    return this.#mask(indexedStory(story, this.open))
  }

  /** A line as it was typed, and as the index has it where it names a protected source. */
  formsOf(line: string): readonly string[] {
    return [line, maskNames(line, this.#terms)]
  }

  masksTheSameAs(other: IndexNames): boolean {
    return JSON.stringify(this.#terms) === JSON.stringify(other.#terms)
  }

  /** The ids whose open name is another one than in `before`. */
  changedSince(before: ReadonlyMap<string, string>): readonly string[] {
    return [...new Set([...before.keys(), ...this.open.keys()])].filter((id) => before.get(id) !== this.open.get(id))
  }

  /** The roles of people by name. Those whose name is protected have one line together. */
  rolesIn(roster: readonly Person[]): ReadonlyMap<string, string> {
    const roles = new Map<string, string>()
    for (const { name } of roster) {
      const line = maskNames(name, this.#terms) === name ? name : ANYBODY
      roles.set(line, `${roles.get(line) ?? ''} ${roleOf(name, roster) ?? ''}`.trim())
    }
    return roles
  }

  /** Tells one set of open names from another. */
  get hash(): string {
    const names = [...this.open].sort(([a], [b]) => (a < b ? -1 : 1))
    return createHash('sha256').update(JSON.stringify(names)).digest('hex')
  }
}
