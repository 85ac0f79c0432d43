/**
 * Restores the copy of an older state by an ordinary edit. Words that did not change keep their characters and
 * authors. The rest changes word by word, so that other people's words nearby, and undo, survive.
 */
import { diffArrays } from 'diff'
import * as Y from 'yjs'
import { alignTexts, tokenize } from '../story/text/words/alignTexts'
import { COMMENTS_MAP, COPY_FRAGMENT, FACTS_MAP } from '../story/copy/documentSchema'
import { markNameOf } from './markNames'
import type { Delta } from './reading/readStory'
import { keepOrigins } from './writers/watch/restored'

type Attributes = Readonly<Record<string, unknown>>
type Node = Y.XmlElement | Y.XmlText

/**
 * Gives `doc` the words, blocks and marks of `then`. Facts and comments keep their ids. Missing records come back;
 * existing ones do not change. A fact or comment that `then` does not have keeps its mark on the words that stay:
 * restoring old words removes no tag.
 */
export function restoreCopy(doc: Y.Doc, then: Y.Doc): void {
  doc.transact((transaction) => {
    const target = then.getXmlFragment(COPY_FRAGMENT)
    const known = idsMarkedIn(target)
    for (const map of [FACTS_MAP, COMMENTS_MAP]) restoreRecords(doc.getMap(map), then.getMap(map), known)
    const fragment = doc.getXmlFragment(COPY_FRAGMENT)
    const before = fragment.toArray() as Node[]
    const after = target.toArray() as Node[]
    let place = 0
    for (const pair of alignTexts(before.map(keyOf), after.map(keyOf))) {
      const here = pair.before === undefined ? undefined : before[pair.before]
      const wanted = pair.after === undefined ? undefined : after[pair.after]
      if (!wanted) {
        fragment.delete(place, 1)
        continue
      }
      if (
        here instanceof Y.XmlElement &&
        wanted instanceof Y.XmlElement &&
        here.nodeName === 'block' &&
        wanted.nodeName === 'block'
      )
        restoreBlock(here, wanted, known)
      else if (!here || here.toString() !== wanted.toString()) {
        if (here) fragment.delete(place, 1)
        fragment.insert(place, [wanted.clone() as Y.XmlElement])
      }
      place++
    }
    keepOrigins(transaction, fragment.toArray() as Node[], after)
  })
}

/**
 * The same for one block of `then`. `here`: the element that gets its words, or a place among the outermost nodes at
 * which it comes back.
 */
export function restoreBlockOf(doc: Y.Doc, here: Y.XmlElement | number, then: Y.Doc, wanted: Y.XmlElement): void {
  doc.transact((transaction) => {
    const known = new Set(wanted.toArray().flatMap((child) => [...idsMarkedIn(child as Y.XmlText)]))
    for (const map of [FACTS_MAP, COMMENTS_MAP]) restoreRecords(doc.getMap(map), then.getMap(map), known)
    const copy = doc.getXmlFragment(COPY_FRAGMENT)
    if (typeof here === 'number') copy.insert(here, [wanted.clone()])
    else restoreBlock(here, wanted, known)
    keepOrigins(transaction, [typeof here === 'number' ? (copy.get(here) as Node) : here], [wanted])
  })
}

/** Compares blocks by their words, other nodes (tables, pictures) by everything in them. */
const keyOf = (node: Node): string =>
  node instanceof Y.XmlElement && node.nodeName === 'block' ? textOf(node) : `\u0000${node.toString()}`

const textOf = (block: Y.XmlElement): string =>
  block
    .toArray()
    .map((child) =>
      child instanceof Y.XmlText
        ? runsOf(child)
            .map(({ text }) => text)
            .join('')
        : '\n',
    )
    .join('')

function restoreRecords(records: Y.Map<unknown>, then: Y.Map<unknown>, marked: ReadonlySet<string>): void {
  for (const id of marked) {
    const record = then.get(id)
    if (!records.has(id) && record instanceof Y.Map) records.set(id, record.clone())
  }
}

/** Ids of all facts and comments with a mark in the node. */
function idsMarkedIn(node: Y.XmlFragment | Y.XmlText): ReadonlySet<string> {
  if (node instanceof Y.XmlText) {
    return new Set(
      runsOf(node).flatMap(({ attributes }) =>
        Object.entries(attributes).flatMap(([name, value]) => idOf(name, value) ?? []),
      ),
    )
  }
  return new Set(node.toArray().flatMap((child) => [...idsMarkedIn(child as Y.XmlElement | Y.XmlText)]))
}

