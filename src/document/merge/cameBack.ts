/**
 * What came back with a merge: the words of each block that stood otherwise here before. `shared`: the document when it
 * was handed over. `here`: before the merge. `now`: after it, and after what was written since.
 */
import type * as Y from 'yjs'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import { readBlock, textElements, type TextElement } from '../reading/readStory'
import { handsOf, nameOf, piecesOf } from '../writers/characters/hands'
import { nameOfBlock } from '../reading/yjsItems'
import { charactersIn, isIn, isLive, writtenTwice } from './twoVersions'

export interface CameBack {
  /** Yjs id of the block, `client.clock`. */
  readonly block: string
  /** What others did to it. Stays the same when this person goes on writing there. */
  readonly mark: string
  /** Its place in the copy now; where it stood, if it is gone. */
  readonly place: number
  /** Its words here before, '' for a new one; and now, '' for one that is gone. */
  readonly before: string
  readonly after: string
  /** Who typed and took what is otherwise, sorted. Empty: nobody knows. */
  readonly by: readonly string[]
  /**
   * The same sentence was written here and there. `was`: the words that both had. `there`: those of the other. Never of
   * a merge that was taken in again.
   */
  readonly twice?: { readonly was: string; readonly there: string }
}

export interface Documents {
  readonly shared: Y.Doc
  readonly here: Y.Doc
  readonly now: Y.Doc
  /** A merge that was taken in again typed its words again, with this Yjs client id. `from`: whose they are. */
  readonly again?: { readonly client: number; readonly from: string }
}

/** Leaves out what only `me` changed since, and what reads as before again. */
export function cameBack(documents: Documents, me: string): readonly CameBack[] {
  const { shared, here, now, again } = documents
  const namesOf = (by: readonly string[]): readonly string[] => (again ? [again.from] : by)
  const [were, stood] = [blocksOf(shared), blocksOf(here)]
  const found: CameBack[] = []
  const left = new Set(stood.keys())
  const texts = new Set<string>()
  for (const [block, { element, place, text: after }] of blocksOf(now)) {
    left.delete(block)
    const before = stood.get(block)?.text
    if (before === undefined) texts.add(after)
    if (before === after || (before === undefined && after === '')) continue
    const by = changersOf(element, documents, me)
    if (by.length === 1 && by[0] === me) continue
    const was = were.get(block)?.text
    // An undone merge lies between: the other side's words are unknown.
    const there = again || before === undefined || was === undefined ? undefined : wordsThere(element, documents, me)
    const isTwice = was !== undefined && before !== undefined && there !== undefined && writtenTwice(was, before, there)
    const mark = markOf(element, documents, me)
    found.push({
      block,
      mark,
      place,
      before: before ?? '',
      after,
      by: namesOf(by),
      ...(isTwice ? { twice: { was, there } } : {}),
    })
  }
  for (const block of left) {
    const { place, text: before, element } = stood.get(block) ?? { place: 0, text: '', element: undefined }
    // Put back as a new block, or moved.
    if (before === '' || texts.has(before) || !element) continue
    const by = takersOf(element, documents, me)
    if (by.length === 1 && by[0] === me) continue
    found.push({ block, mark: markOf(element, documents, me), place, before, after: '', by: namesOf(by) })
  }
  return found.toSorted((a, b) => a.place - b.place)
}

interface Placed extends TextElement {
  readonly place: number
  readonly text: string
}

function blocksOf(doc: Y.Doc): ReadonlyMap<string, Placed> {
  return new Map(
    textElements(doc).map(({ element, cell }, place) => [
      nameOfBlock(element),
      { element, ...(cell ? { cell } : {}), place, text: readBlock(element, cell).text },
    ]),
  )
}

/** The element of this name, if it stands in the document. */
export const blockNamed = (doc: Y.Doc, block: string): TextElement | undefined =>
  textElements(doc).find(({ element }) => nameOfBlock(element) === block)

