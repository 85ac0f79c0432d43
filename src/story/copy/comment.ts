/** Comments: threads on a range of the copy or on the whole story. They never leave in a public export. */
import type { Copy, Range } from './copy'
import { compareText } from './spans'
import { isParticle } from '../text/words/koreanParticles'

export interface CommentReply {
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
  readonly text: string
  /** ISO 8601 instant at which its writer last changed it. Absent: never. */
  readonly edited?: string
}

/** The record behind a comment's mark, in the story's Y.Doc under its id. Changed by newsroom actions only. */
export interface CommentThread {
  readonly id: string
  readonly by: string
  readonly at: string
  readonly text: string
  /** As in an answer. */
  readonly edited?: string
  /** The words it was made on. Absent: it is on the whole story. */
  readonly words?: string
  /** The story cannot be cleared while it is open. */
  readonly mustFix: boolean
  /** Who asked for that later, if it was not its writer. */
  readonly mustFixBy?: string
  /** A name of the roster, or '' for nobody. */
  readonly assignee: string
  /** Present while it is resolved. */
  readonly resolved?: { readonly by: string; readonly at: string }
  readonly replies: readonly CommentReply[]
}

/**
 * `text`: its words are in the copy. `story`: it is on the whole story. `orphan`: its words are gone; it is in the
 * tray.
 */
export type CommentPlace = 'text' | 'story' | 'orphan'

export interface PlacedComment {
  readonly thread: CommentThread
  readonly place: CommentPlace
  readonly ranges: readonly Range[]
  /** The words that carry it now. Separate pieces are joined with "…". Absent if there are none. */
  readonly standing?: string
}

/** Threads in the order of the copy, then those on the story, then orphans; of equals the older first. */
export function placeComments(copy: Copy, threads: readonly CommentThread[]): readonly PlacedComment[] {
  const ranges = new Map<string, Range[]>()
  copy.forEach((block, index) => {
    for (const span of block.spans) {
      if (span.mark === 'comment')
        ranges.set(span.id, [...(ranges.get(span.id) ?? []), { block: index, from: span.from, to: span.to }])
    }
  })
  const placed = threads.map((thread): PlacedComment => {
    const own = ranges.get(thread.id) ?? []
    const place = thread.words === undefined ? 'story' : own.length > 0 ? 'text' : 'orphan'
    return { thread, ranges: own, place, ...(place === 'text' ? { standing: wordsIn(copy, own) } : {}) }
  })
  const order: Readonly<Record<CommentPlace, number>> = { text: 0, story: 1, orphan: 2 }
  const before = (a: PlacedComment, b: PlacedComment): number => {
    const [first, second] = [a.ranges[0], b.ranges[0]]
    if (a.place === 'text' && b.place === 'text' && first && second)
      return first.block - second.block || first.from - second.from || compareText(a.thread.at, b.thread.at)
    return order[a.place] - order[b.place] || compareText(a.thread.at, b.thread.at)
  }
  return [...placed].sort((a, b) => before(a, b) || compareText(a.thread.id, b.thread.id))
}

const wordsIn = (copy: Copy, ranges: readonly Range[]): string =>
  ranges
    .map(({ block, from, to }, index) => {
      const before = ranges[index - 1]
      const joined = before === undefined || (before.block === block && before.to === from)
      return `${joined ? '' : ' … '}${copy[block]?.text.slice(from, to) ?? ''}`
    })
    .join('')

interface RosterName {
  readonly name: string
  readonly folded: string
}

/** The names of each roster, the longest first. A roster is never changed in place: a change makes another one. */
const namesOfRosters = new WeakMap<readonly { readonly name: string }[], readonly RosterName[]>()

function longestFirst(roster: readonly { readonly name: string }[]): readonly RosterName[] {
  const known = namesOfRosters.get(roster)
  if (known) return known
  const names = roster
    .map(({ name }) => ({ name, folded: name.toLowerCase() }))
    .sort((a, b) => b.name.length - a.name.length)
  namesOfRosters.set(roster, names)
  return names
}

/** Letters and digits directly behind a name. */
const TAIL = /^[\p{L}\p{M}\p{N}]*/u
const ENDS_IN_HANGUL = /\p{Script=Hangul}$/u

/** Whether the name ends here: “@Kim” is not in “@Kimmel”, but “@김서연” is in “@김서연이”. */
function endsBefore(rest: string, name: string): boolean {
  const tail = TAIL.exec(rest)?.[0] ?? ''
  return tail === '' || (ENDS_IN_HANGUL.test(name) && isParticle(tail))
}

/**
 * The people whom a text addresses: "@Kim Ji-woo, is this right?", “@김서연님께 여쭙니다”. The longest matching name
 * wins.
 */
export function mentionsIn(text: string, roster: readonly { readonly name: string }[]): readonly string[] {
  if (!text.includes('@')) return []
  const names = longestFirst(roster)
  const found = new Set<string>()
  for (const { index } of text.matchAll(/@/g)) {
    const rest = text.slice(index + 1).toLowerCase()
    const named = names.find(({ name, folded }) => rest.startsWith(folded) && endsBefore(rest.slice(name.length), name))
    if (named !== undefined) found.add(named.name)
  }
  return [...found]
}