function idOf(attribute: string, value: unknown): string | undefined {
  const mark = markNameOf(attribute)
  if (mark !== 'fact' && mark !== 'comment') return undefined
  const id = (value as { readonly id?: unknown } | null)?.id
  return typeof id === 'string' ? id : undefined
}

function restoreBlock(block: Y.XmlElement, then: Y.XmlElement, known: ReadonlySet<string>): void {
  const wanted = then.getAttributes() as Readonly<Record<string, string>>
  const now = block.getAttributes() as Readonly<Record<string, string>>
  for (const name of Object.keys(now)) if (!(name in wanted)) block.removeAttribute(name)
  for (const [name, value] of Object.entries(wanted)) if (now[name] !== value) block.setAttribute(name, value)
  const lines = linesOf(block)
  const linesThen = linesOf(then)
  if (
    !lines ||
    !linesThen ||
    lines.length !== linesThen.length ||
    lines.some((line, index) => !line !== !linesThen[index])
  ) {
    if (block.toString() === then.toString()) return
    block.delete(0, block.length)
    block.insert(
      0,
      then.toArray().map((child) => (child as Node).clone() as Y.XmlText),
    )
    return
  }
  lines.forEach((line, index) => {
    const lineThen = linesThen[index]
    if (line && lineThen) restoreLine(line, runsOf(lineThen), known)
  })
}

/** The text of each line, undefined for an empty line. Undefined when a line has several texts. */
function linesOf(block: Y.XmlElement): readonly (Y.XmlText | undefined)[] | undefined {
  const lines: (Y.XmlText | undefined)[] = [undefined]
  for (const child of block.toArray()) {
    if (!(child instanceof Y.XmlText)) lines.push(undefined)
    else if (lines.at(-1)) return undefined
    else lines[lines.length - 1] = child
  }
  return lines
}

interface DeltaRun {
  readonly text: string
  readonly attributes: Attributes
}

const runsOf = (text: Y.XmlText): readonly DeltaRun[] =>
  (text.toDelta() as readonly Delta[]).flatMap(({ insert, attributes }) =>
    typeof insert === 'string' ? [{ text: insert, attributes: attributes ?? {} }] : [],
  )

const joined = (runs: readonly DeltaRun[]): string => runs.map(({ text }) => text).join('')

function restoreLine(line: Y.XmlText, wanted: readonly DeltaRun[], known: ReadonlySet<string>): void {
  restoreWords(line, joined(wanted))
  restoreMarks(line, wanted, known)
}

function restoreWords(line: Y.XmlText, wanted: string): void {
  const now = joined(runsOf(line))
  if (now === wanted) return
  let at = 0
  for (const { value, added, removed } of diffArrays([...tokenize(now)], [...tokenize(wanted)])) {
    const text = value.join('')
    if (removed) line.delete(at, text.length)
    else {
      // Without attributes, a new word would inherit the marks of the word before it.
      if (added) line.insert(at, text, {})
      at += text.length
    }
  }
}

/** `line` already has the characters of `wanted`. */
function restoreMarks(line: Y.XmlText, wanted: readonly DeltaRun[], known: ReadonlySet<string>): void {
  const now = runsOf(line)
  let at = 0
  for (const { text, attributes, then } of overlaid(now, wanted)) {
    const changes: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(attributes)) {
      const id = idOf(name, value)
      const stays = id !== undefined && !known.has(id)
      if (!(name in then) && !stays) changes[name] = null
    }
    for (const [name, value] of Object.entries(then))
      if (JSON.stringify(attributes[name]) !== JSON.stringify(value)) changes[name] = value
    if (Object.keys(changes).length > 0) line.format(at, text.length, changes)
    at += text.length
  }
}

/** The runs in which neither list changes its marks. */
function overlaid(
  now: readonly DeltaRun[],
  wanted: readonly DeltaRun[],
): readonly (DeltaRun & { readonly then: Attributes })[] {
  const runs: (DeltaRun & { readonly then: Attributes })[] = []
  let index = 0
  let used = 0
  for (const run of now) {
    for (let from = 0; from < run.text.length;) {
      const other = wanted[index]
      if (!other) return runs
      const length = Math.min(run.text.length - from, other.text.length - used)
      if (length > 0)
        runs.push({
          text: run.text.slice(from, from + length),
          attributes: run.attributes,
          then: other.attributes,
        })
      from += length
      used += length
      if (used === other.text.length) {
        index++
        used = 0
      }
    }
  }
  return runs
}
