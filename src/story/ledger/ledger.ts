/**
 * The ledger of a story: append-only, hash-chained. Everything that people sign, move, attach or dismiss is an entry
 * here; nothing in it is ever edited or removed. The copy itself lives in the document, never here.
 */
import type { IncludedPart } from '../desk/exportFormat'
import type { CorrectionNote, CorrectionRecord } from './correctionNote'
import type { Derivation } from './derivation'
import type { Evidence, FactType, SignOff } from './fact'
import type { Stage, Standing, VersionKind } from './stages'
import type { Translation } from './translation'

/** What a finding was raised on, so that an override or dismissal holds for these words only. */
export interface FindingKey {
  readonly rule: string
  /** Stable text that names the place and its words; a finding with another key is another finding. */
  readonly key: string
}

/** What a suggestion proposes, written down: its words, and one line for people. */
export interface SuggestedWords {
  readonly suggestion: string
  readonly inserted: string
  readonly deleted: string
  readonly about: string
}

/** What a fact and its sentence read when the proposed words stand, and the evidence for them. */
export interface Correction {
  readonly fact: string
  readonly words: string
  readonly sentence: string
  /** Id of the evidence that came with the proposal. */
  readonly evidence?: string
}

export type LedgerEvent =
  | { readonly kind: 'created'; readonly origin: 'new' | 'import' | 'duplicate' | 'sample'; readonly from?: string }
  | {
      readonly kind: 'tagged'
      readonly fact: string
      readonly type: FactType
      readonly words: string
      readonly writers: readonly string[]
    }
  | {
      readonly kind: 'retyped'
      readonly fact: string
      readonly from: FactType
      readonly to: FactType
      readonly reason?: string
    }
  | { readonly kind: 'described'; readonly fact: string; readonly statement?: string; readonly attributedTo?: string }
  | {
      readonly kind: 'reworded'
      readonly fact: string
      readonly words: string
      /** Who typed them, when nobody saw whose change it was. */ readonly writers?: readonly string[]
    }
  | ({ readonly kind: 'signed'; readonly fact: string; readonly contextAccepted?: boolean } & Omit<
      SignOff,
      'entry' | 'by' | 'at'
    >)
  | { readonly kind: 'withdrawn'; readonly fact: string; readonly signOff: number }
  | { readonly kind: 'answered'; readonly fact: string; readonly text: string }
  /** Absent: the words are no translation. */
  | { readonly kind: 'translated'; readonly fact: string; readonly translation?: Translation }
  /** Absent: the figure is not worked out. */
  | { readonly kind: 'derived'; readonly fact: string; readonly derivation?: Derivation }
  | { readonly kind: 'evidenceAdded'; readonly fact: string; readonly evidence: Evidence }
  | { readonly kind: 'evidenceRemoved'; readonly fact: string; readonly evidence: string }
  | { readonly kind: 'lapsed'; readonly fact: string; readonly reasons: readonly string[]; readonly words: string }
  | { readonly kind: 'restored'; readonly fact: string; readonly words: string }
  | {
      readonly kind: 'untagged'
      readonly fact: string
      readonly reason: string
      readonly words: string
      readonly lastStatus: string
    }
  | { readonly kind: 'retagged'; readonly fact: string; readonly words: string }
  | ({
      readonly kind: 'suggested'
      /** The right words for a fact that was found wrong, as the person who proposes them saw it. */ readonly corrects?: Correction
    } & SuggestedWords)
  | ({
      readonly kind: 'suggestionDecided'
      readonly verdict: 'accepted' | 'rejected'
      readonly proposer: string
      readonly proposedAt: string
    } & SuggestedWords)
  /** A pending suggestion went without a verdict: taken back, or its words were edited away. */
  | ({ readonly kind: 'suggestionDropped'; readonly proposer: string } & SuggestedWords)
  /** One that was decided or dropped is pending again: the decision was undone. */
  | { readonly kind: 'suggestionReopened'; readonly suggestion: string }
  | {
      readonly kind: 'fieldSet'
      readonly field: string
      readonly from: string
      readonly to: string
      /** needsLegal set to complete: hash of what legal read. */ readonly legalHash?: string
    }
  | {
      readonly kind: 'moved'
      readonly from: Stage
      readonly to: Stage
      readonly reason?: string
      readonly copyHash: string
      readonly blocks: number
      readonly warns: number
      readonly overrides: readonly FindingKey[]
      readonly versionKind?: VersionKind
      /** The move was made by the app itself because cleared copy was edited. */
      readonly automatic?: boolean
    }
  | ({ readonly kind: 'overridden'; readonly reason: string } & FindingKey)
  | ({ readonly kind: 'dismissed'; readonly reason?: string } & FindingKey)
  | {
      readonly kind: 'exported'
      readonly format: string
      readonly edition: string
      readonly fileName: string
      readonly sha256: string
      readonly draft: boolean
      readonly blocks: number
      readonly overrides: readonly FindingKey[]
      /** The rest is absent in entries of before it was kept. */
      readonly formatVersion?: string
      readonly options?: ExportOptions
      /** What the gate warned of. */
      readonly warns?: number
      /** Path of the file, or its folder, as the person chose it. */
      readonly destination?: string
      /** Number of the kept version that was written out, and the SHA-256 of its state. */
      readonly version?: number
      readonly state?: string
      /** How many entries this ledger had then, and the instant that the writer took for now: what the same bytes need. */
      readonly ledgerAt?: number
      readonly asOf?: string
      /** `seq` of the export that was made once more. */
      readonly again?: number
    }
  /** What was exported under the `seq` did not come to its place: nobody there has those words. */
  | { readonly kind: 'exportFailed'; readonly export: number; readonly reason: string }
  /** What lay in the recovery tray under `ref` was put back into the copy, or let go. */
  | { readonly kind: 'rescued'; readonly outcome: 'putBack' | 'letGo'; readonly ref: string; readonly text: string }
  /** The words of a kept version were put back, as a new edit. `versionAt`: when it was kept. */
  | { readonly kind: 'versionRestored'; readonly version: number; readonly versionAt: string; readonly name?: string }
  | { readonly kind: 'responseSought'; readonly fact: string; readonly response: ResponseSought }
  /** What a correction or clarification corrects; a later one of the same version replaces it. `approver`: whoever noted it was entitled to. */
  | ({
      readonly kind: 'correctionNoted'
      readonly version: number
      readonly approver?: string
      readonly selfApproved?: true
    } & CorrectionNote)
  /** A destination was told of the correction. `export`: `seq` of what it had got; `withdrawn`: it was not, after all. */
  | {
      readonly kind: 'correctionTold'
      readonly version: number
      readonly export: number
      readonly destination: string
      readonly how?: string
      readonly withdrawn?: true
    }
  | LibraryEvent

