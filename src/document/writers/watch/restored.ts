/**
 * Whose the characters are that the restoring of an older state writes. Their former ids are known there. Deleted
 * characters that read the same are not always found: others that went since may stand between them.
 */
import * as Y from 'yjs'
import { itemsIn } from '../../reading/yjsItems'
import { atomsOf, textOf, type Atom } from '../characters/atoms'
import { writersOfCharacters, type Hand } from '../characters/hands'
import { putBack, type PutBack } from '../characters/putBack'

type Node = Y.XmlElement | Y.XmlText

/** Characters of a document, and those of an older state that they are again. */
interface Origin {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly fromClient: number
  readonly fromClock: number
  /** Who wrote them then, where that is not told by their ids. */
  readonly wrote: ReadonlySet<string> | undefined
}

const ORIGINS = 'stet.origins'

const originsOf = ({ meta }: Y.Transaction): readonly Origin[] =>
  (meta.get(ORIGINS) as readonly Origin[] | undefined) ?? []

/** Keeps them for nodes that read as those of an older state now, each beside its own. */
export function keepOrigins(transaction: Y.Transaction, now: readonly Node[], then: readonly Node[]): void {
  const found = now.flatMap((node, at) => {
    const [texts, former] = [textsIn(node), textsIn(then[at])]
    return texts.length === former.length ? texts.flatMap((text, n) => originsIn(transaction, text, former[n])) : []
  })
  transaction.meta.set(ORIGINS, [...originsOf(transaction), ...found])
}

/** Texts that hold words, in order. */
function textsIn(node: Node | undefined): readonly Y.XmlText[] {
  if (node instanceof Y.XmlElement) return node.toArray().flatMap((child) => textsIn(child as Node))
  return node && node.length > 0 ? [node] : []
}

interface Run {
  readonly text: string
  readonly client: number
  readonly clock: number
}

const runsOf = (text: Y.XmlText | undefined): readonly Run[] =>
  [...(text ? itemsIn(text) : [])].flatMap(({ deleted, content, id }) =>
    !deleted && content instanceof Y.ContentString ? [{ text: content.str, client: id.client, clock: id.clock }] : [],
  )

const joined = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

function originsIn(
  { doc, beforeState }: Y.Transaction,
  text: Y.XmlText,
  former: Y.XmlText | undefined,
): readonly Origin[] {
  const [left, right] = [[...runsOf(text)], [...runsOf(former)]]
  if (joined(left) !== joined(right)) return []
  const found: Origin[] = []
  const wroteThen = writersThen(former)
  for (let now = left.shift(), then = right.shift(); now && then;) {
    const length = Math.min(now.text.length, then.text.length)
    const isNew = now.clock >= (beforeState.get(now.client) ?? 0)
    if (isNew && had(doc, { ...then, text: then.text.slice(0, length) }))
      found.push({
        client: now.client,
        clock: now.clock,
        length,
        fromClient: then.client,
        fromClock: then.clock,
        wrote: wroteThen(then.client, then.clock),
      })
    now = behind(now, length) ?? left.shift()
    then = behind(then, length) ?? right.shift()
  }
  return found
}

/** Who wrote the characters of an older state there, by where they stood in it. */
function writersThen(text: Y.XmlText | undefined): (client: number, clock: number) => ReadonlySet<string> | undefined {
  const doc = text?.doc
  if (!text || !doc) return () => undefined
  const atoms = atomsOf(doc, text)
  const back = putBack(doc, atoms)
  return (client, clock) => {
    const own = atoms.find((atom) => isIn(atom, client, clock))
    return own && back.writers.get(own)
  }
}

const isIn = (atom: Atom, client: number, clock: number): boolean =>
  atom.client === client && atom.clock <= clock && clock < atom.clock + atom.text.length

const behind = ({ text, client, clock }: Run, length: number): Run | undefined =>
  text.length > length ? { text: text.slice(length), client, clock: clock + length } : undefined

/** Whether a document has or had these characters under these ids. */
function had({ store }: Y.Doc, { text, client, clock }: Run): boolean {
  for (let at = 0; at < text.length;) {
    if (clock + at >= Y.getState(store, client)) return false
    const { id, content } = Y.getItem(store, Y.createID(client, clock + at))
    if (!(content instanceof Y.ContentString)) return false
    const part = content.str.slice(clock + at - id.clock, clock + text.length - id.clock)
    if (!text.startsWith(part, at)) return false
    at += part.length
  }
  return true
}

/**
 * Notes for characters that came back and had other writers, where neither `notes` nor the deleted characters beside
 * them say so.
 */
export function unseenOrigins(transaction: Y.Transaction, by: string, notes: readonly Hand[]): readonly Hand[] {
  const { doc } = transaction
  const seen = new Map<Y.XmlText, { readonly atoms: readonly Atom[]; readonly back: PutBack }>()
  const writersSeen = ({ client, clock, length }: Origin): ReadonlySet<string> => {
    const text = textOf(doc, { client, clock })
    if (!text) return new Set()
    const atoms = seen.get(text)?.atoms ?? atomsOf(doc, text)
    const back = seen.get(text)?.back ?? putBack(doc, atoms)
    seen.set(text, { atoms, back })
    const own = atoms.find((atom) => isIn(atom, client, clock))
    return (own && back.writers.get(own)) ?? writersOfCharacters(doc, client, clock, length)
  }
  return originsOf(transaction)
    .flatMap((origin) => withoutNoted(origin, notes))
    .flatMap((origin): readonly Hand[] => {
      const { client, clock, length, fromClient, fromClock } = origin
      const known = origin.wrote ?? writersOfCharacters(doc, fromClient, fromClock, length)
      const wrote = [...known].filter((name) => name !== by)
      if (wrote.length === 0) return []
      const shown = writersSeen(origin)
      // Who restores what they took away themselves wrote none of it.
      const isMoved = wrote.every((name) => shown.has(name)) && !shown.has(by)
      return [[isMoved ? 'moved' : 'copied', client, clock, length, fromClient, fromClock]]
    })
}

/** The parts of which no note says where they come from. */
function withoutNoted(
  { client, clock, length, fromClient, fromClock, wrote }: Origin,
  notes: readonly Hand[],
): Origin[] {
  const end = clock + length
  const noted = notes.flatMap((note) =>
    (note[0] === 'moved' || note[0] === 'copied') && note[1] === client
      ? [{ from: note[2], to: note[2] + note[3] }]
      : [],
  )
  const found: Origin[] = []
  let at = clock
  for (const { from, to } of [...noted.sort((a, b) => a.from - b.from), { from: end, to: end }]) {
    const until = Math.min(from, end)
    if (until > at)
      found.push({ client, clock: at, length: until - at, fromClient, fromClock: fromClock + at - clock, wrote })
    at = Math.max(at, to)
  }
  return found
}
