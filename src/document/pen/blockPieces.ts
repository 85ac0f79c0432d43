/** Reads one block as it was before a change and as it is now, with who changed what without the pen. */
import * as Y from 'yjs'
import { markNameOf, overlappingMarkAttribute } from '../markNames'
import { suggestionIdOf } from '../reading/suggestionId'
import { itemsIn } from '../reading/yjsItems'
import type { Typing } from './typing'

export type Formats = Readonly<Record<string, unknown>>

/** A part of a block. Its live characters follow those of the part before. */
export type BlockPiece =
  /** It may stand as it is. `pending`: ids of the suggestions on it. `set`: formats to put back. */
  | {
      readonly kind: 'stays'
      readonly length: number
      readonly pending: readonly string[]
      readonly set?: Formats
      readonly again?: readonly Again[]
    }
  /** Somebody typed it without the pen; `isBreak`: a line break. */
  | (Typed & { readonly kind: 'typed'; readonly length: number; readonly isBreak?: true })
  /** It stood, and somebody took it away without the pen. */
  | (Typed & { readonly kind: 'gone'; readonly isBreak?: true })

/** An accepted suggestion that waits again under another id. `by`: who made it, if no record tells. */
interface Again {
  readonly id: string
  readonly before: string
  readonly by: string
}

interface Typed {
  readonly by: string
  readonly text: string
  readonly client: number
  readonly clock: number
  readonly attributes: Formats
}

/** Also for an element that is deleted. */
export function blockPieces(element: Y.XmlElement, typing: Typing): readonly BlockPiece[] {
  const pieces: BlockPiece[] = []
  for (const child of itemsIn(element)) {
    if (!(child.content instanceof Y.ContentType)) continue
    const { type } = child.content
    if (type instanceof Y.XmlText) addText(type, typing, pieces)
    else if (type instanceof Y.XmlElement && type.nodeName === 'hardBreak') addBreak(child, type, typing, pieces)
  }
  return pieces
}

function addBreak({ id, deleted }: Y.Item, element: Y.XmlElement, typing: Typing, pieces: BlockPiece[]): void {
  const { client, clock } = id
  const at = { text: '\n', client, clock, attributes: {}, isBreak: true as const }
  const isNew = typing.isNew(client, clock)
  const by = isNew ? typing.typedWithout(client, clock) : undefined
  if (!deleted) {
    const pending = element.getAttribute('deletion')
    pieces.push(
      by === undefined
        ? { kind: 'stays', length: 1, pending: pending === undefined ? [] : [pending] }
        : { kind: 'typed', length: 1, by, ...at },
    )
  } else if (!isNew && typing.wasDeleted(client, clock)) {
    const taker = typing.tookWithout(client, clock)
    if (taker !== undefined) pieces.push({ kind: 'gone', by: taker, ...at })
  }
}

type Open = Map<string, unknown>

function addText(text: Y.XmlText, typing: Typing, pieces: BlockPiece[]): void {
  const [before, now]: [Open, Open] = [new Map(), new Map()]
  for (const item of itemsIn(text)) {
    const { content, id, deleted } = item
    const { client } = id
    if (content instanceof Y.ContentFormat) {
      if (!deleted) now.set(content.key, content.value)
      if (!typing.isNew(client, id.clock) && (!deleted || typing.wasDeleted(client, id.clock)))
        before.set(content.key, content.value)
    } else if (content instanceof Y.ContentString) {
      const around = { before, now, typing }
      const { length } = content.str
      // Most words were there before, and nobody proposed them: one look is enough.
      const isPlain =
        !deleted && !typing.isNew(client, id.clock + length - 1) && idsOf(before, 'insertion').length === 0
      if (isPlain) addTo(pieces, longer(pieceOf('', client, id.clock, deleted, around), length))
      else
        for (let at = 0; at < length; at++)
          addTo(pieces, pieceOf(content.str.charAt(at), client, id.clock + at, deleted, around))
    }
  }
}

const longer = (piece: BlockPiece | undefined, length: number): BlockPiece | undefined =>
  piece?.kind === 'stays' ? { ...piece, length } : piece

interface Around {
  readonly before: Open
  readonly now: Open
  readonly typing: Typing
}

