/**
 * The signed view: everything that a person sees and relies on when giving a verdict on a fact, as one value. A
 * sign-off keeps its hash and its parts (story/ledger/facts/viewParts.ts).
 */
import { SENTENCE_RULE } from '../copy/words/sentences'
import { canonicalJson } from '../text/canonicalJson'
import { hashText } from '../ledger/hash'
import type { FactType } from '../ledger/facts/fact'
import type { PartText, PictureView } from '../ledger/facts/viewParts'

/**
 * Raised when the rule reads another context or another form. Sign-offs of older rules are compared by theirs. Rule 1
 * read sentences by version 2 of their rule, and nothing that leads in to a table; rule 2 by version 3.
 */
export const VIEW_RULE = 3

/** The rules before, the latest first. */
export const FORMER_VIEW_RULES = [2, 1] as const

/** Whether a view of this rule holds what leads in to a table. */
export const holdsTableLeads = (rule: number): boolean => rule >= 2

/** The version of the sentence rule by which a view of this rule was read. */
export const sentencesOfView = (rule: number): number => (rule < VIEW_RULE ? rule + 1 : SENTENCE_RULE)

export interface ViewContext {
  /**
   * The sentences around the words. Quote-like facts: those of the whole quotation, its attribution, and their
   * neighbours in the graf.
   */
  readonly near: string
  /** Which of several places of the same text in `near` the words are. Absent: the first. */
  readonly nth?: number
  /** `near` as shown, when the bidi algorithm shows it in another order. */
  readonly nearShown?: string
  /** Hash of the graf, and of the graf before (quote-like facts only; '' if there is none). */
  readonly graf: string
  readonly before: string
  /** Sentences beside that deny something. Absent: none does. */
  readonly beside?: string
  readonly headers?: readonly string[]
  readonly belongsTo?: readonly string[]
  /** Items of a numbered list: the numbers that a reader sees. */
  readonly ranks?: readonly number[]
  readonly picture?: PictureView<string>
  /** Where the links on the words lead, in text order, each address once. Absent: there is no link. */
  readonly links?: readonly string[]
  /** The dateline's date as printed, when the words name a day that counts from it ("Tuesday"). */
  readonly dateline?: string
}

export interface EvidenceView {
  readonly source: string
  /** '' for a source without a key (story/view/commitment.ts). */
  readonly commitment: string
  readonly stance: 'supports' | 'contradicts'
  readonly locator: string
  readonly excerpt?: string
  readonly note?: string
  /** SHA-256 of the captured file. */
  readonly file?: string
}

export interface SignedView {
  readonly rule: number
  /** The words as they read on the screen, after the bidi algorithm. */
  readonly words: string
  readonly type: FactType
  readonly statement?: PartText
  readonly attributedTo?: PartText
  readonly context: ViewContext
  readonly evidence: readonly EvidenceView[]
  /** Hash of the translation. */
  readonly translation?: string
  /** Hash of the derivation with its inputs. */
  readonly derivation?: string
}

/** Equal hash: nothing changed. SHA-256, lower-case hex. */
export const hashView = (view: SignedView): string => hashText(canonicalJson(view))
