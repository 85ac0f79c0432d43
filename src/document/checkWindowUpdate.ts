/**
 * Checks the updates that windows send. By typing, a window may change copy and marks, and add records of facts and
 * suggestions. Only newsroom actions change the rest: fields, writers, comments, existing records. If an undo removes
 * one of those, or the tag of a fact with a verdict from words that stay, it is put back. Nobody may add words to
 * another person's suggestion, or propose in another person's name. Every new character has its writer: the person at
 * the window.
 */
import * as Y from 'yjs'
import { documentText } from '../catalogue/story/document'
import { canonicalJson } from '../story/text/canonicalJson'
import { COPY_FRAGMENT, FACTS_MAP, SUGGESTIONS_MAP, WRITERS_MAP } from '../story/copy/documentSchema'
import { rangesOfFact, type Copy } from '../story/copy/copy'
import type { FactTag } from '../story/ledger/facts/fact'
import type { SuggestionTrace } from '../story/ledger/writers/suggestionTrace'
import {
  aboutOf,
  describeSuggestion,
  type Suggestion,
  type SuggestionRecord,
} from '../story/copy/suggestions/suggestion'
import { setFactTag, setSuggestionRecord } from './createStoryDoc'
import { addedOverrides, dropAdded } from './dropOverrides'
import { guardNodes } from './guardDocument'
import { isNameless } from './insertionMarks'
import { putTagBack, takenTags, type TakenTags } from './takenTags'
import { readSuggestionRecord, readTag } from './reading/readStory'
import { StoryReader } from './reading/storyReader'
import { isIncomplete, itemOf, itemsIn } from './reading/yjsItems'
import { isPartOf } from '../story/text/isPartOf'
import { messageOf } from '../story/text/messageOf'

export interface WindowUpdateRules {
  /** Name of the person at the window. Added records must carry it. */
  readonly by: string
  /** Whether an undo may remove this fact's record: true while nobody else has dealt with the fact. */
  readonly mayForget: (fact: string) => boolean
  /** Whether an undo may take its tag off words that stay: not once it has a verdict, or others dealt with it. */
  readonly mayUntag: (fact: string) => boolean
  /**
   * Receives an edit that mends the document after the update: it puts back a record which the update removes and may
   * not remove, or drops direction overrides and control characters that it brings. Refusing the update instead would
   * keep everything that is typed later from being saved, because an undo is sent again with it.
   */
  readonly putBack: (restore: (doc: Y.Doc) => void) => void
  /** The suggestions in the ledger. An undo may bring one back as it was when it was decided. */
  readonly suggestions?: ReadonlyMap<string, SuggestionTrace>
}

/**
 * Applies `update` to `candidate`. Returns why it is refused, or undefined when all of it is allowed. After a refusal
 * the candidate must be rebuilt from the replica.
 */
export function checkWindowUpdate(candidate: Y.Doc, update: Uint8Array, rules: WindowUpdateRules): string | undefined {
  // Sets the type of the root: Yjs does not know it before the first access.
  candidate.getXmlFragment(COPY_FRAGMENT)
  const { suggestions: pendingBefore, tags: tagsBefore } = readerOf(candidate).read()
  const factsBefore: FactsBefore = { ids: new Set(candidate.getMap(FACTS_MAP).keys()), tags: tagsBefore }
  const proposedBefore = new Map(
    [...candidate.getMap(SUGGESTIONS_MAP)].map(([id, value]) => [id, readSuggestionRecord(id, value)]),
  )
  let refusal: string | undefined
  const touched = new Set<unknown>()
  const taken: TakenTags[] = []
  let stateBefore: ReadonlyMap<number, number> = new Map()
  const inspect = (transaction: Y.Transaction): void => {
    if (stateBefore.size === 0) stateBefore = transaction.beforeState
    taken.push(takenTags(transaction.changed.keys(), transaction))
    for (const [type, keys] of transaction.changed) {
      const root = rootOf(type, candidate)
      if (root === COPY_FRAGMENT) for (const node of touchedNodes(type, transaction)) touched.add(node)
      else if (root === FACTS_MAP) refusal ??= checkFacts(candidate, type, keys, factsBefore, rules)
      else if (root === SUGGESTIONS_MAP) refusal ??= checkRecords(candidate, type, keys, proposedBefore, rules)
      else refusal ??= documentText('windowUpdate.otherPart', { part: root })
    }
  }
  candidate.on('afterTransaction', inspect)
  try {
    const notTheirs = whyNotTypist(candidate, update, rules.by)
    if (notTheirs !== undefined) return notTheirs
    Y.applyUpdate(candidate, update)
  } catch (error) {
    return documentText('windowUpdate.unreadable', { why: messageOf(error) })
  } finally {
    candidate.off('afterTransaction', inspect)
  }
  if (refusal !== undefined) return refusal
  if (isIncomplete(candidate)) return documentText('windowUpdate.incomplete')
  const added = addedOverrides(touched, stateBefore)
  if (added.characters.length + added.elements.length > 0) rules.putBack((doc) => dropAdded(doc, added))
  if (bringsNameless(touched, stateBefore)) return documentText('windowUpdate.suggestionWithoutId')
  const { copy, suggestions: pendingAfter } = readerOf(candidate).read()
  keepTags(taken, copy, rules)
  return guardNodes(touched)?.why ?? checkSuggestions(pendingBefore, pendingAfter, rules)
}

