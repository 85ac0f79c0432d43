/** What the entries of a ledger say, folded (ledger.ts). */
import type { FactRecord } from './record/factRecord'
import type { FieldSetters } from './writers/fieldSetters'
import type { FindingKey } from './events/gateEvent'
import type { Outside } from './leaving/exportsOutside'
import type { AcceptedLoss, TrustLoss } from './loss'
import { NOT_MOVED, type Moved, type MovesKnown } from './moves'
import type { KnownEntries } from './order/knownEntries'
import type { PenMove } from './writers/pen'
import type { SuggestionTrace } from './writers/suggestionTrace'

export interface LedgerState extends Moved, Outside {
  readonly seq: number
  readonly head: string
  /** The latest time of an entry. */
  readonly latest: string
  /** Hash of the text that legal read when it completed its reading. */
  readonly legalHash?: string
  /** Who said so. */
  readonly legalBy?: string
  /** Names of everyone whom the author field or a byline ever named, and who brought the story in. */
  readonly authors: readonly string[]
  readonly facts: ReadonlyMap<string, FactRecord>
  readonly suggestions: ReadonlyMap<string, SuggestionTrace>
  readonly fieldSetters: FieldSetters
  readonly overrides: readonly (FindingKey & { readonly by: string; readonly reason: string })[]
  readonly dismissals: readonly (FindingKey & { readonly by: string })[]
  /** Losses that Stet noted, and those that an editor accepted, by lossKey. */
  readonly lossesFound: ReadonlyMap<string, TrustLoss>
  readonly lossesAccepted: ReadonlyMap<string, AcceptedLoss>
  /** SHA-256 of captured files that lie elsewhere. */
  readonly filesElsewhere: ReadonlySet<string>
  /** What the writers of entries knew. Absent: each knew all before it, as one writer does. */
  readonly known?: KnownEntries
  /** It is the sample story. */
  readonly sample?: true
  /** Stories of other machines were merged into it. Absent: none, so one source book alone says what a source is. */
  readonly shared?: true
  /** What moved the pen, in order. Absent: nobody ever had it. */
  readonly pen?: readonly PenMove[]
  /** With `known`. */
  readonly movesKnown?: MovesKnown
  /** Writers knew moves that do not count here. Of a ledger with `known`, that tells it. */
  readonly otherMoves?: true
  /** It is one of several readings, or made of them. Absent: the ledger has one. */
  readonly severalReadings?: true
  /** With `known`: names that were taken out before the story had a word, by the number of the entry. */
  readonly namesTaken?: readonly { readonly seq: number; readonly names: readonly string[] }[]
  /** The readings of a ledger of which merges were undone: lesser.ts. Absent: none was. */
  readonly undone?: Readings<LedgerState>
}

export const EMPTY_LEDGER: LedgerState = {
  seq: 0,
  head: '',
  latest: '',
  ...NOT_MOVED,
  authors: [],
  facts: new Map(),
  suggestions: new Map(),
  fieldSetters: new Map(),
  overrides: [],
  dismissals: [],
  lossesFound: new Map(),
  lossesAccepted: new Map(),
  filesElsewhere: new Set(),
}

/** Several readings of one ledger: lesser.ts. */
export interface Readings<State = LedgerState> {
  readonly all: State
  /** Without what was undone, from the last undoing alone to all of them. */
  readonly without: readonly State[]
  /** Facts on which the merges brought anything. */
  readonly facts: ReadonlySet<string>
}
