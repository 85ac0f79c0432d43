/**
 * Rescues words that a merge deletes although nobody meant to: words typed into a block that somebody else deleted,
 * joined or rewrote at the same time. Yjs deletes them with the block. With `gc: false` they can still be read, and
 * go into the story's tray. Every replica finds the same words.
 */
import * as Y from 'yjs'
import { documentText } from '../catalogue/story/document'
import { COPY_FRAGMENT, TRAY_MAP, WRITERS_MAP } from '../story/copy/documentSchema'
import { hashText } from '../story/ledger/hash'
import type { TrayEntry } from '../story/requests/tray'
import { itemOf, itemsIn } from './reading/yjsItems'

/** Characters by their Yjs ids: client, clock of the first one, count in UTF-16 units. */
type CharacterIds = readonly [client: number, clock: number, length: number]

/** Words of one block that a merge deleted. */
export interface LostWords {
  /** Yjs id of the block, `client.clock`. */
  readonly block: string
  readonly runs: readonly CharacterIds[]
  readonly before: string
  readonly after: string
  /** The words, where the document has them no more (merge/forgottenWords.ts). */
  readonly words?: string
}

/**
 * Applies an update and returns what it lost: characters that it does not delete itself, and that are deleted
 * afterwards. An update without deletions costs nothing more.
 */
export function applyAndWatch(doc: Y.Doc, update: Uint8Array, origin?: unknown): readonly LostWords[] {
  let lost: readonly LostWords[] = []
  const watch = (transaction: Y.Transaction): void => {
    if (transaction.deleteSet.clients.size > 0) lost = lostIn(transaction, Y.decodeUpdate(update).ds)
  }
  doc.once('afterTransaction', watch)
  Y.applyUpdate(doc, update, origin)
  return lost
}

/** Words that a transaction deletes, and which they were, but for those of some Yjs client ids. */
export const wordsDeleted = (
  transaction: Y.Transaction,
  not: ReadonlySet<number> = new Set(),
): readonly (LostWords & { readonly text: string })[] =>
  lostIn(transaction, NOT_MEANT).flatMap((lost) => {
    const runs = lost.runs.filter(([client]) => !not.has(client))
    return runs.length === 0 ? [] : [{ ...lost, runs, text: textOf(transaction.doc, lost.block, runs) }]
  })

type Deletions = Pick<Y.Transaction['deleteSet'], 'clients'>
const NOT_MEANT: Deletions = { clients: new Map() }

function lostIn(transaction: Y.Transaction, meant: Deletions): readonly LostWords[] {
  const blocks = new Map<Y.Item, CharacterIds[]>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
    const block = blockOf(struct, transaction.doc)
    if (!block) return
    for (const run of unmeant([struct.id.client, struct.id.clock, struct.length], meant))
      blocks.set(block, [...(blocks.get(block) ?? []), run])
  })
  return [...blocks].map(([block, runs]) => ({
    block: nameOf(block),
    runs,
    ...around(block, runs, transaction.deleteSet),
  }))
}

/** The parts of a run that are not in a set of deletions. */
export function unmeant([client, clock, length]: CharacterIds, { clients }: Deletions): readonly CharacterIds[] {
  const left: CharacterIds[] = []
  let from = clock
  for (const range of clients.get(client) ?? []) {
    if (range.clock + range.len <= from || range.clock >= clock + length) continue
    if (range.clock > from) left.push([client, from, range.clock - from])
    from = range.clock + range.len
  }
  if (from < clock + length) left.push([client, from, clock + length - from])
  return left
}

/** The item of the top-level block that holds `item`. Undefined outside the copy. */
function blockOf(item: Y.Item, doc: Y.Doc): Y.Item | undefined {
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  let block = item
  for (;;) {
    const parent = block.parent
    if (parent === copy) return block === item ? undefined : block
    const around = parent instanceof Y.AbstractType ? itemOf(parent) : undefined
    if (!around) return undefined
    block = around
  }
}

const nameOf = (block: Y.Item): string => `${block.id.client}.${block.id.clock}`

/** All items of characters that were ever in a block, in order. */
function charactersOf(block: Y.Item): readonly Y.Item[] {
  const content = block.content
  if (!(content instanceof Y.ContentType)) return []
  const items: Y.Item[] = []
  for (const item of itemsIn(content.type)) {
    if (item.content instanceof Y.ContentString) items.push(item)
    else items.push(...charactersOf(item))
  }
  return items
}

const AROUND = 60

/** The text on both sides when the words were lost. If the block was deleted before, the text that it had. */
function around(
  block: Y.Item,
  runs: readonly CharacterIds[],
  justDeleted: Deletions,
): { readonly before: string; readonly after: string } {
  const all = charactersOf(block)
  const lost = (item: Y.Item): boolean =>
    runs.some(
      ([client, clock, length]) =>
        item.id.client === client && item.id.clock < clock + length && item.id.clock + item.length > clock,
    )
  const stood = all.filter((item) => lost(item) || !item.deleted || Y.isDeleted(justDeleted, item.id))
  const shown = stood.every(lost) ? all : stood
  const first = shown.findIndex(lost)
  const last = shown.findLastIndex(lost)
  const text = (items: readonly Y.Item[]): string => items.map((item) => (item.content as Y.ContentString).str).join('')
  return { before: text(shown.slice(0, first)).slice(-AROUND), after: text(shown.slice(last + 1)).slice(0, AROUND) }
}

