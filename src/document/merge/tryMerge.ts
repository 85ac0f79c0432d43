/**
 * Tries the document of another machine on a copy of the one here. What is unknown makes writers, and never removes
 * one: who typed there, who took away and what was moved is what that machine says. docs/decisions/merging.md.
 */
import * as Y from 'yjs'
import { documentText } from '../../catalogue/story/document'
import { COPY_FRAGMENT, HANDS_ARRAY } from '../../story/copy/documentSchema'
import { isPenId } from '../../story/copy/suggestions/suggestion'
import type { FactTag } from '../../story/ledger/facts/fact'
import type { FieldName, Fields } from '../../story/ledger/fields'
import type { SuggestionTrace } from '../../story/ledger/writers/suggestionTrace'
import { canonicalJson } from '../../story/text/canonicalJson'
import { STET } from '../../story/text/stet'
import { messageOf } from '../../story/text/messageOf'
import { loadDoc, registerWriter, setFactTag, setSuggestionRecord } from '../createStoryDoc'
import { setField } from '../editStory'
import { guardDocument } from '../guardDocument'
import { readFields, readStory, readSuggestionRecords, readTags } from '../reading/readStory'
import { applyAndWatch, noteDropped, type LostWords } from '../rescueWords'
import { commentWriters } from '../writers/commentWriters'
import { nameOf, noteHands, writersOfCharacters, type Hand } from '../writers/characters/hands'
import { dropDoubles } from '../pen/dropDoubles'
import { acceptedIn, mergedTyping, rejectedIn, type MergedPen } from '../pen/mergedTyping'
import { proposeTyping } from '../pen/proposeTyping'
import type { MadeSuggestion } from '../pen/proposalWork'
import { isIncomplete, itemsIn, rootOf } from '../reading/yjsItems'
import { isNoted, noteBrought, type Brought } from './brought'
import { isHand, keptParts, nameParts, whyNotForeign } from './foreignParts'
import { forgottenWords } from './forgottenWords'
import { isPutBackAlone } from './putBackAlone'
import { commentsToPutBack, type IsSigned, type CommentMarks } from './saidElsewhere'
import { takenAway } from './takenAway'

/** Who handed the story over. */
export interface Sender {
  /** Who answers for what that machine says: the sender, and who opens the bundle where nobody here trusts its key. */
  readonly names: readonly string[]
  /** People with a key on that machine that is trusted here: what it says of them counts. */
  readonly sure: ReadonlySet<string>
}

export interface MergeRules {
  readonly sender: Sender
  /** Writes the notes of this library. `person`: whose client id it is. */
  readonly client: number
  readonly person: string
  /** ISO 8601 instant. */
  readonly now: string
  readonly pen?: PenInMerge | undefined
  /** What a field must be that was and is so: the ledger proves who set it. */
  readonly rightField: <F extends FieldName>(field: F, was: Fields[F], is: Fields[F]) => Fields[F]
  /** What the tag of a fact must be that was and is so. `was`: absent for a fact that is new here. */
  readonly rightTag: (was: FactTag | undefined, is: FactTag) => FactTag
  /** Whether the history that came along says, in the name of its writer, what became of a comment. */
  readonly isSigned: IsSigned
  /** Who marked comments. `fields`: those before. */
  readonly marks: (fields: Fields) => CommentMarks
}

/** The pen of the merged ledger, and what became of suggestions. Undefined: nobody ever had the pen. */
export interface PenInMerge {
  /** Undefined: nobody has it now. */
  readonly now: Omit<MergedPen, 'library' | 'sender' | 'accepted' | 'rejected'> | undefined
  readonly traces: ReadonlyMap<string, SuggestionTrace>
}

