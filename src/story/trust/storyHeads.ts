/**
 * Where the ledger of each story ended. A library may have 50,000 stories: those that were compacted stay in the one
 * text in which they were signed, and are looked up there.
 */
import type { LedgerEnd } from '../ledger/events/libraryEvent'
import { count } from '../ledger/shapes/shape'

/** “story entries hash;” for each story, in code-unit order of the ids. The library’s own ledger has the id ''. */
export type CompactedHeads = string

const END = ';'

export class HeadsOfStories implements Iterable<readonly [story: string, head: LedgerEnd]> {
  constructor(
    private readonly compacted: CompactedHeads = '',
    /** Heads that count instead of, or beside, the compacted ones. */
    private readonly later: ReadonlyMap<string, LedgerEnd> = new Map(),
    /** Stories whose compacted heads count no more. */
    private readonly gone: ReadonlySet<string> = new Set(),
  ) {}

  get(story: string): LedgerEnd | undefined {
    return this.later.get(story) ?? (this.gone.has(story) ? undefined : this.#find(story))
  }

  with(heads: Iterable<readonly [story: string, head: LedgerEnd]>): HeadsOfStories {
    const later = new Map(this.later)
    for (const [story, { entries, head }] of heads) later.set(story, { entries, head })
    return new HeadsOfStories(this.compacted, later, this.gone)
  }

  /** Without those of deleted stories. */
  without(stories: Iterable<string>): HeadsOfStories {
    const later = new Map(this.later)
    const gone = new Set(this.gone)
    for (const story of stories) {
      later.delete(story)
      gone.add(story)
    }
    return new HeadsOfStories(this.compacted, later, gone)
  }

  *[Symbol.iterator](): Iterator<readonly [story: string, head: LedgerEnd]> {
    for (const one of this.#compactedHeads()) if (!this.later.has(one[0]) && !this.gone.has(one[0])) yield one
    yield* this.later
  }

  /** All heads as one text. */
  toText(): CompactedHeads {
    const leftOut = [...this.gone].filter((story) => !this.later.has(story)).map((story) => [story, undefined] as const)
    const later = [...this.later, ...leftOut].sort(([a], [b]) => (a < b ? -1 : 1))
    const parts: string[] = []
    let at = 0
    for (const [story, head] of later) {
      const place = this.#placeOf(story)
      parts.push(this.compacted.slice(at, place), head ? `${story} ${head.entries} ${head.head}${END}` : '')
      // What it replaces is left out.
      at = this.#storyAt(place) === story ? this.#endOf(place) : place
    }
    return parts.join('') + this.compacted.slice(at)
  }

  *#compactedHeads(): Iterable<readonly [story: string, head: LedgerEnd]> {
    for (let at = 0; at < this.compacted.length; at = this.#endOf(at)) yield [this.#storyAt(at), this.#headAt(at)]
  }

  #find(story: string): LedgerEnd | undefined {
    const place = this.#placeOf(story)
    return place < this.compacted.length && this.#storyAt(place) === story ? this.#headAt(place) : undefined
  }

  /** Where the story stands in the compacted text, or would stand. */
  #placeOf(story: string): number {
    let low = 0
    let high = this.compacted.length
    while (low < high) {
      const middle = this.compacted.lastIndexOf(END, ((low + high) >> 1) - 1) + 1
      const at = Math.max(low, middle)
      if (this.#storyAt(at) < story) low = this.#endOf(at)
      else high = at
    }
    return low
  }

  #storyAt(at: number): string {
    return this.compacted.slice(at, this.compacted.indexOf(' ', at))
  }
  #headAt(at: number): LedgerEnd {
    const [, entries = '', head = ''] = this.compacted.slice(at, this.#endOf(at) - 1).split(' ')
    return { entries: Number(entries), head }
  }
  #endOf(at: number): number {
    const end = this.compacted.indexOf(END, at)
    return end < 0 ? this.compacted.length : end + 1
  }
}

/**
 * Whether a text is what HeadsOfStories writes. Others are not read: a head that is not found would read as no loss.
 */
export function isCompactedHeads(text: string): boolean {
  let before: string | undefined
  for (let at = 0; at < text.length; at = ENTRIES_AND_HEAD.lastIndex) {
    const space = text.indexOf(' ', at)
    if (space < 0) return false
    const story = text.slice(at, space)
    const isNext = before === undefined || story > before
    ENTRIES_AND_HEAD.lastIndex = space
    if (!isNext || story.includes(END) || !ENTRIES_AND_HEAD.test(text)) return false
    if (!count(Number(text.slice(space + 1, text.indexOf(' ', space + 1))))) return false
    before = story
  }
  return true
}

/** What follows a story. It is tested where it stands: parts of 50,000 heads would be 10 MB that V8 keeps. */
const ENTRIES_AND_HEAD = / \d+ [^ ;]+;/y
