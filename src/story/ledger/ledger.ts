/**
 * The ledger of a story: append-only, hash-chained. Everything that people sign, move, attach or dismiss is an entry;
 * no entry is ever edited or removed. The copy itself lives in the document, never here.
 */
import { defined } from '../text/defined'
import { applyToFact } from './record/applyToFact'
import { EMPTY_RECORD, type FactRecord } from './record/factRecord'
import { factsFromOriginal } from './record/factsFromOriginal'
import { withProposal } from './writers/proposal'
import { noteSuggestion, type SuggestionTrace } from './writers/suggestionTrace'
import { authorsAfter, withNames } from './writers/authorNames'
import { correctionRecordOf } from './leaving/corrections/correctionRecord'
import { outsideAfter } from './leaving/exportsOutside'
import { afterFieldSet, settersAtFirst } from './writers/fieldSetters'
import { isEntryKind } from './events/entryKinds'
import { findingName } from './events/gateEvent'
import type { LedgerEntry } from './ledgerEntry'
import { EMPTY_LEDGER, type LedgerState } from './ledgerState'
import { leftOut, lesserOf } from './order/lesser'
import { lossKey, type AcceptedLoss } from './loss'
import { afterLossOf, afterMoving, afterSetting, NO_MOVES } from './moves'
import { KnownEntries } from './order/knownEntries'
import { afterPen, afterPenStage } from './writers/pen'
import { isOneLine, knewOtherMoves, NONE_APART, type Apart } from './order/ledgerOrder'
import { undoingsOf } from './order/undoneMerges'

export { EMPTY_LEDGER, type LedgerState } from './ledgerState'

/**
 * The state after more entries, in the order of `inOrder` (order/ledgerOrder.ts). `from` does not change; its maps are
 * copied once, not for each entry. Later entries of a ledger with several writers follow all that was folded.
 * `apart`: entries of the ledger that do not count. Where a merge was undone, or taken in again, all are folded again,
 * from nothing.
 */
export function foldLedger(
  entries: readonly LedgerEntry[],
  from: LedgerState = EMPTY_LEDGER,
  apart: Apart = NONE_APART,
): LedgerState {
  if (from.undone) {
    const { all, without, facts } = from.undone
    return lesserOf({ all: fold(entries, all), without: without.map((one) => fold(entries, one)), facts }, from)
  }
  const undoings = from.seq === 0 ? undoingsOf(entries, apart) : []
  if (undoings.length === 0) return fold(entries, from, apart)
  const without = leftOut(undoings).map((out) => {
    const rest = entries.filter(({ hash }) => !out.has(hash))
    return fold(rest, ONE_OF_SEVERAL, new Map([...apart, ...out]))
  })
  const brought = undoings.flatMap((one) => one.brought)
  const facts = new Set(brought.flatMap((entry) => ('fact' in entry ? [entry.fact] : [])))
  return lesserOf({ all: fold(entries, ONE_OF_SEVERAL, apart), without, facts })
}

const ONE_OF_SEVERAL: LedgerState = { ...EMPTY_LEDGER, severalReadings: true }

function fold(entries: readonly LedgerEntry[], from: LedgerState, apart: Apart = NONE_APART): LedgerState {
  const own = { facts: new Map(from.facts), suggestions: new Map(from.suggestions) }
  const begin =
    from.seq === 0 && !isOneLine(entries, apart)
      ? { ...from, known: new KnownEntries(apart), movesKnown: NO_MOVES }
      : from
  return entries.reduce((state, entry) => applyEntry(state, entry, own, apart), begin)
}

interface Growing {
  readonly facts: Map<string, FactRecord>
  readonly suggestions: Map<string, SuggestionTrace>
}