export interface MergedDocument {
  /** A copy of the document as it would be. */
  readonly doc: Y.Doc
  /** All that has to be applied here, notes included. Undefined: the document brings nothing. */
  readonly update: Uint8Array | undefined
  /** Words that the merge drops. They are in the tray of `doc`. */
  readonly lost: readonly LostWords[]
  /** Fields that stay as they are here. */
  readonly keptFields: readonly FieldName[]
  /** Facts whose tags stay on record although the update removes them. */
  readonly keptFacts: readonly string[]
  /** Who typed what is new, and whose word counts for less than the sender's: the sender is a writer of it, too. */
  readonly answered: readonly string[]
  /** Suggestions that were made of what somebody typed without the pen. */
  readonly suggested: readonly MadeSuggestion[]
}

/** `state`: the document here. `update`: that of the other machine. `refused`: one clause for people. */
export function tryMerge(
  state: Uint8Array,
  update: Uint8Array,
  rules: MergeRules,
): MergedDocument | { readonly refused: string } {
  try {
    return merge(state, update, rules)
  } catch (error) {
    return { refused: documentText('merge.unreadableBecause', { why: messageOf(error) }) }
  }
}

function merge(
  state: Uint8Array,
  update: Uint8Array,
  rules: MergeRules,
): MergedDocument | { readonly refused: string } {
  const before = loadDoc([state])
  const doc = loadDoc([state], rules.client)
  for (const one of [before, doc]) nameParts(one)
  const [kept, tags, fields] = [keptParts(before), readTags(before), readFields(before)]
  let transaction: Y.Transaction | undefined
  doc.once('afterTransaction', (one: Y.Transaction) => (transaction = one))
  const watched = applyAndWatch(doc, update)
  if (isIncomplete(doc)) return { refused: documentText('windowUpdate.incomplete') }
  if (!transaction) throw new Error('no transaction')
  const lost = [...watched, ...forgottenWords(doc, update, transaction.beforeState)]
  const isPenNews = rules.pen?.now?.isNews === true
  const wrongFields = () => {
    const now = readFields(doc)
    return (Object.keys(now) as FieldName[])
      .map((field) => [field, rules.rightField(field, fields[field], now[field])] as const)
      .filter(([field, value]) => JSON.stringify(now[field]) !== JSON.stringify(value))
  }
  // An entry that sets a field may come by a machine where it does not count. Then the document brings no change.
  if (!brings(transaction) && !isPenNews && wrongFields().length === 0) return nothingOf(doc)
  // News of the pen may change the words here, or nothing.
  let isChanged = !isPenNews || brings(transaction)
  doc.on('update', () => (isChanged = true))
  const guarded = guardDocument(doc)
  const refused = whyNotForeign(doc, kept) ?? whyHandsDiffer(transaction) ?? guarded?.why
  if (refused !== undefined) return { refused }
  const { copy } = readStory(doc)
  const notes = writersBrought(before, doc, transaction, rules.sender).filter((note) => !isNoted(doc, note))
  const made = transaction
  const taken = rules.sender.names.flatMap((name) => takenAway(made, name, rules.sender.sure))
  const wrong = wrongFields()
  const tagsNow = readTags(doc)
  const keptFacts = [...tags.keys()].filter((id) => !tagsNow.has(id))
  const wrongTags = [...tagsNow].flatMap(([id, is]) => {
    const made = rules.rightTag(tags.get(id), is)
    return canonicalJson(made) === canonicalJson(is) ? [] : [made]
  })
  const unsigned = commentsToPutBack(before, doc, rules.isSigned, rules.marks(fields), (person, comment) =>
    commentWriters(doc, copy, comment).has(person),
  )
  const proposed = readSuggestionRecords(doc)
  // Who proposed something never changes. What several machines made of the same typing has the same name.
  const wrongProposers = [...readSuggestionRecords(before).values()].filter((was) => {
    const is = proposed.get(was.id)
    return is !== undefined && is.by !== was.by && !isPenId(was.id)
  })
  // Otherwise two machines that take in each other's notes of nothing would never be done.
  if ([notes, taken, lost, keptFacts, wrong, wrongTags, wrongProposers, unsigned].some(({ length }) => length > 0))
    doc.transact(() => {
      if (nameOf(doc, doc.clientID) === undefined) registerWriter(doc, doc.clientID, rules.person)
      noteBrought(doc, notes)
      if (taken.length > 0) noteHands(doc, taken)
      if (lost.length > 0) noteDropped(doc, lost, rules.now)
      for (const id of keptFacts) {
        const tag = tags.get(id)
        if (tag) setFactTag(doc, tag)
      }
      for (const tag of wrongTags) setFactTag(doc, tag)
      for (const [field, value] of wrong) setField(doc, field, value)
      for (const record of wrongProposers) setSuggestionRecord(doc, record)
      for (const putBack of unsigned) putBack()
    })
  const keptAsWas = wrong.map(([field]) => field)
  const isPutBack = [wrong, wrongTags, wrongProposers, unsigned].some(({ length }) => length > 0)
  if (isPutBack && keptFacts.length === 0 && !isPenNews && isPutBackAlone(before, made))
    return { ...nothingOf(loadDoc([state], rules.client)), keptFields: keptAsWas }
  const suggested = mendPen(doc, state, update, made, rules)
  return {
    doc,
    update: isChanged ? Y.encodeStateAsUpdate(doc, Y.encodeStateVector(before)) : undefined,
    lost,
    keptFields: keptAsWas,
    keptFacts,
    answered: typistsIn(doc, notes, rules.sender),
    suggested,
  }
}

