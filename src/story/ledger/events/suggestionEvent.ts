/** What becomes of a suggestion: somebody makes it, decides it, or it ends without a verdict. */
import type { ViewParts } from '../facts/viewParts'

export type SuggestionEvent =
  | ({
      readonly kind: 'suggested'
      /** The right words for a wrong fact, as the proposer saw it. */
      readonly corrects?: Correction
      /** Stet's note: what this person typed without the pen became it. */
      readonly typedBy?: string
      /** Empty: it changes more than one place in one sentence. Older entries lack it. */
      readonly places?: readonly SuggestedPlace[]
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

/** The words of a suggestion, and one line that describes it. */
export interface SuggestedWords {
  readonly suggestion: string
  readonly inserted: string
  readonly deleted: string
  readonly about: string
}

/** One place in one sentence that a suggestion changes. */
export interface SuggestedPlace {
  /** The sentence as it stands. */
  readonly standing: string
  /** Where in it the suggestion takes words out or puts some in. */
  readonly from: number
}

/** The words and sentence of a fact after a proposed correction, and its evidence. */
export interface Correction {
  readonly fact: string
  readonly words: string
  readonly sentence: string
  /** The view of the fact after the correction. Older entries lack it. */
  readonly parts?: ViewParts
  /** Id of the evidence that came with the proposal. */
  readonly evidence?: string
}
