/** Requests about kept texts of a story, and about words that lost their place. */
import type { StoryView } from './storyAnswers'
import type { Comparison } from './comparison'
import type { FactStatus } from '../ledger/facts/fact'
import type { FieldName } from '../ledger/fields'
import type { TrayEntry } from './tray'
import type { Timeline, SnapshotLine } from './snapshotLine'

export interface VersionRequests {
  'version.list': { request: { readonly story: string }; answer: Timeline }
  'version.show': { request: { readonly story: string; readonly n: number }; answer: StoryView }
  /** Keeps a snapshot of the story under a name. It is never thinned out. */
  'version.keep': { request: { readonly story: string; readonly name: string }; answer: SnapshotLine }
  /** Absent `to`: the current copy. */
  'version.compare': {
    request: { readonly story: string; readonly from: number; readonly to?: number }
    answer: Comparison
  }
  /**
   * Restores the words of a snapshot as a new edit: facts keep their ids and are assessed on the new words. `fields`:
   * restores the fields too; `leaving`: only those that leave, and no looser embargo. `mark` names the edit in its
   * event, so that a window can undo it.
   */
  'version.restore': {
    request: {
      readonly story: string
      readonly n: number
      readonly fields?: boolean | 'leaving'
      readonly mark?: string
    }
    answer: {
      readonly kept: number
      readonly facts: Partial<Record<FactStatus, number>>
      readonly fields: readonly FieldName[]
      /** With `leaving`: fields that stay as they are, for the embargo or because the person may not set them. */
      readonly stayed?: readonly FieldName[]
      /** Direction overrides that did not come back. */
      readonly leftOut?: number
    }
  }
  /** Brings back what a window saved elsewhere while the library could not be written: merged into its story. */
  'story.bringBack': {
    request: { readonly bytes: Uint8Array }
    answer: { readonly story: string; readonly characters: number }
  }
  'tray.list': { request: { readonly story: string }; answer: readonly TrayEntry[] }
  'tray.putBack': {
    request: { readonly story: string; readonly ref: string; readonly mark?: string }
    /** `leftOut`: direction overrides that did not come back. */
    answer: { readonly leftOut?: number }
  }
  'tray.letGo': { request: { readonly story: string; readonly ref: string }; answer: Record<string, never> }
}
