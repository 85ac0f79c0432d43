/** Characters that were taken and stand where they stood, as after undo. */
import type * as Y from 'yjs'
import { STET } from '../../../story/text/stet'
import type { ItemId } from '../../reading/yjsItems'
import { firstWithin, holds, textOf, type Atom } from './atoms'
import { handsOf, MOST_MOVES, nameOf, piecesOf } from './hands'

/** Deleted ones that stand where they stood, typed again before or behind them, once or more. */
export interface Again {
  readonly all: ReadonlySet<Atom>
  /** Those that people put there again, also if somebody took them again since. Proposals beside them do not matter. */
  readonly undone: ReadonlySet<Atom>
  /** Those that others in this text are: who types the same once more puts those back, or the same twice. */
  readonly goesOn: ReadonlySet<Atom>
}

export function againOf(doc: Y.Doc, atoms: readonly Atom[]): Again {
  const left = handsOf(doc).left.size === 0 ? [] : atoms.filter((atom) => !atom.isLive && hasLeft(doc, atom))
  const undone = new Set(left.filter((atom) => isByPeople(doc, atom) && standsAgain(doc, atom, atoms, true)))
  const all = new Set(left.filter((atom) => undone.has(atom) || standsAgain(doc, atom, atoms, false)))
  return { all, undone, goesOn: new Set(left.filter((atom) => goesOn(doc, atom, atoms))) }
}

/** Which of these live characters are, the last of them. Undefined if some are none of these. */
export function sourceAmong(
  doc: Y.Doc,
  live: ItemId & { readonly length: number },
  again: ReadonlySet<Atom>,
): Atom | undefined {
  const text = again.size > 0 && textOf(doc, live)
  if (!text) return undefined
  const first = [...firstWithin(doc, text, live, live.length)]
  const found = [...again].filter((atom) => first.some((place) => holds(atom, place)))
  return first.every((place) => found.some((atom) => holds(atom, place))) ? found.at(-1) : undefined
}

/** Whether people put these characters there again. What Stet puts back beside a proposal leaves a doubt. */
const isByPeople = (doc: Y.Doc, { client, clock, text }: Atom): boolean =>
  [...piecesOf(handsOf(doc).left, client, clock, text.length)].every(
    ({ run }) => run !== undefined && nameOf(doc, run.fromClient) !== STET,
  )

/** `orStood`: also where somebody took some of them again since. */
function standsAgain(doc: Y.Doc, atom: Atom, atoms: readonly Atom[], orStood: boolean): boolean {
  const { client, clock, text } = atom
  let before: Now | undefined
  let begin: number | undefined
  const placeOf: PlaceOf = orStood ? standing : (one) => one.at
  for (const now of piecesNow(doc, { client, clock, length: text.length }, atoms, placeOf)) {
    if (!now || (!orStood && now.from === now.to)) return false
    begin ??= now.from
    // What stands between characters that were put there together came later.
    const isTogether = before?.client === now.client && before.clock + before.length === now.clock
    if (before && (isTogether ? now.from < before.to : now.from !== before.to)) return false
    before = now
  }
  const at = placeOf(atom, atoms)
  return at === begin || at === before?.to
}

/** Whether some of these characters are others in the same text, which stand or were taken again. */
function goesOn(doc: Y.Doc, { client, clock, text }: Atom, atoms: readonly Atom[]): boolean {
  const [first] = atoms
  const here = first && textOf(doc, first)
  return [...piecesOf(handsOf(doc).left, client, clock, text.length)].some(
    ({ run }) => run !== undefined && textOf(doc, { client: run.fromClient, clock: run.fromClock }) === here,
  )
}

const hasLeft = (doc: Y.Doc, { client, clock }: ItemId): boolean =>
  [...piecesOf(handsOf(doc).left, client, clock, 1)].some(({ run }) => run !== undefined)

type PlaceOf = (atom: Atom, atoms: readonly Atom[]) => number

/** How many characters stand before it. */
const standing: PlaceOf = ({ at }, atoms) =>
  atoms.reduce((place, one) => (one.isLive && one.isPending && one.at < at ? place - one.text.length : place), at)

/** Characters, and where they stand, or stood: then they end where they begin. */
interface Now extends ItemId {
  readonly length: number
  readonly from: number
  readonly to: number
}

/** What characters are now that were taken and put there again, in order. Undefined: some are nowhere there. */
function* piecesNow(
  doc: Y.Doc,
  { client, clock, length }: ItemId & { readonly length: number },
  atoms: readonly Atom[],
  placeOf: PlaceOf,
  moves = 0,
): Generator<Now | undefined> {
  for (const { run, ...part } of piecesOf(handsOf(doc).left, client, clock, length)) {
    const first = run && run.fromClock + (part.clock - run.clock)
    const end = (first ?? 0) + part.length
    for (let at = first ?? end; run && at < end;) {
      const place = { client: run.fromClient, clock: at }
      const atom = moves < MOST_MOVES ? atoms.find((one) => holds(one, place)) : undefined
      if (!atom || (atom.isLive && atom.isPending)) {
        yield undefined
        return
      }
      const size = Math.min(end, atom.clock + atom.text.length) - at
      const from = placeOf(atom, atoms) + (atom.isLive ? at - atom.clock : 0)
      if (atom.isLive || !hasLeft(doc, place))
        yield { ...place, length: size, from, to: from + (atom.isLive ? size : 0) }
      else yield* piecesNow(doc, { ...place, length: size }, atoms, placeOf, moves + 1)
      at += size
    }
    if (!run) yield undefined
  }
}