/** Changes `facts` and `suggestions`, which are copies of the state's. */
function applyEntry(
  state: LedgerState,
  entry: LedgerEntry,
  { facts, suggestions }: Growing,
  apart: Apart,
): LedgerState {
  const { known } = state
  known?.add(entry)
  const latest = known ? known.latestBefore(entry.seq) : state.latest
  const next = {
    ...state,
    ...{ seq: entry.seq, head: entry.hash, latest: entry.at > state.latest ? entry.at : state.latest },
    ...authorsNow(state, entry),
    ...(entry.kind === 'moved' ? {} : outsideAfter(state, entry, known)),
    ...(!known && knewOtherMoves(entry, apart, (hash) => hash === state.head) ? { otherMoves: true as const } : {}),
  }
  switch (entry.kind) {
    case 'moved': {
      const made = afterMoving({ ...state, ...defined({ otherMoves: next.otherMoves }) }, entry)
      if (!made) return next
      return {
        ...next,
        ...defined({ pen: afterPenStage(state, entry) }),
        ...made,
        ...outsideAfter(state, entry, known),
      }
    }
    case 'pen':
      return { ...next, pen: afterPen(state, entry) }
    case 'overridden':
      return {
        ...next,
        overrides: [...state.overrides, { rule: entry.rule, key: entry.key, by: entry.by, reason: entry.reason }],
      }
    case 'dismissed':
      return { ...next, dismissals: [...state.dismissals, { rule: entry.rule, key: entry.key, by: entry.by }] }
    case 'undismissed': {
      const back = new Set(entry.findings.map(findingName))
      return {
        ...next,
        dismissals: state.dismissals.filter((one) => one.by !== entry.by || !back.has(findingName(one))),
      }
    }
    case 'fieldSet':
      return {
        ...next,
        fieldSetters: afterFieldSet(state.fieldSetters, entry),
        ...(entry.leaves ? { leavingSet: afterSetting(state.leavingSet, entry) } : {}),
        ...(entry.legalHash === undefined ? {} : { legalHash: entry.legalHash, legalBy: entry.by }),
      }
    case 'correctionNoted':
      return entry.version === state.standing.version ? { ...next, correction: correctionRecordOf(entry) } : next
    case 'lossFound':
      return afterLoss(next, entry)
    case 'lossAccepted': {
      const { seq, by, at, reason } = entry
      const accepted = entry.losses.map((loss): [string, AcceptedLoss] => [
        lossKey(loss),
        { ...loss, entry: seq, by, at, reason },
      ])
      return { ...next, lossesAccepted: new Map([...state.lossesAccepted, ...accepted]) }
    }
    case 'filesElsewhere':
      return { ...next, filesElsewhere: new Set([...state.filesElsewhere, ...entry.files]) }
    case 'merged':
      return { ...next, shared: true }
    case 'created':
      // The entry begins the story: it says nothing about a fact that has a record.
      for (const [fact, record] of factsFromOriginal(entry, known)) if (!facts.has(fact)) facts.set(fact, record)
      return {
        ...next,
        facts,
        fieldSetters: settersAtFirst(entry.set),
        ...(entry.origin === 'sample' ? { sample: true as const } : {}),
      }
    case 'exported':
    case 'exportFailed':
    case 'bylineStruck':
    case 'versionRestored':
    case 'rescued':
    case 'commentEdited':
    case 'commentMarked':
    case 'commentDeleted':
    case 'commentRestored':
    case 'correctionTold':
    case 'copiedOut':
    case 'mergeUndone':
    case 'apartDecided':
      return next
    case 'personAdded':
    case 'roleChanged':
    case 'personLeft':
    case 'personReturned':
    case 'pinSet':
    case 'pinRemoved':
    case 'sourceAdded':
    case 'sourceChanged':
    case 'sourceMerged':
    case 'sourceShown':
    case 'sourceDestroyed':
    case 'deskOfOne':
    case 'defaultsSet':
    case 'wordAdded':
    case 'wordRemoved':
    case 'storyDeleted':
    case 'storyTakenBack':
    case 'sealed':
    case 'keyAdded':
    case 'keyRetired':
    case 'invited':
    case 'deviceTrusted':
    case 'sourcesShared':
    case 'head':
    case 'headsCompacted':
    case 'recordsKept':
    case 'sourcesSigned':
      return next
    case 'suggested':
    case 'suggestionDecided':
    case 'suggestionDropped':
    case 'suggestionReopened': {
      if (!noteSuggestion(suggestions, entry)) return next
      const fact = suggestions.get(entry.suggestion)?.corrects?.fact ?? ''
      const record = facts.get(fact)
      if (!record) return { ...next, suggestions }
      facts.set(fact, withProposal(record, entry))
      return { ...next, suggestions, facts }
    }
    default: {
      // From before keys, an entry of an unknown kind may stand among the others. It says nothing.
      if (!isEntryKind(entry.kind)) return next
      facts.set(entry.fact, applyToFact(facts.get(entry.fact) ?? EMPTY_RECORD, entry, known, latest))
      return { ...next, facts }
    }
  }
}

/**
 * A name removed “before any words” stays an author if a fact had words by then, written on another machine.
 */
function authorsNow(state: LedgerState, entry: LedgerEntry): Pick<LedgerState, 'authors' | 'namesTaken'> {
  const { known, authors: before, namesTaken = [], facts } = state
  if (entry.kind === 'fieldSet' && entry.beforeWords) {
    const authors = authorsAfter(
      before,
      entry,
      [...facts.values()].some(({ wordsEntry }) => wordsEntry !== undefined),
    )
    const names = before.filter((name) => !authors.includes(name))
    return { authors, ...(known ? { namesTaken: [...namesTaken, { seq: entry.seq, names }] } : {}) }
  }
  const authors = authorsAfter(before, entry)
  if (!known || namesTaken.length === 0 || (entry.kind !== 'tagged' && entry.kind !== 'reworded')) return { authors }
  const back = namesTaken.flatMap(({ seq, names }) => (known.knew(entry.seq, seq) ? [] : names))
  return { authors: withNames(authors, back) }
}

/** A lost entry may have sent the story back: it is no longer cleared, whatever its stage says. */
function afterLoss(state: LedgerState, { seq, losses }: Extract<LedgerEntry, { kind: 'lossFound' }>): LedgerState {
  const lossesFound = new Map([...state.lossesFound, ...losses.map((loss) => [lossKey(loss), loss] as const)])
  if (losses.every(({ kind }) => kind === 'log')) return { ...state, lossesFound }
  const { movesKnown } = state
  return {
    ...state,
    lossesFound,
    clearedHash: undefined,
    cleared: undefined,
    ...(movesKnown ? { movesKnown: afterLossOf(movesKnown, seq) } : {}),
  }
}