/**
 * What a library's own ledger keeps: the roster and the source book. Of a PIN it says that it was set or taken away. Of a source it says which of its fields changed and
 * never what they held: what is written here stays, and an identity must be able to go.
 */
export type LibraryEvent =
  | { readonly kind: 'personAdded'; readonly person: string; readonly role: string }
  | { readonly kind: 'roleChanged'; readonly person: string; readonly from: string; readonly to: string }
  /** `changed`: in place of another one. */
  | { readonly kind: 'pinSet'; readonly person: string; readonly changed: boolean }
  | { readonly kind: 'pinRemoved'; readonly person: string }
  | { readonly kind: 'sourceAdded'; readonly source: string; readonly protected: boolean; readonly groundRules: string }
  | {
      readonly kind: 'sourceChanged'
      readonly source: string
      readonly fields: readonly string[]
      readonly protected?: boolean
      readonly groundRules?: string
      readonly reason?: string
    }
  | { readonly kind: 'sourceMerged'; readonly source: string; readonly into: string }
  | { readonly kind: 'sourceDestroyed'; readonly source: string; readonly reason: string }
  | { readonly kind: 'deskOfOne'; readonly on: boolean }

/** What of an export's request the same bytes and name need, besides what its entry says anyway. */
export interface ExportOptions {
  readonly lineLength?: number
  readonly slugHeader?: boolean
  readonly fileNamePattern?: string
  readonly include?: readonly IncludedPart[]
}

