/**
 * The ledger of a story: append-only, hash-chained. Everything that people sign, move, attach or dismiss is an entry;
 * no entry is ever edited or removed. The copy itself lives in the document, never here.
 */
import { defined } from '../text/defined'
import { applyToFact, EMPTY_RECORD, type FactRecord } from './factRecord'
import { noteSuggestion, type SuggestionTrace } from './suggestionTrace'
import { authorsAfter, withNames } from './authorNames'
import { correctionRecordOf } from './correctionRecord'
import type { FindingKey, LedgerEntry } from './ledgerEntry'
import { lossKey, type AcceptedLoss, type TrustLoss } from './loss'
import {
  afterConcurrentMove,
  afterLossOf,
  afterMove,
  afterSetting,
  NO_MOVES,
  NOT_MOVED,
  type Moved,
  type MovesKnown,
} from './moves'
import { KnownEntries } from './order/knownEntries'
import { afterPen, afterPenStage, type PenMove } from './pen'
import { isOneLine, NONE_APART, type Apart } from './order/ledgerOrder'

export interface LedgerState extends Moved {
  readonly seq: number
  readonly head: string
  /** Hash of the text that legal read when it completed its reading. */
  readonly legalHash?: string
  /** Who said so. */
  readonly legalBy?: string
  /** Names of everyone whom the author field or a byline ever named, and who brought the story in. */
  readonly authors: readonly string[]
  readonly facts: ReadonlyMap<string, FactRecord>
  readonly suggestions: ReadonlyMap<string, SuggestionTrace>
  readonly overrides: readonly (FindingKey & { readonly by: string; readonly reason: string })[]
  readonly dismissals: readonly (FindingKey & { readonly by: string })[]
  /** Losses that Stet noted, and those that an editor accepted, by lossKey. */
  readonly lossesFound: ReadonlyMap<string, TrustLoss>
  readonly lossesAccepted: ReadonlyMap<string, AcceptedLoss>
  /** SHA-256 of captured files that lie elsewhere. */
  readonly filesElsewhere: ReadonlySet<string>
  /** What the writers of entries knew. Absent: each knew all before it, as one writer does. */
  readonly known?: KnownEntries
  /** What moved the pen, in order. Absent: nobody ever had it. */
  readonly pen?: readonly PenMove[]
  /** With `known`. */
  readonly movesKnown?: MovesKnown
  /** With `known`: names that were taken out before the story had a word, by the number of the entry. */
  readonly namesTaken?: readonly { readonly seq: number; readonly names: readonly string[] }[]
}

export const EMPTY_LEDGER: LedgerState = {
  seq: 0,
  head: '',
  ...NOT_MOVED,
  authors: [],
  facts: new Map(),
  suggestions: new Map(),
  overrides: [],
  dismissals: [],
  lossesFound: new Map(),
  lossesAccepted: new Map(),
  filesElsewhere: new Set(),
}

/**
 * The state after more entries, in the order of `inOrder` (order/ledgerOrder.ts). `from` does not change; its maps are
 * copied once, not for each entry. Later entries of a ledger with several writers follow all that was folded.
 * `apart`: entries of the ledger that do not count.
 */
export function foldLedger(
  entries: readonly LedgerEntry[],
  from: LedgerState = EMPTY_LEDGER,
  apart: Apart = NONE_APART,
): LedgerState {
  const own = { facts: new Map(from.facts), suggestions: new Map(from.suggestions) }
  const begin =
    from.seq === 0 && !isOneLine(entries, apart)
      ? { ...from, known: new KnownEntries(apart), movesKnown: NO_MOVES }
      : from
  return entries.reduce((state, entry) => applyEntry(state, entry, own), begin)
}

interface Growing {
  readonly facts: Map<string, FactRecord>
  readonly suggestions: Map<string, SuggestionTrace>
}

/** Changes `facts` and `suggestions`, which are copies of the state's. */
function applyEntry(state: LedgerState, entry: LedgerEntry, { facts, suggestions }: Growing): LedgerState {
  const { known, movesKnown } = state
  known?.add(entry)
  const next = { ...state, seq: entry.seq, head: entry.hash, ...authorsNow(state, entry) }
  switch (entry.kind) {
    case 'moved':
      return {
        ...next,
        ...defined({ pen: afterPenStage(state, entry) }),
        ...(known && movesKnown ? afterConcurrentMove(state, movesKnown, entry, known) : afterMove(state, entry)),
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
    case 'fieldSet':
      return {
        ...next,
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
    case 'created':
    case 'bylineStruck':
    case 'exported':
    case 'exportFailed':
    case 'versionRestored':
    case 'rescued':
    case 'correctionTold':
    case 'copiedOut':
    case 'merged':
      return next
    case 'personAdded':
    case 'roleChanged':
    case 'pinSet':
    case 'pinRemoved':
    case 'sourceAdded':
    case 'sourceChanged':
    case 'sourceMerged':
    case 'sourceDestroyed':
    case 'deskOfOne':
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
      return next
    case 'suggested':
    case 'suggestionDecided':
    case 'suggestionDropped':
    case 'suggestionReopened':
      return noteSuggestion(suggestions, entry) ? { ...next, suggestions } : next
    default: {
      facts.set(entry.fact, applyToFact(facts.get(entry.fact) ?? EMPTY_RECORD, entry, known))
      return { ...next, facts }
    }
  }
}

/** Who took a name out before there was a word did not do so if somebody had written words elsewhere. */
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
