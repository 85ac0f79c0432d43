/** What leaves the desk, and what is said of it afterwards. */
import type { IncludedPart } from '../../desk/exportFormat'
import type { EntryRef } from '../entryRef'
import type { CorrectionNote } from '../leaving/corrections/correctionNote'
import type { ExportedText } from '../leaving/exportedText'
import type { FindingKey } from './gateEvent'

export type PublicationEvent =
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
      /** Base name of the file that was written, if it is another one than `fileName`. */
      readonly writtenAs?: string
      /** Of a bundle: for whom it is, and the protected sources (ids; before 0.1: pseudonyms) sealed for them in it. */
      readonly to?: readonly string[]
      readonly shared?: readonly string[]
      /** Number of the exported snapshot, and the SHA-256 of its state. */
      readonly version?: number
      readonly state?: string
      /**
       * The number of entries at that time, and the instant that the writer used as now. Reproducing the bytes needs
       * both.
       */
      readonly ledgerAt?: number
      readonly asOf?: string
      /** The export that was repeated. */
      readonly again?: EntryRef
      /** Exports of the story itself. Older entries and kills lack it. */
      readonly left?: ExportedText
    }
  /** This export did not reach its destination. */
  | { readonly kind: 'exportFailed'; readonly export: EntryRef; readonly reason: string }
  /**
   * The correction record of a version; a later one replaces it. `approver`: absent if the person may not approve it.
   * `stood`: the right words were in what leaves when it was approved. Only such an approval can lapse.
   */
  | ({
      readonly kind: 'correctionNoted'
      readonly version: number
      readonly approver?: string
      readonly selfApproved?: true
      readonly stood?: true
    } & CorrectionNote)
  /**
   * A destination was told of the correction, or of the kill of that version. `export`: its export. `withdrawn`: it was
   * not told after all.
   */
  | {
      readonly kind: 'correctionTold'
      readonly version: number
      readonly export: EntryRef
      readonly destination: string
      readonly how?: string
      readonly withdrawn?: true
      readonly kill?: true
    }

/** The options of an export that its bytes and name depend on, beside the other fields of its entry. */
export interface ExportOptions {
  readonly lineLength?: number
  readonly slugHeader?: boolean
  readonly bare?: boolean
  readonly paper?: 'story' | 'storyWithFacts'
  readonly embed?: boolean
  readonly fileNamePattern?: string
  readonly include?: readonly IncludedPart[]
}