/** An answer asked of whom an allegation is about. */
export interface ResponseSought {
  readonly who: string
  /** "by phone", "by e-mail to the press office" */
  readonly how: string
  /** As the person who asked wrote it down: "30 Oct, 11:05 KST". */
  readonly when: string
  /** "Declined to comment"; '' while it is awaited. */
  readonly reply: string
}

export type LedgerEntry = LedgerEvent & {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number
  /** ISO 8601 instant. */
  readonly at: string
  /** A name on the roster, or "Stet" for what the app notes by itself. */
  readonly by: string
  /** `hash` of the entry before, '' for the first. */
  readonly prev: string
  /** SHA-256 (hex) of the entry without `hash`, as canonical JSON. */
  readonly hash: string
}

/** What the ledger says about one suggestion. */
export interface SuggestionTrace {
  readonly state: 'pending' | 'accepted' | 'rejected' | 'dropped'
  readonly by: string
  /** The words as last written down. */
  readonly inserted: string
  readonly deleted: string
  readonly about: string
  readonly corrects?: Correction
}

/** What the ledger says about one fact. */
export interface FactRecord {
  readonly type?: FactType
  readonly signOffs: readonly SignOff[]
  /** The last sign-off that was not withdrawn and not answered away. */
  readonly current?: SignOff
  /** A query was answered since it was asked; back at toCheck. */
  readonly answered: boolean
  /** The last answer to a query. */
  readonly answer?: { readonly text: string; readonly by: string; readonly at: string }
  readonly translation?: Translation
  readonly derivation?: Derivation
  readonly evidence: readonly Evidence[]
  /** Answers asked for, oldest first; absent when none was. */
  readonly responses?: readonly ResponseSought[]
  /** Set while untagged by a person. */
  readonly untagged?: {
    readonly reason: string
    readonly by: string
    readonly words: string
    readonly lastStatus: string
  }
  /** Who last changed the words (several when they were typed by several before the tag). */
  readonly lastChangers: readonly string[]
  /** The words as last seen in the copy. */
  readonly lastWords?: string
  /** The last noted transition was a lapse. */
  readonly lapsed: boolean
  /** Who tagged it; the app itself where nobody saw. */
  readonly taggedBy?: string
  /** Number of the entry that noted its words last (tagged or reworded), and of its last entry of any kind. */
  readonly wordsEntry?: number
  readonly lastEntry?: number
  /** Number of the entry that answered a query: it leaves nothing of the signatures before it. */
  readonly answeredEntry?: number
  /** Somebody else changed what it is or claims, or noted something on it: no undo of the tagging takes it away. */
  readonly dealtWith?: true
}

export const EMPTY_RECORD: FactRecord = { signOffs: [], answered: false, evidence: [], lastChangers: [], lapsed: false }

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
  readonly publishedHash?: string
  /** Hash of the copy that was cleared when it was spiked: what a restore to cleared counts by. */
  readonly spikedHash?: string
  /** Hash of what legal read when it last said “complete”. */
  readonly legalHash?: string
  /** Who said so. */
  readonly legalBy?: string
  /** Why the story is with its author again, by the last move. */
  readonly sentBack?: SentBack
  /** What the version that stands corrects, as last noted. */
  readonly correction?: CorrectionRecord
  readonly facts: ReadonlyMap<string, FactRecord>
  readonly suggestions: ReadonlyMap<string, SuggestionTrace>
  readonly overrides: readonly (FindingKey & { readonly by: string; readonly reason: string })[]
  readonly dismissals: readonly (FindingKey & { readonly by: string })[]
}

export const EMPTY_LEDGER: LedgerState = {
  seq: 0,
  head: '',
  standing: { stage: 'draft', version: 1, live: false },
  facts: new Map(),
  suggestions: new Map(),
  overrides: [],
  dismissals: [],
}

