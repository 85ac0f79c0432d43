/** Corrections and clarifications: the record for the approver and readers, and the destinations to notify. */
import { wordsFor } from '../../../../catalogue/rooms/wordsFor'
import { ledgerText } from '../../../../catalogue/story/ledger'
import type { VersionKind } from '../../stages'
import type { OwnId } from '../exportedText'

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
  /** The published words. Protected names read "Source A". */
  readonly was: string
  readonly is: string
  /** Where `was` was first published. */
  readonly since: PublishedVersion
  /** Desk matter: how it came about. */
  readonly cause: string
  /** Printed with the story, on one line. */
  readonly publicText: string
}

/** The texts of a record that people type. */
export const CORRECTION_TEXTS = ['was', 'is', 'cause', 'publicText'] as const
export type CorrectionText = (typeof CORRECTION_TEXTS)[number]
export const CORRECTION_WORDS = wordsFor(CORRECTION_TEXTS, (correctionText) =>
  ledgerText(`correctionText.${correctionText}`),
)

/** A record in the ledger. */
export interface CorrectionRecord extends CorrectionNote {
  /** `seq` of its entry. */
  readonly entry: number
  readonly version: number
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
  /** Absent: nobody who may approve it has. */
  readonly approver?: string
  /** The approver is author or byline, at a desk of one. */
  readonly selfApproved?: true
  /** The right words were in what leaves when it was approved. */
  readonly stood?: true
}

/** A destination that received the wrong words. */
export interface Destination {
  /** Its path or file name in the export log. */
  readonly destination: string
  /** The last export with the wrong words to this destination: `seq`, time, format and version of the story. */
  readonly entry: number
  readonly at: string
  readonly format: string
  /** As it was written. Older exports: Stet's own name. */
  readonly fileName: string
  readonly sha256: string
  readonly version: number
  /** The number that their file has, if it is another one (textsOut.ts). */
  readonly number?: number
  /** What they have that was not cleared, under ids of its own, first one first. Absent: nothing. */
  readonly own?: readonly OwnId[]
  /** Somebody told them after that export. */
  readonly told?: { readonly by: string; readonly at: string; readonly how?: string }
}
