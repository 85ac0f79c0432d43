/**
 * Notes of the library's owner about characters, where their Yjs ids do not tell whose words they are. Yjs keeps who
 * typed a character, never who deleted it; and a graf that is split, cut and pasted or dragged is typed again by the
 * person who moved it. Only changes of somebody else's characters are noted, so most typing leaves no note.
 */
import type * as Y from 'yjs'
import { HANDS_ARRAY, WRITERS_MAP } from '../../../story/copy/documentSchema'

/** Characters by their Yjs ids: client, clock of the first one, count in UTF-16 units. */
export type Hand =
  /**
   * `by` deleted them. Also an element that holds no words, an attribute, or a row whose cells `by` shifted: each
   * counts as one character.
   */
  | readonly ['took', by: string, client: number, clock: number, length: number]
  /** They are the characters at the second place, moved by the person who had taken those away. */
  | readonly ['moved', client: number, clock: number, length: number, fromClient: number, fromClock: number]
  /** They read as the characters at the second place, which somebody else had taken away: both wrote them. */
  | readonly ['copied', client: number, clock: number, length: number, fromClient: number, fromClock: number]
  /** These people wrote them, not the typist: who accepted a proposal, who wrote the original of a duplicate. */
  | readonly ['wrote', by: readonly string[], client: number, clock: number, length: number]

export const noteHands = (doc: Y.Doc, notes: readonly Hand[]): void => doc.getArray(HANDS_ARRAY).push([...notes])

interface Run {
  readonly clock: number
  readonly length: number
  readonly by: readonly string[]
  /** The place of the note among all, oldest first. */
  readonly nth: number
  /** Moved: the mover wrote them, too. */
  readonly isCopy: boolean
  readonly fromClient: number
  readonly fromClock: number
  /** Several notes on the same characters: how many, and all that they are about. */
  readonly together?: Pick<Run, 'clock' | 'length'> & { readonly notes: number }
}
type Runs = Map<number, Run[]>

/** The notes of a document by client and clock. */
export interface Hands {
  readonly length: number
  readonly took: Runs
  readonly moved: Runs
  readonly wrote: Runs
  /** The old places of moved characters. */
  readonly left: Runs
}

const known = new WeakMap<Y.Doc, Hands>()

/** Reads the notes. Keeps them until there are more. */
export function handsOf(doc: Y.Doc): Hands {
  const notes = doc.getArray<Hand>(HANDS_ARRAY)
  const before = known.get(doc)
  if (before?.length === notes.length) return before
  const hands: Hands = {
    length: notes.length,
    took: new Map(),
    moved: new Map(),
    wrote: new Map(),
    left: new Map(),
  }
  let nth = 0
  for (const note of notes) {
    nth++
    if (note[0] === 'moved' || note[0] === 'copied') {
      const [kind, client, clock, length, fromClient, fromClock] = note
      const isCopy = kind === 'copied'
      add(hands.moved, client, { clock, length, by: [], nth, isCopy, fromClient, fromClock })
      add(hands.left, fromClient, {
        clock: fromClock,
        length,
        by: [],
        nth,
        isCopy,
        fromClient: client,
        fromClock: clock,
      })
    } else {
      const [kind, by, client, clock, length] = note
      const names = typeof by === 'string' ? [by] : by
      add(hands[kind], client, { clock, length, by: names, nth, isCopy: false, fromClient: 0, fromClock: 0 })
    }
  }
  for (const runs of [hands.took, hands.moved, hands.wrote, hands.left])
    for (const [client, list] of runs) runs.set(client, apart(list.sort((a, b) => a.clock - b.clock)))
  known.set(doc, hands)
  return hands
}

/** How many notes on one character count. A bundle may have as many as it likes. */
const MOST_TOGETHER = 50

/**
 * On several machines people make notes on the same characters. Each character comes into one run, with the names of
 * all; of several moves the first one counts. `runs`: by clock.
 */
