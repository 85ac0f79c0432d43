/** The characters of one text, deleted ones too, and who took them out. */
import * as Y from 'yjs'
import { handsOf, piecesOf, writersOfCharacters } from './hands'
import { markNameOf } from '../markNames'
import { itemsIn } from '../yjsItems'

/** One item of characters, with the characters that it shows before it. */
export interface Atom {
  readonly at: number
  readonly text: string
  readonly client: number
  readonly clock: number
  readonly isLive: boolean
  readonly isPending: boolean
}

export function atomsOf(text: Y.XmlText): readonly Atom[] {
  const atoms: Atom[] = []
  const pending = new Set<string>()
  let at = 0
  for (const item of itemsIn(text)) {
    if (!item.deleted && item.content instanceof Y.ContentFormat && markNameOf(item.content.key) === 'insertion') {
      if (item.content.value === null) pending.delete(item.content.key)
      else pending.add(item.content.key)
    }
    if (item.content instanceof Y.ContentString)
      atoms.push({
        at,
        text: item.content.str,
        client: item.id.client,
        clock: item.id.clock,
        isLive: !item.deleted,
        isPending: pending.size > 0,
      })
    if (!item.deleted && item.countable) at += item.length
  }
  return atoms
}

/** Who took characters that were not wholly their own. */
export function takersOf(doc: Y.Doc, { client, clock, text }: Atom): ReadonlySet<string> {
  const takers = new Set<string>()
  for (const { clock: at, length, run } of piecesOf(handsOf(doc).took, client, clock, text.length)) {
    if (!run) continue
    const writers = writersOfCharacters(doc, client, at, length)
    for (const by of run.by) if ([...writers].some((name) => name !== by)) takers.add(by)
  }
  return takers
}

/** Whether all characters stand elsewhere in the copy now. */
export const movedAway = (doc: Y.Doc, { client, clock, text }: Atom): boolean =>
  [...piecesOf(handsOf(doc).left, client, clock, text.length)].every(({ run }) => run !== undefined)

/** Who took words out of these texts, or out of the texts in these elements: those that are gone, and not elsewhere. */
export function takersIn(doc: Y.Doc, type: object): ReadonlySet<string> {
  const takers = new Set<string>()
  if (type instanceof Y.XmlText) {
    for (const atom of atomsOf(type))
      if (!atom.isLive && !atom.isPending && !movedAway(doc, atom))
        for (const name of takersOf(doc, atom)) takers.add(name)
    return takers
  }
  for (const { content } of itemsIn(type))
    if (content instanceof Y.ContentType) for (const name of takersIn(doc, content.type)) takers.add(name)
  return takers
}