/** The state after some more entries. `from` stays as it is; one copy of its facts, and one of its suggestions, serves for all entries. */
export function foldLedger(entries: readonly LedgerEntry[], from: LedgerState = EMPTY_LEDGER): LedgerState {
  const own = { facts: new Map(from.facts), suggestions: new Map(from.suggestions) }
  return entries.reduce((state, entry) => applyEntry(state, entry, own), from)
}

interface Growing {
  readonly facts: Map<string, FactRecord>
  readonly suggestions: Map<string, SuggestionTrace>
}

/** `facts`, `suggestions`: copies of the state's, which take the entry in. */
function applyEntry(state: LedgerState, entry: LedgerEntry, { facts, suggestions }: Growing): LedgerState {
  const next = { ...state, seq: entry.seq, head: entry.hash }
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
      return entry.legalHash === undefined ? next : { ...next, legalHash: entry.legalHash, legalBy: entry.by }
    case 'correctionNoted':
      return entry.version === state.standing.version ? { ...next, correction: correctionRecordOf(entry) } : next
    case 'created':
    case 'exported':
    case 'exportFailed':
    case 'versionRestored':
    case 'rescued':
    case 'correctionTold':
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

type SuggestionEntry = Extract<
  LedgerEntry,
  { kind: 'suggested' | 'suggestionDecided' | 'suggestionDropped' | 'suggestionReopened' }
>

/** False when there is nothing to note. */
function noteSuggestion(known: Map<string, SuggestionTrace>, entry: SuggestionEntry): boolean {
  const { suggestion: id } = entry
  const before = known.get(id)
  if (entry.kind === 'suggestionReopened') {
    if (before) known.set(id, { ...before, state: 'pending' })
    return before !== undefined
  }
  const corrects = entry.kind === 'suggested' ? entry.corrects : before?.corrects
  const state = entry.kind === 'suggested' ? 'pending' : entry.kind === 'suggestionDecided' ? entry.verdict : 'dropped'
  const by = entry.kind === 'suggested' ? entry.by : entry.proposer
  known.set(id, {
    state,
    by,
    inserted: entry.inserted,
    deleted: entry.deleted,
    about: entry.about,
    ...(corrects ? { corrects } : {}),
  })
  return true
}

/** The record that an entry notes. */
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
    ...(approver === undefined ? {} : { approver }),
    ...(selfApproved ? { selfApproved } : {}),
  }
}

type MovedEntry = Extract<LedgerEntry, { kind: 'moved' }>

function afterMove(
  state: LedgerState,
  entry: MovedEntry,
): Pick<LedgerState, 'standing' | 'clearedHash' | 'publishedHash' | 'spikedHash' | 'sentBack' | 'correction'> {
  const { standing } = state
  const opensVersion = entry.from === 'published' && entry.to === 'inReview'
  const restored = entry.from === 'spiked' ? state.spikedHash : undefined
  const clearedHash =
    entry.to === 'cleared' ? (restored ?? entry.copyHash) : entry.to === 'published' ? state.clearedHash : undefined
  const publishedHash = entry.to === 'published' ? entry.copyHash : state.publishedHash
  const versionKind = opensVersion ? entry.versionKind : standing.versionKind
  return {
    clearedHash,
    publishedHash,
    sentBack:
      entry.to === 'draft' && entry.from !== 'spiked' && entry.reason
        ? { by: entry.by, at: entry.at, reason: entry.reason }
        : undefined,
    spikedHash: entry.to === 'spiked' ? state.clearedHash : undefined,
    correction: opensVersion ? undefined : state.correction,
    standing: {
      stage: entry.to,
      version: standing.version + (opensVersion ? 1 : 0),
      live: entry.to === 'published' || (standing.live && entry.to !== 'killed'),
      ...(versionKind ? { versionKind } : {}),
      ...(entry.to === 'spiked' ? { spikedFrom: entry.from } : {}),
    },
  }
}