function apart(runs: readonly Run[]): Run[] {
  if (runs.every((run, at) => run.clock + run.length <= (runs[at + 1]?.clock ?? Infinity))) return [...runs]
  const found: Run[] = []
  const ends = [...new Set(runs.flatMap(({ clock, length }) => [clock, clock + length]))].sort((a, b) => a - b)
  let here: Run[] = []
  let next = 0
  for (const [at, clock] of ends.entries()) {
    here = here.filter((run) => run.clock + run.length > clock)
    for (let run = runs[next]; run?.clock === clock; run = runs[++next]) if (here.length < MOST_TOGETHER) here.push(run)
    const [first] = here
    if (!first) continue
    const length = (ends[at + 1] ?? clock) - clock
    if (here.length === 1 && length === first.length) {
      found.push(first)
      continue
    }
    const begin = Math.min(...here.map((run) => run.clock))
    const end = Math.max(...here.map((run) => run.clock + run.length))
    found.push({
      ...first,
      clock,
      length,
      by: [...new Set(here.flatMap(({ by }) => by))],
      nth: Math.min(...here.map(({ nth }) => nth)),
      isCopy: here.some(({ isCopy }) => isCopy),
      fromClock: first.fromClock + clock - first.clock,
      together: { clock: begin, length: end - begin, notes: here.length },
    })
  }
  return found
}

function add(runs: Runs, client: number, run: Run): void {
  const list = runs.get(client)
  if (list) list.push(run)
  else runs.set(client, [run])
}

/** Divides characters by the notes on them, in order. Characters without a note come without `run`. */
export function* piecesOf(
  runs: Runs,
  client: number,
  clock: number,
  length: number,
): Generator<{ readonly clock: number; readonly length: number; readonly run?: Run }> {
  const end = clock + length
  const list = runs.get(client) ?? []
  let at = clock
  for (let index = firstAfter(list, clock); index < list.length; index++) {
    const run = list[index]
    if (!run || run.clock >= end) break
    if (run.clock + run.length <= at) continue
    if (run.clock > at) yield { clock: at, length: run.clock - at }
    const from = Math.max(run.clock, at)
    const to = Math.min(run.clock + run.length, end)
    yield { clock: from, length: to - from, run }
    at = to
  }
  if (at < end) yield { clock: at, length: end - at }
}

/** Index of the first run that may reach beyond a clock. */
function firstAfter(list: readonly Run[], clock: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const run = list[middle]
    if (run && run.clock + run.length <= clock) low = middle + 1
    else high = middle
  }
  return low
}

/** How often one piece may have been moved before the search stops: then its mover counts, too. */
export const MOST_MOVES = 200

/** Names of all who wrote these characters. Unknown clients have no name. */
export function writersOfCharacters(doc: Y.Doc, client: number, clock: number, length: number): ReadonlySet<string> {
  const writers = new Set<string>()
  addWriters(doc, handsOf(doc), client, clock, length, writers, 0)
  return writers
}

function addWriters(
  doc: Y.Doc,
  hands: Hands,
  client: number,
  clock: number,
  length: number,
  writers: Set<string>,
  moves: number,
): void {
  for (const piece of piecesOf(hands.wrote, client, clock, length)) {
    if (piece.run) {
      for (const name of piece.run.by) writers.add(name)
      continue
    }
    for (const { clock: at, length: size, run } of piecesOf(hands.moved, client, piece.clock, piece.length)) {
      const isMoved = run !== undefined && moves < MOST_MOVES
      if (isMoved) addWriters(doc, hands, run.fromClient, run.fromClock + (at - run.clock), size, writers, moves + 1)
      if (!isMoved || run.isCopy) {
        const name = nameOf(doc, client)
        if (name !== undefined) writers.add(name)
      }
    }
  }
}

/** Name of the person behind a client id. */
export function nameOf(doc: Y.Doc, client: number): string | undefined {
  const name = doc.getMap(WRITERS_MAP).get(String(client))
  return typeof name === 'string' ? name : undefined
}
