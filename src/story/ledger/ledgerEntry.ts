/** The entries of a ledger, and the hashes that chain them. */
import type { IncludedPart } from '../desk/exportFormat'
import type { CorrectionNote } from './correctionNote'
import type { Derivation } from './derivation'
import type { Evidence, FactType, SignOff } from './fact'
import type { Stage, VersionKind } from './stages'
import type { Translation } from './translation'

/** Identifies a finding. An override or dismissal holds for this rule, place and words only. */
export interface FindingKey {
  readonly rule: string
  /** Stable text for the place and its words. A finding with another key is another finding. */
  readonly key: string
}

/** The words of a suggestion, and one line that describes it. */
export interface SuggestedWords {
  readonly suggestion: string
  readonly inserted: string
  readonly deleted: string
  readonly about: string
}

/** The words and sentence of a fact after a proposed correction, and its evidence. */
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
      /** Who typed them, if the change was not observed. */ readonly writers?: readonly string[]
    }
  | ({ readonly kind: 'signed'; readonly fact: string; readonly contextAccepted?: boolean } & Omit<
      SignOff,
      'entry' | 'by' | 'at'
    >)
  | { readonly kind: 'withdrawn'; readonly fact: string; readonly signOff: number }
  | { readonly kind: 'answered'; readonly fact: string; readonly text: string }
  /** Absent: the words are not a translation. */
  | { readonly kind: 'translated'; readonly fact: string; readonly translation?: Translation }
  /** Absent: the figure is not derived. */
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
      /** The right words for a wrong fact, as the proposer saw it. */ readonly corrects?: Correction
    } & SuggestedWords)
  | ({
      readonly kind: 'suggestionDecided'
      readonly verdict: 'accepted' | 'rejected'
      readonly proposer: string
      readonly proposedAt: string
    } & SuggestedWords)
  /** A pending suggestion ended without a verdict: taken back, or its words were edited away. */
  | ({ readonly kind: 'suggestionDropped'; readonly proposer: string } & SuggestedWords)
  /** A decided or dropped suggestion is pending again. */
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
      /** The app made the move because cleared copy was edited. */
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
      /** Older entries lack the rest. */
      readonly formatVersion?: string
      readonly options?: ExportOptions
      /** Number of warnings at the gate. */
      readonly warns?: number
      /** Path of the file, or its folder, as the person chose it. */
      readonly destination?: string
      /** Number of the exported snapshot, and the SHA-256 of its state. */
      readonly version?: number
      readonly state?: string
      /**
       * The number of entries at that time, and the instant that the writer used as now. Reproducing the bytes needs
       * both.
       */
      readonly ledgerAt?: number
      readonly asOf?: string
      /** `seq` of the export that was repeated. */
      readonly again?: number
    }
  /** The export with this `seq` did not reach its destination. */
  | { readonly kind: 'exportFailed'; readonly export: number; readonly reason: string }
  /** A person put the tray entry `ref` back into the copy, or discarded it. */
  | { readonly kind: 'rescued'; readonly outcome: 'putBack' | 'letGo'; readonly ref: string; readonly text: string }
  /** A snapshot's words were restored as a new edit. `versionAt`: when it was kept. */
  | { readonly kind: 'versionRestored'; readonly version: number; readonly versionAt: string; readonly name?: string }
  | { readonly kind: 'responseSought'; readonly fact: string; readonly response: ResponseSought }
  /**
   * The correction record of a version; a later one replaces it. `approver`: absent if the person may not approve it.
   */
  | ({
      readonly kind: 'correctionNoted'
      readonly version: number
      readonly approver?: string
      readonly selfApproved?: true
    } & CorrectionNote)
  /**
   * A destination was told of the correction. `export`: `seq` of its export. `withdrawn`: it was not told after all.
   */
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
 * Entries of the library's own ledger: roster and source book. An entry says that a PIN was set or removed, and which
 * fields of a source changed, never their values: entries stay for good, but an identity must be removable.
 */
export type LibraryEvent =
  | { readonly kind: 'personAdded'; readonly person: string; readonly role: string }
  | { readonly kind: 'roleChanged'; readonly person: string; readonly from: string; readonly to: string }
  /** `changed`: it replaces another PIN. */
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

/** The options of an export that its bytes and name depend on, beside the other fields of its entry. */
export interface ExportOptions {
  readonly lineLength?: number
  readonly slugHeader?: boolean
  readonly fileNamePattern?: string
  readonly include?: readonly IncludedPart[]
}

/** A response sought from the subject of an allegation. */
export interface ResponseSought {
  readonly who: string
  /** "by phone", "by e-mail to the press office" */
  readonly how: string
  /** As typed: "30 Oct, 11:05 KST". */
  readonly when: string
  /** "Declined to comment"; '' while awaited. */
  readonly reply: string
}

export type LedgerEntry = LedgerEvent & {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number
  /** ISO 8601 instant. */
  readonly at: string
  /** A name on the roster, or "Stet" for entries of the app. */
  readonly by: string
  /** `hash` of the entry before, '' for the first. */
  readonly prev: string
  /** SHA-256 (hex) of the entry without `hash`, as canonical JSON. */
  readonly hash: string
}