/** The place among the outermost nodes at which a block that is gone stood. */
export function placeOfGone(here: Y.Doc, now: Y.Doc, block: string): number {
  const nodes = (doc: Y.Doc): readonly string[] =>
    doc
      .getXmlFragment(COPY_FRAGMENT)
      .toArray()
      .map((node) => nameOfBlock(node as Y.XmlElement))
  const [stood, stand] = [nodes(here), nodes(now)]
  for (const one of stood.slice(0, Math.max(stood.indexOf(block), 0)).toReversed())
    if (stand.includes(one)) return stand.indexOf(one) + 1
  return 0
}

function changersOf(element: Y.XmlElement, documents: Documents, me: string): readonly string[] {
  const { here, now, again } = documents
  const names = new Set<string>(takersOf(element, documents, me))
  for (const { id, deleted, length } of charactersIn(element))
    for (let at = 0; at < length && !deleted; at++)
      if (!isIn(here, id.client, id.clock + at)) {
        const name = id.client === again?.client ? again.from : nameOf(now, id.client)
        if (name !== undefined) names.add(name)
        break
      }
  return [...names].sort()
}

/** Who took characters away that stood here. `element`: of any of the documents. */
function takersOf(element: Y.XmlElement, { here, now, again }: Documents, me: string): readonly string[] {
  const names = new Set<string>()
  for (const { id, length } of charactersIn(element))
    for (let at = 0; at < length; at++) {
      if (!isLive(here, id.client, id.clock + at) || isLive(now, id.client, id.clock + at)) continue
      const [piece] = [...piecesOf(handsOf(now).took, id.client, id.clock + at, 1)]
      const typist = nameOf(now, id.client)
      // Who takes the same in again does what the other did.
      for (const name of piece?.run?.by ?? (typist === undefined ? [] : [typist]))
        names.add(again && name === me ? again.from : name)
    }
  return [...names].sort()
}

function markOf(element: Y.XmlElement, { here, now, again }: Documents, me: string): string {
  const typed = new Map<number, number>()
  let taken = 0
  for (const { id, length } of charactersIn(element))
    for (let at = 0; at < length; at++) {
      const clock = id.clock + at
      if (!isIn(here, id.client, clock)) {
        if (id.client === again?.client || nameOf(now, id.client) !== me)
          typed.set(id.client, (typed.get(id.client) ?? 0) + 1)
      } else if (isLive(here, id.client, clock) && !isLive(now, id.client, clock)) {
        const [piece] = [...piecesOf(handsOf(now).took, id.client, clock, 1)]
        if (again || !piece?.run?.by.every((name) => name === me)) taken += 1
      }
    }
  const runs = [...typed].sort(([a], [b]) => a - b).map(([client, count]) => `${client}+${count}`)
  return [...runs, `-${taken}`].join(' ')
}

/** The words of a block as the other machine had them. Leaves out what `me` typed since the merge. */
function wordsThere(element: Y.XmlElement, { shared, here, now }: Documents, me: string): string {
  let text = ''
  for (const { id, content, deleted } of charactersIn(element)) {
    const isMine = nameOf(now, id.client) === me
    for (let at = 0; at < content.str.length; at++) {
      const clock = id.clock + at
      const stands = !deleted
      const stood = isLive(here, id.client, clock)
      const isTheirs = isIn(here, id.client, clock)
        ? isIn(shared, id.client, clock) &&
          (stands || (!stood && isLive(shared, id.client, clock) && !isTakenThere({ here, now }, id.client, clock)))
        : stands && !isMine
      if (isTheirs) text += content.str[at]
    }
  }
  return text
}

/** Whether the merge brought a note that somebody took a character which was taken here, too. */
function isTakenThere({ here, now }: Pick<Documents, 'here' | 'now'>, client: number, clock: number): boolean {
  const notes = (doc: Y.Doc): number => {
    const [piece] = piecesOf(handsOf(doc).took, client, clock, 1)
    return piece?.run ? (piece.run.together?.notes ?? 1) : 0
  }
  return notes(now) > notes(here)
}
