/** Requests about facts: tags, verdicts, evidence, queries. */
import type { LeftOut, QueryView, SeenFact } from './storyAnswers'
import type { Derivation } from '../ledger/facts/derivation'
import type { FoundPlace } from '../assessment/copy/capturedText'
import type { Evidence, FactType, SignedStatus } from '../ledger/facts/fact'
import type { ResponseSought } from '../ledger/events/factEvent'
import type { Translation } from '../ledger/facts/translation'

/** An answer that is filed with its query. `words`: those of the fact, as they were asked about. */
export interface FiledAnswer {
  readonly number: number
  readonly fact: string
  readonly words: string
  readonly text: string
}

export interface FactRequests {
  'fact.tag': {
    request: {
      readonly story: string
      readonly text: string
      readonly type: FactType
      readonly nth?: number
      readonly attributedTo?: string
      readonly statement?: string
    }
    answer: { readonly id: string }
  }
  'fact.untag': {
    request: { readonly story: string; readonly fact: string; readonly reason: string }
    answer: Record<string, never>
  }
  'fact.retag': {
    request: {
      readonly story: string
      readonly fact: string
      readonly block: number
      readonly from: number
      readonly to: number
    }
    answer: Record<string, never>
  }
  'fact.retype': {
    request: { readonly story: string; readonly fact: string; readonly type: FactType; readonly reason?: string }
    answer: Record<string, never>
  }
  'fact.describe': {
    request: {
      readonly story: string
      readonly fact: string
      readonly statement?: string
      readonly attributedTo?: string
    }
    answer: Record<string, never>
  }
  'fact.sign': {
    request: SeenFact & { readonly story: string; readonly status: SignedStatus; readonly reason?: string } & {
      /** An act that adds evidence signs the view seen and exactly this. */
      readonly evidence?: Omit<Evidence, 'id'>
      /** Queries: addressee and due date. */
      readonly addressee?: string
      readonly due?: string
      /** Other places of the same statement that the person saw. They get the same verdict and evidence. */
      readonly echoes?: readonly SeenFact[]
      /** With “wrong”: the right words, as a suggestion. */
      readonly proposed?: string
    }
    answer: { readonly entry: number; readonly suggestion?: string }
  }
  'fact.withdraw': {
    request: { readonly story: string; readonly fact: string; readonly reason: string } & Pick<SeenFact, 'standing'>
    /** What was taken back: status and giver of the verdict, and the fact's words as they are now. */
    answer: { readonly status: SignedStatus; readonly by: string; readonly words: string }
  }
  /**
   * Looks for the words of a fact in what this source captured for the story. `why`: one sentence that says why no
   * place can be offered; then `places` is empty.
   */
  'fact.find': {
    request: { readonly story: string; readonly fact: string; readonly source: string }
    answer: {
      readonly sought: string
      readonly places: readonly FoundPlace[]
      readonly why?: string
      /** A person's locator would not help: the fact needs another verdict, or the source says otherwise. */
      readonly refused?: true
    }
  }
  'fact.answer': {
    request: { readonly story: string; readonly fact: string; readonly text: string } & Pick<SeenFact, 'standing'>
    answer: Record<string, never>
  }
  /** Records the original of a translated quote, or removes it. */
  'fact.translate': {
    request: { readonly story: string; readonly fact: string; readonly translation?: Translation }
    answer: Record<string, never>
  }
  /** Records how a figure was derived, or removes it. */
  'fact.derive': {
    request: { readonly story: string; readonly fact: string; readonly derivation?: Derivation }
    answer: { readonly agrees: boolean; readonly shown: string }
  }
  /** Repeats this person's signatures on facts that lapsed only by their context. */
  'fact.signAgain': {
    request: { readonly story: string; readonly facts: readonly SeenFact[] }
    answer: {
      readonly signed: readonly string[]
      /** Facts that this person may not sign any more. They stay as they were. */
      readonly refused: readonly LeftOut[]
    }
  }
  /** The queries of a story, and the open ones as plain text for a message. `addressee`: only that person's. */
  'query.list': {
    request: { readonly story: string; readonly addressee?: string }
    answer: { readonly queries: readonly QueryView[]; readonly text: string }
  }
  /** Reads numbered answers from a pasted text and files them. `preview`: only reports what it would file. */
  'query.answers': {
    request: { readonly story: string; readonly text: string; readonly preview?: boolean }
    answer: {
      readonly answered: readonly FiledAnswer[]
      readonly unmatched: readonly string[]
    }
  }
  'fact.addEvidence': {
    request: { readonly story: string; readonly fact: string; readonly evidence: Omit<Evidence, 'id'> }
    answer: { readonly id: string }
  }
  /**
   * Changes a piece of evidence, logged. What was signed with the old one lapses, and comes back when it is changed
   * back. Only the given parts change; an `excerpt` or `note` of '' removes it. `file`: SHA-256 of a kept file, for a
   * piece that has none or whose file is gone; '' takes the file away. Another file than the captured one is refused.
   */
  'fact.editEvidence': {
    request: {
      readonly story: string
      readonly fact: string
      readonly evidence: string
      readonly locator?: string
      readonly excerpt?: string
      readonly note?: string
      readonly stance?: Evidence['stance']
      readonly file?: string
      readonly fileName?: string
    }
    answer: { /** Of the changed piece. */ readonly id: string }
  }
  'fact.removeEvidence': {
    request: { readonly story: string; readonly fact: string; readonly evidence: string }
    answer: Record<string, never>
  }
  'fact.acceptContext': {
    request: { readonly story: string; readonly facts: readonly SeenFact[] }
    answer: {
      readonly accepted: readonly string[]
      /** Facts that this person may not accept. Their verdicts stay as they were. */
      readonly refused: readonly LeftOut[]
    }
  }
  /** Records that a response was sought from the subject of an allegation. `reply` is '' while it is awaited. */
  'fact.response': {
    request: { readonly story: string; readonly fact: string } & ResponseSought
    answer: Record<string, never>
  }
}
