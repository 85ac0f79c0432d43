/** The entries of a ledger: what people sign, move, attach or dismiss, and the chain that ties an entry to those before it. */
import type { IncludedPart } from '../desk/exportFormat'
import type { CorrectionNote } from './correctionNote'
import type { Derivation } from './derivation'
import type { Evidence, FactType, SignOff } from './fact'
import type { Stage, VersionKind } from './stages'
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
