/** Checks the parts of a document that only libraries write, after an update from another machine. */
import * as Y from 'yjs'
import { documentText } from '../../catalogue/story/document'
import {
  BROUGHT_MAP,
  COMMENTS_MAP,
  COPY_FRAGMENT,
  FACTS_MAP,
  FIELDS_MAP,
  HANDS_ARRAY,
  SUGGESTIONS_MAP,
  TRAY_MAP,
  WRITERS_MAP,
} from '../../story/copy/documentSchema'
import { MOST_BLOCKS, MOST_CHARACTERS } from '../../story/copy/mostCopy'
import type { Hand } from '../writers/characters/hands'
import { readBrought } from './brought'

const MAPS = [FACTS_MAP, COMMENTS_MAP, FIELDS_MAP, SUGGESTIONS_MAP, TRAY_MAP, WRITERS_MAP, BROUGHT_MAP]
const PARTS: ReadonlySet<string> = new Set([COPY_FRAGMENT, HANDS_ARRAY, ...MAPS])

/** Sets the types of all parts: Yjs does not know them before the first access. */
export function nameParts(doc: Y.Doc): void {
  doc.getXmlFragment(COPY_FRAGMENT)
  doc.getArray(HANDS_ARRAY)
  for (const name of MAPS) doc.getMap(name)
}

/** What must stay as it is. */
export interface KeptParts {
  readonly writers: ReadonlyMap<string, unknown>
  readonly tray: ReadonlyMap<string, unknown>
  readonly brought: ReadonlySet<string>
}

export const keptParts = (doc: Y.Doc): KeptParts => ({
  writers: new Map(doc.getMap(WRITERS_MAP).entries()),
  tray: new Map(doc.getMap(TRAY_MAP).entries()),
  brought: new Set(doc.getMap(BROUGHT_MAP).keys()),
})

/** One clause for people, or undefined when all is well. */
export function whyNotForeign(doc: Y.Doc, before: KeptParts): string | undefined {
  for (const name of doc.share.keys()) if (!PARTS.has(name)) return documentText('merge.unknownPart', { part: name })
  const writers = doc.getMap(WRITERS_MAP)
  for (const [client, name] of before.writers)
    if (writers.get(client) !== name) return documentText('merge.otherWriter', { name: String(name) })
  for (const [client, name] of writers)
    if (typeof name !== 'string' || name === '' || !/^\d{1,16}$/.test(client)) return documentText('merge.unreadable')
  const tray = doc.getMap(TRAY_MAP)
  for (const [ref, entry] of before.tray) if (!holds(tray.get(ref), entry)) return documentText('merge.tray')
  const brought = doc.getMap(BROUGHT_MAP)
  for (const key of before.brought) if (!brought.has(key)) return documentText('merge.notesGone')
  for (const key of brought.keys()) if (!readBrought(key)) return documentText('merge.unreadable')
  return whyTooLarge(doc)
}

/** A tray entry may only gain words. */
function holds(now: unknown, before: unknown): boolean {
  const runsOf = (entry: unknown): readonly string[] => {
    const { runs } = (entry ?? {}) as { readonly runs?: unknown }
    return Array.isArray(runs) ? runs.map((run) => JSON.stringify(run)) : []
  }
  const has = new Set(runsOf(now))
  return runsOf(before).every((run) => has.has(run)) && now !== undefined
}

function whyTooLarge(doc: Y.Doc): string | undefined {
  const nodes = doc.getXmlFragment(COPY_FRAGMENT).toArray()
  let characters = 0
  let blocks = 0
  const visit = (node: unknown): void => {
    if (node instanceof Y.XmlText) characters += node.length
    else if (node instanceof Y.XmlElement) {
      blocks += 1
      for (const child of node.toArray()) visit(child)
    }
  }
  for (const node of nodes) visit(node)
  if (blocks > MOST_BLOCKS * 2 || characters > MOST_CHARACTERS) return documentText('merge.tooLarge')
  return undefined
}

/** Whether the value is a note as hands.ts keeps them. */
export function isHand(value: unknown): value is Hand {
  if (!Array.isArray(value)) return false
  const [kind, ...rest] = value as readonly unknown[]
  const [by] = rest
  const isPlace = (numbers: readonly unknown[]): boolean =>
    numbers.every((one) => Number.isSafeInteger(one) && Number(one) >= 0)
  if (kind === 'took') return typeof by === 'string' && rest.length === 4 && isPlace(rest.slice(1))
  if (kind === 'wrote')
    return (
      Array.isArray(by) && by.every((name) => typeof name === 'string') && rest.length === 4 && isPlace(rest.slice(1))
    )
  return (kind === 'moved' || kind === 'copied') && rest.length === 5 && isPlace(rest)
}