/** Puts back tags that nobody may take off without a reason, if they are nowhere in the copy any more. */
function keepTags(taken: readonly TakenTags[], copy: Copy, { mayUntag, putBack }: WindowUpdateRules): void {
  for (const tags of taken)
    for (const [fact, words] of tags)
      if (!mayUntag(fact) && rangesOfFact(copy, fact).length === 0) putBack((story) => putTagBack(story, fact, words))
}

/** A reader for each candidate, so that unchanged blocks are read once. */
const readers = new WeakMap<Y.Doc, StoryReader>()

function readerOf(candidate: Y.Doc): StoryReader {
  let reader = readers.get(candidate)
  if (!reader) readers.set(candidate, (reader = new StoryReader(candidate)))
  return reader
}

function checkRecords(
  doc: Y.Doc,
  type: unknown,
  keys: ReadonlySet<string | null>,
  before: ReadonlyMap<string, SuggestionRecord | undefined>,
  { by, suggestions, putBack }: WindowUpdateRules,
): string | undefined {
  const records = doc.getMap(SUGGESTIONS_MAP)
  if (type !== records) {
    const id = [...records].find(([, value]) => value === type)?.[0]
    return id !== undefined && before.has(id) ? documentText('windowUpdate.suggestionChanges') : undefined
  }
  for (const id of keys) {
    if (id === null) return documentText('windowUpdate.suggestionChanges')
    const value = records.get(id)
    const record = before.get(id)
    const state = suggestions?.get(id)?.state
    if (value === undefined) {
      if (!before.has(id)) continue
      if (record?.by !== by) return documentText('windowUpdate.suggestionForgotten')
      if (state === 'accepted' || state === 'rejected') putBack((story) => setSuggestionRecord(story, record))
    } else if (before.has(id)) return documentText('windowUpdate.suggestionChanges')
    else if (readSuggestionRecord(id, value)?.by !== by) return documentText('windowUpdate.suggestionOfAnother')
  }
  return undefined
}

/**
 * Another person's suggestion may lose words by editing, and may come back as the ledger has it. It may not gain
 * words.
 */
function checkSuggestions(
  before: readonly Suggestion[],
  after: readonly Suggestion[],
  { by, suggestions }: WindowUpdateRules,
): string | undefined {
  const known = new Map(before.map((suggestion) => [suggestion.id, suggestion]))
  for (const now of after) {
    const then = known.get(now.id)
    if (now === then || now.by === by) continue
    if (now.by === '') return documentText('windowUpdate.suggestionWithoutRecord')
    const trace = suggestions?.get(now.id)
    const asDecided =
      trace !== undefined &&
      trace.state !== 'pending' &&
      trace.inserted === now.inserted &&
      trace.deleted === now.deleted &&
      trace.about === aboutOf(now)
    const lessThanBefore =
      then !== undefined &&
      isPartOf(now.inserted, then.inserted) &&
      isPartOf(now.deleted, then.deleted) &&
      isPartOf(shapesOf(now), shapesOf(then))
    if (!asDecided && !lessThanBefore)
      return documentText('windowUpdate.proposesForAnother', { by: now.by, suggestion: describeSuggestion(now) })
  }
  return undefined
}

