/**
 * What a window may change by typing: copy and marks, and the records of facts and suggestions that it adds. Everything
 * else (fields, writers, comments, existing records) is changed by newsroom actions only; what an undo takes away of it is put back. A suggestion is its proposer's:
 * nobody else puts words into it or proposes in that name.
 */
import * as Y from 'yjs'
import { canonicalJson } from '../story/text/canonicalJson'
import { COPY_FRAGMENT, FACTS_MAP, SUGGESTIONS_MAP, WRITERS_MAP } from '../story/copy/documentSchema'
import type { FactTag } from '../story/ledger/fact'
import type { SuggestionTrace } from '../story/ledger/suggestionTrace'
import { describeSuggestion, type Suggestion, type SuggestionRecord } from '../story/copy/suggestion'
import { setFactTag, setSuggestionRecord } from './createStoryDoc'
import { guardNodes } from './guardDocument'
import { readSuggestionRecord, readTag } from './readStory'
import { StoryReader } from './storyReader'
import { isIncomplete, itemOf } from './yjsItems'
import { messageOf } from '../story/text/messageOf'

export interface WindowUpdateRules {
  /** Who types in the window: an added record must carry this name. */
  readonly by: string
  /** Whether an undo may take this fact's record away again: true while nobody else has dealt with it. */
  readonly mayForget: (fact: string) => boolean
  /**
   * Told how to put back a record that the update takes away although it stays: an undo takes its step back whatever others have
   * made of it meanwhile, and refused for ever it would keep all that is typed later from being saved.
   */
  readonly putBack: (restore: (doc: Y.Doc) => void) => void
  /** What the ledger says of the story's suggestions: an undo may bring one back as it was decided. */
  readonly suggestions?: ReadonlyMap<string, SuggestionTrace>
}

/**
 * Applies `update` to `candidate` and says what it did that it may not do; undefined when all was allowed. After a refusal
 * the candidate is spoilt and must be rebuilt from the replica.
 */
export function checkWindowUpdate(candidate: Y.Doc, update: Uint8Array, rules: WindowUpdateRules): string | undefined {
  // Root types have no kind until they are asked for by one.
  candidate.getXmlFragment(COPY_FRAGMENT)
  const { suggestions: pendingBefore, tags: tagsBefore } = readerOf(candidate).read()
  const factsBefore: FactsBefore = { ids: new Set(candidate.getMap(FACTS_MAP).keys()), tags: tagsBefore }
  const proposedBefore = new Map(
    [...candidate.getMap(SUGGESTIONS_MAP)].map(([id, value]) => [id, readSuggestionRecord(id, value)]),
  )
  let refusal: string | undefined
  const touched = new Set<unknown>()
  const inspect = (transaction: Y.Transaction): void => {
    for (const [type, keys] of transaction.changed) {
      const root = rootOf(type, candidate)
      if (root === COPY_FRAGMENT) for (const node of touchedNodes(type, transaction)) touched.add(node)
      else if (root === FACTS_MAP) refusal ??= checkFacts(candidate, type, keys, factsBefore, rules)
      else if (root === SUGGESTIONS_MAP) refusal ??= checkRecords(candidate, type, keys, proposedBefore, rules)
      else refusal ??= `A window may not change “${root}” by typing.`
    }
  }
  candidate.on('afterTransaction', inspect)
  try {
    if (typesForAnother(candidate, update, rules.by)) return 'A window may not type under somebody else’s name.'
    Y.applyUpdate(candidate, update)
  } catch (error) {
    return `The update could not be read (${messageOf(error)}).`
  } finally {
    candidate.off('afterTransaction', inspect)
  }
  if (refusal !== undefined) return refusal
  if (isIncomplete(candidate)) return 'The update builds on changes that never arrived.'
  return guardNodes(touched)?.why ?? checkSuggestions(pendingBefore, readerOf(candidate).read().suggestions, rules)
}

/** Unchanged blocks of a candidate are read once. */
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
    return id !== undefined && before.has(id) ? 'The record of a suggestion does not change.' : undefined
  }
  for (const id of keys) {
    if (id === null) return 'The record of a suggestion does not change.'
    const value = records.get(id)
    const record = before.get(id)
    const state = suggestions?.get(id)?.state
    if (value === undefined) {
      if (!before.has(id)) continue
      if (record?.by !== by) return 'A suggestion that somebody else made cannot be forgotten.'
      if (state === 'accepted' || state === 'rejected') putBack((story) => setSuggestionRecord(story, record))
    } else if (before.has(id)) return 'The record of a suggestion does not change.'
    else if (readSuggestionRecord(id, value)?.by !== by)
      return 'A new suggestion must carry the name of the person who makes it.'
  }
  return undefined
}

