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
    for (const [client, list] of runs) {
      list.sort((a, b) => a.clock - b.clock)
      runs.set(client, apart(list, runs !== hands.left))
    }
  known.set(doc, hands)
  return hands
}

/** So many names on one character are told apart. A bundle may have as many notes as it likes. */
const MOST_NAMES = 50

const endOf = (run: Run | undefined): number => (run ? run.clock + run.length : Infinity)

/**
 * On several machines people make notes on the same characters. Each character comes into one run, with the names of
 * all; of several moves the first one counts, of a move and copies the move. Where there are too many names, all count
 * that are in any of the notes. `runs`: by clock. `orCopied`: whether who typed a copy beside a move counts, too.
 */
function apart(runs: readonly Run[], orCopied: boolean): Run[] {
  if (runs.every((run, at) => endOf(run) <= (runs[at + 1]?.clock ?? Infinity))) return [...runs]
  const found: Run[] = []
  const byEnd = runs.toSorted((a, b) => endOf(a) - endOf(b))
  const edges = [...new Set(runs.flatMap((run) => [run.clock, endOf(run)]))].sort((a, b) => a - b)
  const moves = runs.filter(({ isCopy }) => !isCopy)
  const everybody = [...new Set(runs.flatMap(({ by }) => by))]
  const names = new Map<string, number>()
  let [begun, ended, first, move, copies, last, nth] = [0, 0, 0, 0, 0, 0, Infinity]
  const count = ({ by, isCopy }: Run, one: 1 | -1): void => {
    if (isCopy) copies += one
    for (const name of by) {
      const times = (names.get(name) ?? 0) + one
      if (times > 0) names.set(name, times)
      else names.delete(name)
    }
  }
  for (const [at, clock] of edges.entries()) {
    for (let run = byEnd[ended]; run && endOf(run) <= clock; run = byEnd[++ended]) count(run, -1)
    if (begun === ended) nth = Infinity
    for (let run = runs[begun]; run?.clock === clock; run = runs[++begun]) {
      count(run, 1)
      last = Math.max(last, endOf(run))
      nth = Math.min(nth, run.nth)
    }
    while (endOf(runs[first]) <= clock) first++
    while (endOf(moves[move]) <= clock) move++
    const [earliest, moved] = [runs[first], moves[move]]
    const run = moved && moved.clock <= clock ? moved : earliest
    if (!earliest || !run || begun === ended) continue
    const length = (edges[at + 1] ?? clock) - clock
    const notes = begun - ended
    if (notes === 1 && length === run.length) {
      found.push(run)
      continue
    }
    found.push({
      ...run,
      clock,
      length,
      by: names.size > MOST_NAMES ? everybody : [...names.keys()],
      nth: notes === 1 ? run.nth : nth,
      isCopy: orCopied ? copies > 0 : run.isCopy,
      fromClock: run.fromClock + clock - run.clock,
      together: { clock: earliest.clock, length: last - earliest.clock, notes },
    })
  }
  return found
}

/** A bundle may have notes on no characters. */
function add(runs: Runs, client: number, run: Run): void {
  if (run.length === 0) return
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