/**
 * Names of those who typed what the sender counts as a writer of, too, and who are not sure there, without Stet. Other
 * notes keep a writer of words that were here.
 */
const typistsIn = (doc: Y.Doc, notes: readonly Brought[], { names, sure }: Sender): readonly string[] =>
  [...new Set(notes.flatMap(({ client, by }) => (names.includes(by) ? (nameOf(doc, client) ?? []) : [])))]
    .filter((name) => name !== STET && !sure.has(name))
    .sort()

/** The document brings nothing. */
function nothingOf(doc: Y.Doc): MergedDocument {
  nameParts(doc)
  return { doc, update: undefined, lost: [], keptFields: [], keptFacts: [], answered: [], suggested: [] }
}

/** Makes suggestions of what was typed without the pen, and keeps one of what several machines made of the same. */
function mendPen(
  doc: Y.Doc,
  state: Uint8Array,
  update: Uint8Array,
  made: Y.Transaction,
  { pen, person, now, sender }: MergeRules,
): readonly MadeSuggestion[] {
  if (!pen) return []
  const asked = pen.now && {
    ...pen.now,
    library: person,
    sender: sender.names[0] ?? '',
    accepted: acceptedIn(pen.traces),
    rejected: rejectedIn(pen.traces),
  }
  const changes = asked?.isNews ? [made, changesOf(update, state)] : [made]
  const suggested = asked ? proposeTyping(doc, mergedTyping(doc, changes, asked), { now, library: person }) : []
  const writes = Y.getState(doc.store, doc.clientID) > 0
  if (writes && nameOf(doc, doc.clientID) === undefined) registerWriter(doc, doc.clientID, person)
  dropDoubles(doc, person, pen.traces)
  return suggested
}

/** What a document adds to another one. */
function changesOf(to: Uint8Array, added: Uint8Array): Y.Transaction {
  const doc = loadDoc([to])
  nameParts(doc)
  let transaction: Y.Transaction | undefined
  doc.once('afterTransaction', (one: Y.Transaction) => (transaction = one))
  Y.applyUpdate(doc, added)
  if (!transaction) throw new Error('no transaction')
  return transaction
}

/** Whether a transaction changed anything. */
const brings = ({ beforeState, afterState, deleteSet }: Y.Transaction): boolean =>
  deleteSet.clients.size > 0 || [...afterState].some(([client, clock]) => clock !== (beforeState.get(client) ?? 0))

