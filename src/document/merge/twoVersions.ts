/** Two versions of a block on two machines, and what both had. */
import * as Y from 'yjs'
import { HANDS_ARRAY } from '../../story/copy/documentSchema'
import { sentencesOf } from '../../story/copy/words/sentences'
import { readBlock, readMarkedBlock } from '../reading/readStory'
import { itemsIn } from '../reading/yjsItems'
import { isHand } from './foreignParts'

/** The characters that were ever in an element. */
export function* charactersIn(element: Y.XmlElement): Generator<Y.Item & { readonly content: Y.ContentString }> {
  for (const text of itemsIn(element)) {
    if (!(text.content instanceof Y.ContentType)) continue
    for (const item of itemsIn(text.content.type))
      if (item.content instanceof Y.ContentString) yield item as Y.Item & { readonly content: Y.ContentString }
  }
}

/** Whether a document knows an item, also one that is deleted. */
export const isIn = (doc: Y.Doc, client: number, clock: number): boolean => clock < Y.getState(doc.store, client)

/** Whether an item stands in a document. */
export function isLive(doc: Y.Doc, client: number, clock: number): boolean {
  if (!isIn(doc, client, clock)) return false
  const structs = doc.store.clients.get(client) ?? []
  return structs[Y.findIndexSS(structs, clock)]?.deleted === false
}

export type BothWrote = (
  here: Y.XmlElement,
  there: Y.XmlElement,
) => { readonly was: string; readonly there: string } | undefined

/**
 * Tells of a block, by its element here and there, the words that both machines had and those there, if one sentence
 * was written here and there. Nothing is told of blocks with pending suggestions, nor where each took away only words
 * of its own: that leaves no note. `there`: the document of the other machine, which forgot deleted words.
 */
export function twoVersions(here: Y.Doc, there: Y.Doc): BothWrote {
  let takes: TakenByClient | undefined
  /** What both know, and one still has or took away without the other. */
  const stood = (client: number, clock: number): boolean => {
    if (!isIn(here, client, clock) || !isIn(there, client, clock)) return false
    if (isLive(here, client, clock) || isLive(there, client, clock)) return true
    takes ??= byClient([...takenWithout(here, there), ...takenWithout(there, here)])
    return covers(takes.get(client) ?? [], clock)
  }
  return (element, other) => {
    if ([element, other].some((one) => readMarkedBlock(one).proposed.length > 0)) return undefined
    const words = readBlock(other).text
    const was = wordsThat(stood, element)
    return writtenTwice(was, readBlock(element).text, words) ? { was, there: words } : undefined
  }
}

function wordsThat(stood: (client: number, clock: number) => boolean, element: Y.XmlElement): string {
  let text = ''
  for (const { id, content } of itemsIn(element)) {
    if (!(content instanceof Y.ContentType)) continue
    if (content.type instanceof Y.XmlElement) text += stood(id.client, id.clock) ? '\n' : ''
    else
      for (const run of itemsIn(content.type)) {
        if (!(run.content instanceof Y.ContentString)) continue
        for (const [at, letter] of run.content.str.split('').entries())
          if (stood(run.id.client, run.id.clock + at)) text += letter
      }
  }
  return text
}

interface Taken {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** Sorted, and apart from each other. */
type TakenByClient = ReadonlyMap<number, readonly Taken[]>

/** A bundle may have as many notes as it likes. */
function byClient(taken: readonly Taken[]): TakenByClient {
  const found = new Map<number, Taken[]>()
  for (const one of taken.toSorted((a, b) => a.from - b.from)) {
    const list = found.get(one.client) ?? []
    const last = list.at(-1)
    if (last && one.from <= last.to) list[list.length - 1] = { ...last, to: Math.max(last.to, one.to) }
    else list.push(one)
    found.set(one.client, list)
  }
  return found
}

function covers(list: readonly Taken[], clock: number): boolean {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.to ?? 0) > clock) high = middle
    else low = middle + 1
  }
  return (list[low]?.from ?? Infinity) <= clock
}

/** Characters that a note of one document says somebody took, while the other one does not know that note. */
function* takenWithout(doc: Y.Doc, other: Y.Doc): Generator<Taken> {
  for (const { id, deleted, content } of itemsIn(doc.getArray(HANDS_ARRAY))) {
    if (deleted) continue
    for (const [nth, hand] of content.getContent().entries()) {
      if (isIn(other, id.client, id.clock + nth) || !isHand(hand) || hand[0] !== 'took') continue
      const [, , client, from, length] = hand
      yield { client, from, to: from + length }
    }
  }
}

/** Whether a sentence that both had stands neither here nor there any more. */
export function writtenTwice(was: string, here: string, there: string): boolean {
  if (was === here || was === there || here === there) return false
  const [mine, theirs] = [sentencesIn(here), sentencesIn(there)]
  return [...sentencesIn(was)].some((sentence) => !mine.has(sentence) && !theirs.has(sentence))
}

const sentencesIn = (text: string): ReadonlySet<string> =>
  new Set(sentencesOf(text).map(({ from, to }) => text.slice(from, to).trim()))