function pieceOf(
  text: string,
  client: number,
  clock: number,
  deleted: boolean,
  around: Around,
): BlockPiece | undefined {
  const { before, now, typing } = around
  const at = { text, client, clock }
  const isNew = typing.isNew(client, clock)
  const typist = isNew ? typing.typedWithout(client, clock) : undefined
  if (deleted) {
    if (typist !== undefined || idsOf(before, 'insertion').length > 0 || !typing.wasDeleted(client, clock))
      return undefined
    const by = typing.tookWithout(client, clock)
    return by === undefined ? undefined : { kind: 'gone', by, ...at, attributes: openIn(before) }
  }
  const [was, is] = [idsOf(before, 'insertion'), idsOf(now, 'insertion')]
  const pending = [...is, ...idsOf(now, 'deletion')]
  if (isNew)
    return typist === undefined || is.length > 0
      ? { kind: 'stays', length: 1, pending }
      : { kind: 'typed', length: 1, by: typist, ...at, attributes: openIn(now) }
  if (typing.only !== undefined) return staysWith(pending, putBack(before, now))
  const by = was.length > 0 && is.length === 0 ? typing.acceptedWithout(client, clock) : undefined
  const set = by === undefined ? undefined : putBack(before, now, ['insertion'])
  return by === undefined || !set ? staysWith(pending) : staysWith(pending, ...waitsAgain(set, by, typing))
}

const staysWith = (pending: readonly string[], set?: Formats, again: readonly Again[] = []): BlockPiece => ({
  ...{ kind: 'stays', length: 1, pending },
  ...(set ? { set } : {}),
  ...(again.length > 0 ? { again } : {}),
})

/** The marks of accepted words as they were, each under the id by which it waits now. */
function waitsAgain(set: Formats, by: string, typing: Typing): readonly [Formats, readonly Again[]] {
  const again: Again[] = []
  const marks = Object.entries(set).map(([name, value]) => {
    const { id: before } = (value ?? {}) as { readonly id?: unknown }
    const id = typeof before === 'string' ? (typing.idAgain?.(before) ?? before) : before
    if (typeof id !== 'string' || id === before) return [name, value] as const
    again.push({ id, before: before as string, by })
    const attrs = { ...(value as Readonly<Record<string, string | null>>), id }
    return [overlappingMarkAttribute('insertion', attrs), attrs] as const
  })
  return [Object.fromEntries(marks), again]
}

const ALL = ['insertion', 'bold', 'italic', 'link']

/** The formats that change what stands, as they were. */
function putBack(before: Open, now: Open, names: readonly string[] = ALL): Formats | undefined {
  const set: Record<string, unknown> = {}
  for (const key of new Set([...before.keys(), ...now.keys()])) {
    const [was, is] = [before.get(key) ?? null, now.get(key) ?? null]
    if (names.includes(markNameOf(key)) && JSON.stringify(was) !== JSON.stringify(is)) set[key] = was
  }
  return Object.keys(set).length > 0 ? set : undefined
}

const openIn = (open: Open): Formats => Object.fromEntries([...open].filter(([, value]) => value !== null))

function idsOf(open: Open, mark: string): readonly string[] {
  return [...open].flatMap(([key, value]) => {
    const id = markNameOf(key) === mark ? suggestionIdOf(value) : undefined
    return id === undefined ? [] : [id]
  })
}

/** Extends the last piece if the character goes on from it. */
function addTo(pieces: BlockPiece[], piece: BlockPiece | undefined): void {
  if (!piece) return
  const last = pieces.at(-1)
  if (last?.kind === 'stays' && piece.kind === 'stays') {
    if (last.pending.join() === piece.pending.join() && JSON.stringify(last.set) === JSON.stringify(piece.set)) {
      pieces[pieces.length - 1] = { ...last, length: last.length + piece.length }
      return
    }
  } else if (last && last.kind !== 'stays' && piece.kind === last.kind && !last.isBreak) {
    const goesOn =
      last.by === piece.by &&
      last.client === piece.client &&
      last.clock + last.text.length === piece.clock &&
      JSON.stringify(last.attributes) === JSON.stringify(piece.attributes)
    if (goesOn) {
      const text = last.text + piece.text
      pieces[pieces.length - 1] = last.kind === 'typed' ? { ...last, text, length: text.length } : { ...last, text }
      return
    }
  }
  pieces.push(piece)
}
