/**
 * Who typed and took away without the pen, in what comes from another machine or stands here. Each piece is asked of
 * the merged ledger, without the moves of the pen that had it already (story/ledger/writers/pen.ts).
 */
import * as Y from 'yjs'
import { HANDS_ARRAY } from '../../story/copy/documentSchema'
import { penEdges, penHolderWhen, type PenMove } from '../../story/ledger/writers/pen'
import { isPenId } from '../../story/copy/suggestions/suggestion'
import type { LedgerState } from '../../story/ledger/ledger'
import type { SuggestionTrace } from '../../story/ledger/writers/suggestionTrace'
import { nameOf, writersOfCharacters, type Hand } from '../writers/characters/hands'
import { itemsIn } from '../reading/yjsItems'
import type { Typing } from './typing'

/** The pen, as the merged ledger tells. */
export interface MergedPen {
  readonly state: Pick<LedgerState, 'pen' | 'known'>
  /** Who has it after the merge. */
  readonly holder: string
  /** Moves of it are new here: the words here may have been typed without it. */
  readonly isNews: boolean
  /** The library, which puts words back and types none. */
  readonly library: string
  /** Pending characters that somebody rejected, by client. */
  readonly rejected: ReadonlyMap<number, readonly { readonly from: number; readonly to: number }[]>
  /** Ids of the suggestions whose acceptance counts. */
  readonly accepted: ReadonlySet<string>
  /** Who answers for what nobody is known to have done. */
  readonly sender: string
}

type Changes = Pick<Y.Transaction, 'beforeState' | 'deleteSet'>

/** `changes`: what the merge brings here and, if the pen is news, what is here and not there. */
export function mergedTyping(doc: Y.Doc, changes: readonly Changes[], pen: MergedPen): Typing {
  const holderOf = holders(pen.state)
  const notes = handsWithPlace(doc)
  const isWithout = (name: string | undefined, client: number, clock: number): boolean => {
    const holder = holderOf(client, clock)
    return holder !== undefined && holder !== name
  }
  /** Whether a note was made by or for somebody who might change the copy then. */
  const mayNote = (name: string, { client, clock }: Y.ID): boolean => !isWithout(name, client, clock)
  const adopted = (client: number, clock: number): boolean =>
    (notes.wrote.get(client) ?? []).some(
      ({ from, to, by, at }) =>
        from <= clock && clock < to && by.some((name) => nameOf(doc, at.client) === name && mayNote(name, at)),
    )
  const isRejected = (client: number, clock: number): boolean =>
    (pen.rejected.get(client) ?? []).some(({ from, to }) => from <= clock && clock < to)
  const typist = (client: number): string | undefined => nameOf(doc, client)
  return {
    isNew: (client, clock) => changes.some(({ beforeState }) => clock >= (beforeState.get(client) ?? 0)),
    wasDeleted: (client, clock) => changes.some(({ deleteSet }) => Y.isDeleted(deleteSet, Y.createID(client, clock))),
    typedWithout: (client, clock) => {
      const name = typist(client)
      if (name === pen.library || !isWithout(name, client, clock) || adopted(client, clock)) return undefined
      return name ?? pen.sender
    },
    tookWithout: (client, clock) => {
      const takers = (notes.took.get(client) ?? []).filter(({ from, to }) => from <= clock && clock < to)
      if (takers.length > 0) {
        if (takers.some(({ by }) => by.includes(pen.library))) return undefined
        const without = takers.filter(({ by, at }) => by.every((name) => !mayNote(name, at)))
        return without.length === takers.length ? without[0]?.by[0] : undefined
      }
      // What the library puts back and takes out again, and what somebody rejected.
      if (typist(client) === pen.library || isRejected(client, clock)) return undefined
      // A person who takes away own words that nobody else can have leaves no note.
      if (writersOfCharacters(doc, client, clock, 1).size === 1) return undefined
      return pen.sender === pen.holder ? undefined : pen.sender
    },
    acceptedWithout: (client, clock) => (adopted(client, clock) ? undefined : (typist(client) ?? pen.sender)),
    idAgain: (id) => (isPenId(id) && !pen.accepted.has(id) ? idAgain(id) : id),
  }
}

/** Who had the pen when a client typed an item. */
function holders(state: { readonly pen?: readonly PenMove[] } & Parameters<typeof penHolderWhen>[0]) {
  const known = new Map<number, readonly (readonly [from: number, holder: string | undefined])[]>()
  return (client: number, clock: number): string | undefined => {
    let list = known.get(client)
    if (!list) {
      const edges = [0, ...penEdges(state.pen ?? [], client)]
      list = edges.map((from) => [from, penHolderWhen(state, client, from)] as const)
      known.set(client, list)
    }
    return list.findLast(([from]) => from <= clock)?.[1]
  }
}

interface PlacedNote {
  readonly from: number
  readonly to: number
  readonly by: readonly string[]
  /** The item of the note, which tells when it was made. */
  readonly at: Y.ID
}

/** Notes of who took and who adopted characters, by their client. */
function handsWithPlace(doc: Y.Doc): Readonly<Record<'took' | 'wrote', ReadonlyMap<number, readonly PlacedNote[]>>> {
  const found = { took: new Map<number, PlacedNote[]>(), wrote: new Map<number, PlacedNote[]>() }
  for (const { id, deleted, content } of itemsIn(doc.getArray(HANDS_ARRAY))) {
    if (deleted) continue
    for (const [nth, hand] of (content.getContent() as readonly Hand[]).entries()) {
      if (hand[0] !== 'took' && hand[0] !== 'wrote') continue
      const [kind, by, client, clock, length] = hand
      const list = found[kind].get(client) ?? []
      list.push({
        from: clock,
        to: clock + length,
        by: typeof by === 'string' ? [by] : by,
        at: Y.createID(id.client, id.clock + nth),
      })
      found[kind].set(client, list)
    }
  }
  return found
}

/**
 * Where an acceptance does not count, as its key is not trusted here, the words wait again. Machines where it counts
 * settle what is left of that suggestion (dropDoubles.ts). Under the same id they would settle this one, too, and this
 * machine would make it wait again, without end.
 */
function idAgain(id: string): string {
  const [, first = id, nth = '1'] = /^(.*)-again-(\d+)$/.exec(id) ?? []
  return `${first}-again-${Number(nth) + 1}`
}

/** The suggestions whose acceptance the ledger counts. */
export const acceptedIn = (traces: ReadonlyMap<string, SuggestionTrace>): MergedPen['accepted'] =>
  new Set([...traces].flatMap(([id, { state }]) => (state === 'accepted' ? [id] : [])))

/** The characters of suggestions made of typing that somebody rejected: their ids say where they begin. */
export function rejectedIn(traces: ReadonlyMap<string, SuggestionTrace>): MergedPen['rejected'] {
  const found = new Map<number, { from: number; to: number }[]>()
  for (const [id, { state, inserted }] of traces) {
    const [, client, clock] = /^pen-(\d+)-(\d+)(?:-again-\d+)?$/.exec(id) ?? []
    if (state !== 'rejected' || client === undefined) continue
    const from = Number(clock)
    found.set(Number(client), [...(found.get(Number(client)) ?? []), { from, to: from + inserted.length }])
  }
  return found
}