/** Notes of hands are only ever added. */
function whyHandsDiffer({ doc, deleteSet, beforeState }: Y.Transaction): string | undefined {
  for (const { id, content } of itemsIn(doc.getArray(HANDS_ARRAY))) {
    if (Y.isDeleted(deleteSet, id)) return documentText('merge.notesGone')
    const isNew = id.clock >= (beforeState.get(id.client) ?? 0)
    if (isNew && !content.getContent().every(isHand)) return documentText('merge.unreadable')
  }
  return undefined
}

function freshHands({ doc, beforeState }: Y.Transaction): readonly Hand[] {
  return [...itemsIn(doc.getArray(HANDS_ARRAY))].flatMap(({ id, deleted, content }) =>
    !deleted && id.clock >= (beforeState.get(id.client) ?? 0) ? content.getContent().filter(isHand) : [],
  )
}

/** Who counts as a writer, too, of what is new, and of what notes from there say of words that were here. */
function writersBrought(
  before: Y.Doc,
  doc: Y.Doc,
  transaction: Y.Transaction,
  { names, sure }: Sender,
): readonly Brought[] {
  const notes: Brought[] = []
  const add = (by: string, client: number, clock: number, length: number): void =>
    void (length > 0 && notes.push({ client, clock, length, by }))
  const { beforeState, afterState } = transaction
  for (const [client, to] of afterState) {
    const from = beforeState.get(client) ?? 0
    const typist = nameOf(doc, client)
    if ((typist === undefined || !sure.has(typist)) && holdsCopy(doc, client, from))
      for (const name of names) add(name, client, from, to - from)
  }
  for (const hand of freshHands(transaction)) {
    if (hand[0] === 'took') continue
    const [client, clock, length] = hand[0] === 'wrote' ? [hand[2], hand[3], hand[4]] : [hand[1], hand[2], hand[3]]
    const old = Math.min(Math.max((beforeState.get(client) ?? 0) - clock, 0), length)
    // A note from there takes no writer away from words that were here.
    if (old > 0) for (const name of writersOfCharacters(before, client, clock, old)) add(name, client, clock, old)
    const typist = nameOf(doc, client)
    if (hand[0] === 'wrote') {
      if (hand[1].length === 0 || !hand[1].every((name) => sure.has(name)))
        for (const name of [...names, ...(typist === undefined ? [] : [typist])]) add(name, client, clock, length)
    } else if (hand[0] === 'moved' && !isSameText(doc, hand))
      for (const name of typist === undefined ? names : [typist]) add(name, client, clock, length)
  }
  return notes
}

/** Whether a client made any part of the copy from this clock on. Notes of a library are not copy. */
function holdsCopy(doc: Y.Doc, client: number, from: number): boolean {
  const structs = doc.store.clients.get(client) ?? []
  if (Y.getState(doc.store, client) <= from) return false
  return structs
    .slice(Y.findIndexSS(structs, from))
    .some((struct) => struct instanceof Y.Item && rootOf(struct) === COPY_FRAGMENT)
}

/** Whether what was moved reads as what it was moved from. A tombstone tells nothing. */
function isSameText(
  doc: Y.Doc,
  [, client, clock, length, fromClient, fromClock]: Extract<Hand, readonly ['moved', ...unknown[]]>,
): boolean {
  const is = textAt(doc, client, clock, length)
  return is !== undefined && is === textAt(doc, fromClient, fromClock, length)
}

function textAt(doc: Y.Doc, client: number, clock: number, length: number): string | undefined {
  let text = ''
  let at = clock
  const structs = doc.store.clients.get(client) ?? []
  const end = clock + length
  if (Y.getState(doc.store, client) < end) return undefined
  for (let index = Y.findIndexSS(structs, clock); index < structs.length && at < end; index++) {
    const struct = structs[index]
    if (!(struct instanceof Y.Item)) return undefined
    const { content, id } = struct
    const [from, to] = [at - id.clock, Math.min(end - id.clock, struct.length)]
    if (content instanceof Y.ContentString) text += content.str.slice(from, to)
    else if (content instanceof Y.ContentAny) text += JSON.stringify(content.arr.slice(from, to))
    else return undefined
    at = id.clock + to
  }
  return at === end ? text : undefined
}
