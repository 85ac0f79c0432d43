/** What a story would be after a merge. Nothing is changed. */
import * as Y from 'yjs'
import { newDoc } from '../../document/createStoryDoc'
import { tryMerge, type MergedDocument, type PenInMerge, type Sender } from '../../document/merge/tryMerge'
import { readStory } from '../../document/reading/readStory'
import type { StoryBundle } from '../../exchange/bundle/storyBundle'
import { mergeText } from '../../catalogue/merging/merge'
import type { Story } from '../../story/assessment/story'
import { fieldText, type FieldName, type Fields } from '../../story/ledger/fields'
import { EMPTY_LEDGER, foldLedger, type LedgerState } from '../../story/ledger/ledger'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import { penHolder } from '../../story/ledger/writers/pen'
import { apartOf, inOrder } from '../../story/ledger/order/ledgerOrder'
import { mergeLedgers } from '../../story/merge/mergeLedgers'
import { NewsroomError } from '../../story/requests/requests'
import { messageOf } from '../../story/text/messageOf'
import { isLedgerEntry } from '../../storage/story/ledger/ledgerChain'
import { checkSignature } from '../../storage/disk/crypto/ed25519'
import type { KeyHistory } from '../../story/trust/keys/knownKeys'
import { verifyLedger, type VerifiedLedger } from '../../story/trust/verifyLedger'
import type { MergePlace } from '../replica/storyMerging'
import { readFieldValue } from '../stories/fieldValue'
import { cardIn } from './sender'
import { lastFields } from './lastFields'
import { signedIn, signedMarks, signedTags } from './signedHere'
import { endedUndoings, takeWordsAgain } from './takeAgain'
import { STET } from '../../story/text/stet'

export interface PlanTools {
  readonly history: KeyHistory
  readonly sender: Sender
  /** A Yjs client id that nobody has used. */
  readonly client: number
  /** ISO 8601 instant. */
  readonly now: string
  /** ISO 8601 instant at which the story was made. */
  readonly created: string
  /** Who opens the bundle. */
  readonly by: string
  /** Hash of a merge that was undone here → the document before it. Absent: none was. */
  readonly before?: ReadonlyMap<string, Uint8Array>
}

export interface MergePlan {
  /** Entries that are new here, numbered as the file goes on. */
  readonly take: readonly LedgerEntry[]
  readonly document: MergedDocument
  readonly verified: VerifiedLedger
  /** The story afterwards. */
  readonly story: Story
  /** Hashes of the undoings that it ends, and what is to be noted of that. */
  readonly again: readonly string[]
  /** The Yjs client id of its edits. */
  readonly client: number
  readonly events: readonly LedgerEvent[]
}

/** The place of a story that this library does not have yet. */
export const NOWHERE: MergePlace = {
  state: Y.encodeStateAsUpdate(newDoc()),
  lines: [],
  seq: 0,
  settledInTray: new Set(),
}

/** `refused`: one clause for people. Then nothing of it may come in. */
export function planMerge(
  place: MergePlace,
  bundle: StoryBundle,
  tools: PlanTools,
): MergePlan | { readonly refused: string } {
  const { history } = tools
  const { id, guid } = bundle.story
  const entries: readonly unknown[] = bundle.entries
  if (!entries.every(isLedgerEntry)) return { refused: mergeText('ledger.unreadable') }
  const card = cardIn(bundle)
  const merge = mergeLedgers(
    { guid, lines: place.lines, seq: place.seq, history },
    { entries, keys: card ? [card.publicKey, card.notes.publicKey] : [] },
    checkSignature,
  )
  if ('refused' in merge) return merge
  const { take } = merge
  const merging = take.map(({ hash }) => hash)
  const verified = verifyLedger({ id, guid }, [...place.lines, ...take], history, checkSignature, merging)
  if (verified.refused.length > 0) return { refused: mergeText('ledger.wouldClose') }
  const { settledInTray } = place
  try {
    const apart = apartOf(verified.apart)
    const counted = inOrder(verified.counted, apart)
    const ledger = foldLedger(counted, EMPTY_LEDGER, apart)
    const undoings = endedUndoings(counted, apart, entries)
    const rightField = rightFields(
      place,
      counted,
      undoings.flatMap(({ brought }) => brought),
      ledger.known,
    )
    const merged = tryMerge(place.state, bundle.document, {
      ...tools,
      person: STET,
      rightField,
      rightTag: signedTags(ledger, counted, new Set(merging)),
      marks: signedMarks(ledger, counted, new Set(merging), history),
      isSigned: signedIn(counted, new Set(merging)),
      pen: penInMerge(ledger, place, take),
    })
    if ('refused' in merged) return merged
    const { doc } = merged
    const events = takeWordsAgain(doc, {
      ...{ undoings, before: tools.before ?? new Map(), update: bundle.document, settledInTray, rightField },
      ...{ by: tools.by, client: tools.client, now: tools.now },
    })
    const document =
      undoings.length === 0
        ? merged
        : { ...merged, update: Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(place.state)) }
    return {
      ...{ take, document, verified, events, client: tools.client },
      again: undoings.map(({ undo }) => undo.hash),
      story: { id, guid, created: tools.created, ...readStory(doc), ledger },
    }
  } catch (error) {
    return { refused: mergeText('ledger.unreadableBecause', { why: messageOf(error) }) }
  }
}

/** The pen after the merge. What is here is asked again where the pen is news. */
function penInMerge(ledger: LedgerState, { lines }: MergePlace, take: readonly LedgerEntry[]): PenInMerge | undefined {
  if (!ledger.pen) return undefined
  const holder = penHolder(ledger)
  const isNews = lines.length > 0 && take.some(({ kind }) => kind === 'pen' || kind === 'moved')
  return { now: holder === undefined ? undefined : { state: ledger, holder, isNews }, traces: ledger.suggestions }
}

/**
 * A field is what the last entry says that counts and sets it, in the one order of the ledger, or the stricter one of
 * several that did not know of one another: so machines that count the same have the same, and no document says
 * otherwise. Where none counts, it stays as it is here. Of a story that is
 * new here the fields come along, but nobody has read it for legal unless that is signed. `again`: entries of merges
 * that were undone and are taken in again.
 */
function rightFields(
  { lines }: MergePlace,
  counted: readonly LedgerEntry[],
  again: readonly LedgerEntry[],
  known: LedgerState['known'],
): <F extends FieldName>(field: F, was: Fields[F], is: Fields[F]) => Fields[F] {
  const [last, undone] = [lastFields(counted, known), lastFields(again, known)]
  return (field, was, is) => {
    const to = last.get(field)
    if (to === fieldText(is) || undone.get(field) === fieldText(is)) return is
    if (lines.length === 0) return field === 'needsLegal' && is === 'complete' ? ('required' as typeof is) : is
    return to === undefined || to === fieldText(was) ? was : (valueOf(field, to) ?? was)
  }
}

/** The value that an entry notes. Undefined: the text is not a value of this field. */
function valueOf<F extends FieldName>(field: F, text: string): Fields[F] | undefined {
  try {
    const value = readFieldValue(field, text)
    return fieldText(value) === text ? value : undefined
  } catch (error) {
    if (error instanceof NewsroomError) return undefined
    throw error
  }
}
