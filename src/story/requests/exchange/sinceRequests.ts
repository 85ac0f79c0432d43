/** Requests about a story that was handed over and came back. */
import type { FactStatus } from '../../ledger/facts/fact'
import type { Stage } from '../../ledger/stages'

/** One thing that came back. `key`: stays the same while it reads the same. */
export type SinceItem = { readonly key: string; readonly by: readonly string[] } & (
  | {
      /** Other words in a block. `twice`: its sentence was written here and there. */
      readonly kind: 'words'
      readonly block: string
      readonly mark: string
      readonly place: number
      readonly before: string
      readonly after: string
      readonly twice?: { readonly was: string; readonly there: string }
    }
  | {
      readonly kind: 'fact'
      readonly fact: string
      readonly words: string
      /** Absent: it was tagged since. */
      readonly from?: FactStatus
      readonly to: FactStatus
      readonly reasons: readonly string[]
    }
  | { readonly kind: 'move'; readonly from: Stage; readonly to: Stage; readonly reason?: string }
  /** Words that the merge dropped. They are in the tray under this name. */
  | { readonly kind: 'dropped'; readonly ref: string; readonly text: string }
)

/** Whether one key puts back what was before. */
export const canPutBack = ({ kind }: SinceItem): boolean => kind === 'words' || kind === 'dropped'

export interface SinceHandedOver {
  /** When it was handed over and by whom, and who brought it back. Absent: it was not, or has not come back. */
  readonly handedOver?: { readonly at: string; readonly by: string; readonly from: string }
  readonly items: readonly SinceItem[]
}

export interface SinceRequests {
  /** What came back with the story since this library handed it over. What `by` did is left out. */
  'story.sinceHandedOver': { request: { readonly story: string }; answer: SinceHandedOver }
  /**
   * Puts back what was before one of these things, as one edit, or as a suggestion. `item`: its key. `there`: of words
   * that were written twice, takes those of the other machine. `mark` names the edit in its event, so that a window can
   * undo it.
   */
  'story.putBackSince': {
    request: {
      readonly story: string
      readonly item: string
      readonly there?: boolean
      readonly suggest?: boolean
      readonly mark?: string
    }
    answer: { readonly leftOut?: number }
  }
}