interface Stored {
  readonly at: string
  readonly text: string
  readonly before: string
  readonly after: string
  readonly by: readonly string[]
  readonly runs: readonly CharacterIds[]
}

/**
 * Writes words that windows lost into the document's tray, one entry for each block. More words of the same block join
 * its entry, unless a person has dealt with it (`settled`): then they begin another one. Each entry has one writer: its
 * name ends with the Yjs client id of the library, so that two machines never write two texts under one name. `at`: ISO
 * 8601 instant.
 */
export function noteLost(doc: Y.Doc, lost: readonly LostWords[], at: string, settled: ReadonlySet<string>): void {
  const tray = doc.getMap(TRAY_MAP)
  for (const words of lost) {
    let turn = 0
    const ref = (): string => refOf(words.block, `${doc.clientID}${turn === 0 ? '' : `.${turn}`}`)
    while (settled.has(ref())) turn++
    const known = tray.get(ref()) as Stored | undefined
    tray.set(ref(), storedOf(doc, words, { at, ...known }, known?.runs))
  }
}

/**
 * The same for words that a merge of two machines dropped, one entry for each block and client that typed them. The
 * words are its name: machines that find the same write the same, and what others find has another name. An entry that
 * is there stays as it is.
 */
export function noteDropped(doc: Y.Doc, lost: readonly LostWords[], at: string): void {
  const tray = doc.getMap(TRAY_MAP)
  for (const words of lost)
    for (const client of new Set(words.runs.map(([one]) => one))) {
      const runs = words.runs.filter(([one]) => one === client).sort(([, a], [, b]) => a - b)
      const ref = refOf(words.block, hashText(JSON.stringify(runs)).slice(0, 16))
      if (!tray.has(ref)) tray.set(ref, storedOf(doc, { ...words, runs }, { at }))
    }
}

/**
 * The same for words that an act of one machine takes out. Each act has entries of its own, named with its Yjs client
 * id: others may note other words of the block at the same time. Returns the names of the entries.
 */
export function noteTakenOut(doc: Y.Doc, taken: readonly LostWords[], at: string): readonly string[] {
  const tray = doc.getMap(TRAY_MAP)
  return taken.map((words) => {
    const ref = refOf(words.block, String(doc.clientID))
    tray.set(ref, storedOf(doc, words, { at }))
    return ref
  })
}

function storedOf(
  doc: Y.Doc,
  { block, runs: fresh, before, after, words }: LostWords,
  known: Pick<Stored, 'at'> & Partial<Pick<Stored, 'before' | 'after'>>,
  former: readonly CharacterIds[] = [],
): Stored {
  const writers = doc.getMap(WRITERS_MAP)
  const runs = [...former, ...fresh]
  const names = runs.map(([client]) => writers.get(String(client)))
  const by = [...new Set(names.filter((name): name is string => typeof name === 'string'))]
  return {
    at: known.at,
    text: words ?? textOf(doc, block, runs),
    before: known.before ?? before,
    after: known.after ?? after,
    by,
    runs,
  }
}

const refOf = (block: string, mark: string): string => `${block}~${mark}`

/** The lost characters of a block in their order, with “ … ” between parts that did not touch. */
function textOf(doc: Y.Doc, block: string, runs: readonly CharacterIds[]): string {
  const [client = 0, clock = 0] = block.split('.').map(Number)
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  let text = ''
  let apart = false
  for (const { id, length, content } of charactersOf(item)) {
    const parts = runs
      .filter(([of, from, count]) => of === id.client && from < id.clock + length && from + count > id.clock)
      .sort(([, a], [, b]) => a - b)
    let read = 0
    for (const [, from, count] of parts) {
      const start = Math.max(from - id.clock, 0)
      if (text !== '' && (apart || start > read)) text += ' … '
      read = Math.min(from + count - id.clock, length)
      text += (content as Y.ContentString).str.slice(start, read)
      apart = false
    }
    if (read < length) apart = true
  }
  return text
}

/** The entries of the document's tray, oldest first, settled or not. */
export function readTray(doc: Y.Doc): readonly TrayEntry[] {
  return [...doc.getMap(TRAY_MAP)]
    .flatMap(([ref, value]) => {
      const { at, text, before, after, by } = value as Stored
      if (typeof text !== 'string') return []
      return [
        {
          ref,
          kind: 'words' as const,
          text,
          before,
          after,
          by,
          at,
          origin: documentText('tray.origin'),
        },
      ]
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.ref < b.ref ? -1 : 1))
}

/** Where the words of a tray entry go back into the copy: after the last block that was before theirs. */
export function placeOfLost(doc: Y.Doc, ref: string): number {
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  const [client = NaN, clock = NaN] = (ref.split('~')[0] ?? '').split('.').map(Number)
  if (Number.isNaN(client) || Number.isNaN(clock)) return copy.length
  let place = 0
  for (const item of itemsIn(copy)) {
    if (item.id.client === client && item.id.clock === clock) return item.deleted ? place : place + 1
    if (!item.deleted && item.countable) place += item.length
  }
  return copy.length
}