/** Somebody else's suggestion may lose words (they were edited away), never gain any; as the ledger has it, it may come back. */
function checkSuggestions(
  before: readonly Suggestion[],
  after: readonly Suggestion[],
  { by, suggestions }: WindowUpdateRules,
): string | undefined {
  const known = new Map(before.map((suggestion) => [suggestion.id, suggestion]))
  for (const now of after) {
    const then = known.get(now.id)
    if (now === then || now.by === by) continue
    if (now.by === '') return 'A suggestion without a record of who makes it was refused.'
    const trace = suggestions?.get(now.id)
    const asDecided =
      trace !== undefined &&
      trace.state !== 'pending' &&
      trace.inserted === now.inserted &&
      trace.deleted === now.deleted &&
      trace.about === describeSuggestion(now)
    const lessThanBefore =
      then !== undefined &&
      isPartOf(now.inserted, then.inserted) &&
      isPartOf(now.deleted, then.deleted) &&
      isPartOf(shapesOf(now), shapesOf(then))
    if (!asDecided && !lessThanBefore)
      return `A window may not propose in somebody else’s name (${now.by}: ${describeSuggestion(now)}).`
  }
  return undefined
}

const shapesOf = ({ changes }: Suggestion): string =>
  changes
    .flatMap(({ kind, style, shape }) =>
      style === undefined && !shape ? [] : [`${kind} ${style ?? JSON.stringify(shape)};`],
    )
    .join('')

/** Whether `part` is left of `whole` when some of its characters are taken out. */
function isPartOf(part: string, whole: string): boolean {
  let at = 0
  for (const letter of whole) if (part.startsWith(letter, at)) at += letter.length
  return at === part.length
}

/** Whether the update holds new characters of a client id that was given to another person. */
function typesForAnother(candidate: Y.Doc, update: Uint8Array, by: string): boolean {
  const writers = candidate.getMap(WRITERS_MAP)
  return [...Y.parseUpdateMeta(update).to].some(([client, to]) => {
    const writer = writers.get(String(client))
    return typeof writer === 'string' && writer !== by && to > Y.getState(candidate.store, client)
  })
}

interface FactsBefore {
  readonly ids: ReadonlySet<string>
  readonly tags: ReadonlyMap<string, FactTag>
}

/** A record that says what it said before has not changed: a tagging that is undone and redone within one update puts it back. */
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
    return id !== undefined && before.has(id) ? 'A fact’s record changes by an action only.' : undefined
  }
  for (const id of keys) {
    if (id === null) return 'A fact’s record changes by an action only.'
    const value = facts.get(id)
    if (value === undefined) {
      const tag = tags.get(id)
      if (before.has(id) && !rules.mayForget(id)) {
        if (!tag) return 'A fact that somebody has dealt with cannot be forgotten.'
        rules.putBack((story) => setFactTag(story, tag))
      }
    } else if (before.has(id)) {
      if (!(value instanceof Y.Map) || canonicalJson({ ...value.toJSON(), id }) !== canonicalJson(tags.get(id)))
        return 'A fact’s record changes by an action only.'
    } else if (readTag(id, value)?.by !== rules.by) return 'A new fact must carry the name of the person who tagged it.'
  }
  return undefined
}

type AnyType = Y.AbstractType<unknown>

/** The node itself, or for the whole copy the blocks that are new in it; deleted ones are left out. */
function touchedNodes(changed: unknown, transaction: Y.Transaction): readonly unknown[] {
  if (changed instanceof Y.XmlElement || changed instanceof Y.XmlText) return itemOf(changed)?.deleted ? [] : [changed]
  if (!(changed instanceof Y.XmlFragment)) return []
  return changed.toArray().filter((node) => {
    const item = itemOf(node)
    return item !== undefined && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
  })
}

/** Name of the shared root type that `type` lies in. */
function rootOf(type: unknown, doc: Y.Doc): string {
  let top = type as AnyType
  while (top.parent !== null) top = top.parent
  for (const [name, shared] of doc.share) if ((shared as AnyType) === top) return name
  return 'an unknown part'
}
