/** Requests about corrections and kills of published copy. */
import type { CorrectionView, KillView } from './storyAnswers'
import type { CorrectionNote } from '../ledger/leaving/corrections/correctionNote'

export interface CorrectionRequests {
  /** What a version corrects, and where the wrong words went. Absent `version`: the last correction. */
  'correction.show': { request: { readonly story: string; readonly version?: number }; answer: CorrectionView }
  /**
   * Records what the version corrects. Absent values come from the record before, or from the proposal. `since`: number
   * of the version. `approved`: the asking person may approve it.
   */
  'correction.note': {
    request: { readonly story: string; readonly since?: number } & Partial<
      Pick<CorrectionNote, 'was' | 'is' | 'cause' | 'publicText'>
    >
    answer: { readonly entry: number; readonly approved: boolean }
  }
  /**
   * Records that a destination was told of the correction. `undo`: it was not. `entry`: which export, if several have
   * this destination.
   */
  'correction.told': {
    request: {
      readonly story: string
      readonly version?: number
      readonly destination: string
      readonly entry?: number
      readonly how?: string
      readonly undo?: boolean
    }
    answer: Record<string, never>
  }
  /** The kill of a story and whom it has to be told, or where the story went that would be killed. */
  'kill.show': { request: { readonly story: string }; answer: KillView }
  /** Records that a destination was told of the kill, as `correction.told` does of a correction. */
  'kill.told': {
    request: {
      readonly story: string
      readonly destination: string
      readonly entry?: number
      readonly how?: string
      readonly undo?: boolean
    }
    answer: Record<string, never>
  }
}