type FactEntry = Exclude<
  LedgerEntry,
  {
    kind:
      | 'moved'
      | 'overridden'
      | 'dismissed'
      | 'created'
      | 'fieldSet'
      | 'exported'
      | 'exportFailed'
      | 'versionRestored'
      | 'rescued'
      | 'correctionNoted'
      | 'correctionTold'
      | LibraryEvent['kind']
      | SuggestionEntry['kind']
  }
>

/** What a person other than the tagger does to a fact beside signing it and attaching evidence. */
const DEALS: ReadonlySet<FactEntry['kind']> = new Set<FactEntry['kind']>([
  'retyped',
  'described',
  'translated',
  'derived',
  'responseSought',
])

function applyToFact(before: FactRecord, entry: FactEntry): FactRecord {
  const record: FactRecord = {
    ...before,
    lastEntry: entry.seq,
    ...(DEALS.has(entry.kind) && entry.by !== before.taggedBy ? { dealtWith: true } : {}),
  }
  switch (entry.kind) {
    case 'tagged':
      return {
        ...record,
        type: entry.type,
        lastWords: entry.words,
        lastChangers: entry.writers,
        taggedBy: entry.by,
        wordsEntry: entry.seq,
      }
    case 'retyped':
      return { ...record, type: entry.to }
    case 'described':
      return record
    case 'reworded':
      return { ...record, lastWords: entry.words, lastChangers: entry.writers ?? [entry.by], wordsEntry: entry.seq }
    case 'signed': {
      const {
        status,
        words,
        sentence,
        preceding,
        sentenceRule,
        evidence,
        groundRules,
        reason,
        addressee,
        due,
        translation,
        derived,
        selfChecked,
        seq,
        by,
        at,
      } = entry
      const signOff: SignOff = {
        entry: seq,
        status,
        by,
        at,
        words,
        sentence,
        preceding,
        sentenceRule,
        evidence,
        groundRules,
        ...(reason === undefined ? {} : { reason }),
        ...(addressee === undefined ? {} : { addressee }),
        ...(due === undefined ? {} : { due }),
        ...(translation === undefined ? {} : { translation }),
        ...(derived === undefined ? {} : { derived }),
        ...(selfChecked ? { selfChecked } : {}),
      }
      return {
        ...record,
        signOffs: [...record.signOffs, signOff],
        current: signOff,
        answered: false,
        lapsed: false,
        lastWords: words,
      }
    }
    case 'withdrawn': {
      const signOffs = record.signOffs.filter((signOff) => signOff.entry !== entry.signOff)
      return {
        ...omitCurrent(record),
        signOffs,
        ...(signOffs.length ? { current: signOffs[signOffs.length - 1] } : {}),
        lapsed: false,
      }
    }
    case 'answered':
      return {
        ...omitCurrent(record),
        answered: true,
        answeredEntry: entry.seq,
        answer: { text: entry.text, by: entry.by, at: entry.at },
        lapsed: false,
      }
    case 'translated': {
      const { translation: _before, ...rest } = record
      return entry.translation ? { ...rest, translation: entry.translation } : rest
    }
    case 'derived': {
      const { derivation: _before, ...rest } = record
      return entry.derivation ? { ...rest, derivation: entry.derivation } : rest
    }
    case 'evidenceAdded':
      return { ...record, evidence: [...record.evidence, entry.evidence] }
    case 'responseSought':
      return { ...record, responses: [...(record.responses ?? []), entry.response] }
    case 'evidenceRemoved':
      return { ...record, evidence: record.evidence.filter((item) => item.id !== entry.evidence) }
    case 'lapsed':
      return { ...record, lapsed: true, lastWords: entry.words }
    case 'restored':
      return { ...record, lapsed: false, lastWords: entry.words }
    case 'untagged':
      return {
        ...record,
        untagged: { reason: entry.reason, by: entry.by, words: entry.words, lastStatus: entry.lastStatus },
      }
    case 'retagged': {
      const { untagged: _gone, ...rest } = record
      return rest
    }
  }
}

function omitCurrent(record: FactRecord): FactRecord {
  const { current: _gone, ...rest } = record
  return rest
}
