/** What a correction or clarification owes: to whoever approves it, to readers, and to everybody who was sent the words that were wrong. */
import { wordsFor } from '../../catalogue/wordsFor'
import { ledgerText } from '../../catalogue/ledger'
import type { VersionKind } from './stages'

export type CorrectionKind = Extract<VersionKind, 'correction' | 'clarification'>
export const isCorrectionKind = (kind: VersionKind | undefined): kind is CorrectionKind =>
  kind === 'correction' || kind === 'clarification'

/** A version of the story that readers could see. `at`: ISO 8601 instant of its first publication. */
export interface PublishedVersion {
  readonly version: number
  readonly at: string
}

/** The record of one version: was / is, since when, why, and what readers are told. */
export interface CorrectionNote {
  /** As it was published; protected names read "Source A". */
  readonly was: string
  readonly is: string
  /** Where `was` was first published. */
  readonly since: PublishedVersion
  /** Desk matter: how it came about. */
  readonly cause: string
  /** Printed with the story, on one line. */
  readonly publicText: string
}

/** The words of a record that people type. */
export const CORRECTION_TEXTS = ['was', 'is', 'cause', 'publicText'] as const
export type CorrectionText = (typeof CORRECTION_TEXTS)[number]
export const CORRECTION_WORDS = wordsFor(CORRECTION_TEXTS, (correctionText) =>
  ledgerText(`correctionText.${correctionText}`),
)

/** A record as the ledger has it. */
export interface CorrectionRecord extends CorrectionNote {
  /** `seq` of its entry. */
  readonly entry: number
  readonly version: number
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
  /** Absent: nobody entitled has approved these words yet. */
  readonly approver?: string
  /** The approver is author or byline, at a desk of one. */
  readonly selfApproved?: true
}

/** One place that was sent the words that were wrong. */
export interface Destination {
  /** Its path or file name, as the log of exports has it. */
  readonly destination: string
  /** The last export there that carries them: `seq`, when, what, and of which version of the story. */
  readonly entry: number
  readonly at: string
  readonly format: string
  readonly fileName: string
  readonly sha256: string
  readonly version: number
  /** Somebody told them, after the last export there. */
  readonly told?: { readonly by: string; readonly at: string; readonly how?: string }
}