const shapesOf = ({ changes }: Suggestion): string =>
  changes
    .flatMap(({ kind, style, shape }) =>
      style === undefined && !shape ? [] : [`${kind} ${style ?? JSON.stringify(shape)};`],
    )
    .join('')

/**
 * Refuses new characters by a client id that the document does not give to this person. A window gets its id before it
 * types. Characters of an unknown id would have no writer, so anybody could verify them.
 */
function whyNotTypist(candidate: Y.Doc, update: Uint8Array, by: string): string | undefined {
  const writers = candidate.getMap(WRITERS_MAP)
  for (const [client, to] of Y.parseUpdateMeta(update).to) {
    const writer = writers.get(String(client))
    if (writer === by || to <= Y.getState(candidate.store, client)) continue
    return documentText(writer === undefined ? 'windowUpdate.typesForNobody' : 'windowUpdate.typesForAnother')
  }
  return undefined
}

interface FactsBefore {
  readonly ids: ReadonlySet<string>
  readonly tags: ReadonlyMap<string, FactTag>
}

/**
 * A record with the same content counts as unchanged: a tag that is undone and redone in one update writes it again.
 */
function checkFacts(
  doc: Y.Doc,
  type: unknown,
  keys: ReadonlySet<string | null>,
  { ids: before, tags }: FactsBefore,
  rules: WindowUpdateRules,
): string | undefined {
  const facts = doc.getMap(FACTS_MAP)
  if (type !== facts) {
    const id = [...facts].find(([, value]) => value === type)?.[0]
    return id !== undefined && before.has(id) ? documentText('windowUpdate.factByAction') : undefined
  }
  for (const id of keys) {
    if (id === null) return documentText('windowUpdate.factByAction')
    const value = facts.get(id)
    if (value === undefined) {
      const tag = tags.get(id)
      if (before.has(id) && !rules.mayForget(id)) {
        if (!tag) return documentText('windowUpdate.factDealtWith')
        rules.putBack((story) => setFactTag(story, tag))
      }
    } else if (before.has(id)) {
      if (!(value instanceof Y.Map) || canonicalJson({ ...value.toJSON(), id }) !== canonicalJson(tags.get(id)))
        return documentText('windowUpdate.factByAction')
    } else if (readTag(id, value)?.by !== rules.by) return documentText('windowUpdate.factOfAnother')
  }
  return undefined
}

type AnyType = Y.AbstractType<unknown>

/** The node itself, or the new blocks when the copy itself changed. Without deleted ones. */
function touchedNodes(changed: unknown, transaction: Y.Transaction): readonly unknown[] {
  if (changed instanceof Y.XmlElement || changed instanceof Y.XmlText) return itemOf(changed)?.deleted ? [] : [changed]
  if (!(changed instanceof Y.XmlFragment)) return []
  return changed.toArray().filter((node) => {
    const item = itemOf(node)
    return item !== undefined && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
  })
}

/**
 * Whether an update brings the mark of a suggestion that names none: a sheet draws its words as proposed, and they
 * stand. No window of Stet makes one.
 */
function bringsNameless(nodes: Iterable<unknown>, before: ReadonlyMap<number, number>): boolean {
  for (const node of nodes) {
    if (node instanceof Y.XmlElement && bringsNameless(node.toArray(), before)) return true
    if (!(node instanceof Y.XmlText)) continue
    for (const item of itemsIn(node))
      if (!item.deleted && item.id.clock >= (before.get(item.id.client) ?? 0) && isNameless(item)) return true
  }
  return false
}

/** Name of the root type that holds `type`. */
function rootOf(type: unknown, doc: Y.Doc): string {
  let top = type as AnyType
  while (top.parent !== null) top = top.parent
  for (const [name, shared] of doc.share) if ((shared as AnyType) === top) return name
  return documentText('windowUpdate.unknownPart')
}
