import type { DeskTasks, FactView, StorySummary, StoryView } from '../../story/requests/requests'

/** The parts of a view that the index reads: so much crosses to its thread. */
export type ViewForIndex = Pick<
  StoryView,
  'id' | 'stage' | 'version' | 'fields' | 'blocks' | 'comments' | 'sentBack' | 'sourcesBefore' | 'signersBefore'
> & {
  readonly facts: readonly Pick<
    FactView,
    | 'id'
    | 'type'
    | 'status'
    | 'text'
    | 'words'
    | 'evidence'
    | 'attributedTo'
    | 'query'
    | 'answer'
    | 'answered'
    | 'signed'
  >[]
}

export interface StoryForIndex {
  readonly summary: StorySummary
  readonly view: ViewForIndex
  /** Absent in older story files. */
  readonly tasks?: DeskTasks
  /** ISO 8601 instant. */
  readonly created: string
  readonly stamp: string
}
