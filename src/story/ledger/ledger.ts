/**
 * The ledger of a story: append-only, hash-chained. Everything that people sign, move, attach or dismiss is an entry;
 * no entry is ever edited or removed. The copy itself lives in the document, never here.
 */
import { applyToFact, EMPTY_RECORD, type FactRecord } from './factRecord'
import { noteSuggestion, type SuggestionTrace } from './suggestionTrace'
import { authorsAfter } from './authorNames'
import type { CorrectionRecord } from './correctionNote'
import type { FieldName } from './fields'
import type { FindingKey, Leaving, LedgerEntry } from './ledgerEntry'
import { lossKey, type AcceptedLoss, type TrustLoss } from './loss'
import type { Standing } from './stages'
import { defined } from '../text/defined'

export interface SentBack {
  readonly by: string
  readonly at: string
  readonly reason: string
}

export interface LedgerState {
  readonly seq: number
  readonly head: string
  readonly standing: Standing
  /** Hash of the copy as cleared, while the stage is cleared or published. */
  readonly clearedHash?: string
  /** All that was cleared. Absent for a story that an earlier Stet cleared. */
  readonly cleared?: Leaving
  /** Leaving fields that were set to another value since the story was cleared, with their value before. */
  readonly leavingSet: ReadonlyMap<FieldName, string>
  readonly publishedHash?: string
  /** Hash of the cleared copy when it was spiked, and all that was cleared. Restoring to cleared compares with it. */
  readonly spikedHash?: string
  readonly spikedCleared?: Leaving
  /** Hash of the text that legal read when it completed its reading. */
  readonly legalHash?: string
  /** Who said so. */
  readonly legalBy?: string
  /** Why the last move sent the story back. */
  readonly sentBack?: SentBack
  /** The last correction record of the current version. */
  readonly correction?: CorrectionRecord
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
}

export const EMPTY_LEDGER: LedgerState = {
  seq: 0,
  head: '',
  standing: { stage: 'draft', version: 1, live: false },
  leavingSet: new Map(),
  authors: [],
  facts: new Map(),
  suggestions: new Map(),
  overrides: [],
  dismissals: [],
  lossesFound: new Map(),
  lossesAccepted: new Map(),
  filesElsewhere: new Set(),
}

/** The state after more entries. `from` does not change; its maps are copied once, not for each entry. */
export function foldLedger(entries: readonly LedgerEntry[], from: LedgerState = EMPTY_LEDGER): LedgerState {
  const own = { facts: new Map(from.facts), suggestions: new Map(from.suggestions) }
  return entries.reduce((state, entry) => applyEntry(state, entry, own), from)
}

interface Growing {
  readonly facts: Map<string, FactRecord>
  readonly suggestions: Map<string, SuggestionTrace>
}

/** Changes `facts` and `suggestions`, which are copies of the state's. */
function applyEntry(state: LedgerState, entry: LedgerEntry, { facts, suggestions }: Growing): LedgerState {
  const authors = authorsAfter(state.authors, entry)
  const next = { ...state, seq: entry.seq, head: entry.hash, authors }
  switch (entry.kind) {
    case 'moved':
      return { ...next, ...afterMove(state, entry) }
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
      return { ...next, ...afterLoss(state, entry) }
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
      facts.set(entry.fact, applyToFact(facts.get(entry.fact) ?? EMPTY_RECORD, entry))
      return { ...next, facts }
    }
  }
}

/** Without the field if it has its former value again. */
function afterSetting(
  set: LedgerState['leavingSet'],
  { field, from, to }: Extract<LedgerEntry, { kind: 'fieldSet' }>,
): LedgerState['leavingSet'] {
  const next = new Map(set)
  const before = set.get(field as FieldName) ?? from
  if (before === to) next.delete(field as FieldName)
  else next.set(field as FieldName, before)
  return next
}

/** A lost entry may have sent the story back: it is no longer cleared, whatever its stage says. */
function afterLoss(
  state: LedgerState,
  { losses }: Extract<LedgerEntry, { kind: 'lossFound' }>,
): Pick<LedgerState, 'lossesFound' | 'clearedHash' | 'cleared'> {
  const lossesFound = new Map([...state.lossesFound, ...losses.map((loss) => [lossKey(loss), loss] as const)])
  return losses.some(({ kind }) => kind !== 'log')
    ? { lossesFound, clearedHash: undefined, cleared: undefined }
    : { lossesFound }
}

/** The correction record of an entry. */
export function correctionRecordOf({
  seq,
  by,
  at,
  version,
  was,
  is,
  since,
  cause,
  publicText,
  approver,
  selfApproved,
}: Extract<LedgerEntry, { kind: 'correctionNoted' }>): CorrectionRecord {
  return {
    entry: seq,
    version,
    by,
    at,
    was,
    is,
    since,
    cause,
    publicText,
    ...defined({ approver, selfApproved }),
  }
}

type MovedEntry = Extract<LedgerEntry, { kind: 'moved' }>

function afterMove(
  state: LedgerState,
  entry: MovedEntry,
): Pick<
  LedgerState,
  | 'standing'
  | 'clearedHash'
  | 'cleared'
  | 'leavingSet'
  | 'publishedHash'
  | 'spikedHash'
  | 'spikedCleared'
  | 'sentBack'
  | 'correction'
> {
  const { standing } = state
  const opensVersion = entry.from === 'published' && entry.to === 'inReview'
  const isRestored = entry.from === 'spiked' && state.spikedHash !== undefined
  const clearedHash =
    entry.to === 'cleared'
      ? isRestored
        ? state.spikedHash
        : entry.copyHash
      : entry.to === 'published'
        ? state.clearedHash
        : undefined
  const cleared =
    entry.to === 'cleared'
      ? isRestored
        ? state.spikedCleared
        : entry.leaving
      : entry.to === 'published'
        ? state.cleared
        : undefined
  const publishedHash = entry.to === 'published' ? entry.copyHash : state.publishedHash
  const versionKind = opensVersion ? entry.versionKind : standing.versionKind
  return {
    clearedHash,
    cleared,
    leavingSet: entry.to === 'cleared' && !isRestored ? EMPTY_LEDGER.leavingSet : state.leavingSet,
    publishedHash,
    sentBack:
      entry.to === 'draft' && entry.from !== 'spiked' && entry.reason
        ? { by: entry.by, at: entry.at, reason: entry.reason }
        : undefined,
    spikedHash: entry.to === 'spiked' ? state.clearedHash : undefined,
    spikedCleared: entry.to === 'spiked' ? state.cleared : undefined,
    correction: opensVersion ? undefined : state.correction,
    standing: {
      stage: entry.to,
      version: standing.version + (opensVersion ? 1 : 0),
      live: entry.to === 'published' || (standing.live && entry.to !== 'killed'),
      ...defined({ versionKind }),
      ...(entry.to === 'spiked' ? { spikedFrom: entry.from } : {}),
    },
  }
}
