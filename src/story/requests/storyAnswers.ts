/** Shapes behind the table in requests.ts: stories, facts, queries, suggestions and corrections. */
import type { Block } from '../copy/copy'
import type {
  CorrectionKind,
  CorrectionNote,
  CorrectionRecord,
  Destination,
  PublishedVersion,
} from '../ledger/correctionNote'
import type { Derivation } from '../ledger/derivation'
import type { CommentPlace, CommentThread } from '../copy/comment'
import type { Evidence, FactStatus, FactType, SignedStatus } from '../ledger/fact'
import type { Fields } from '../ledger/fields'
import type { SentBack } from '../ledger/ledger'
import type { ResponseSought } from '../ledger/ledgerEntry'
import type { PictureDetail } from '../copy/picture'
import type { Stage } from '../ledger/stages'
import type { Suggestion } from '../copy/suggestion'
import type { Translation } from '../ledger/translation'

export interface StorySummary {
  readonly id: string
  readonly slug: string
  readonly headline: string
  readonly stage: Stage
  readonly version: number
  /** Only statuses with at least one fact. */
  readonly facts: Partial<Record<FactStatus, number>>
  readonly words: number
  readonly wordTarget: number
  readonly embargo: string
  /** ISO 8601 instant of the last change. */
  readonly updated: string
  /** The story could not be read; what is wrong, and what is safe. */
  readonly unavailable?: string
}

export interface FactView {
  readonly id: string
  readonly type: FactType
  readonly status: FactStatus
  readonly text: string
  readonly words: string
  /** "asSigned", "changed" (sentence), "precedingChanged", or "" when not signed. */
  readonly context: '' | 'asSigned' | 'changed' | 'precedingChanged'
  readonly reasons: readonly string[]
  readonly answered: boolean
  readonly sentence: string
  readonly attributedTo?: string
  readonly statement?: string
  readonly evidence: readonly Evidence[]
  readonly translation?: Translation
  readonly derivation?: Derivation
  /** The question, while the fact is queried. */
  readonly query?: {
    readonly question: string
    readonly by: string
    readonly addressee?: string
    readonly due?: string
  }
  /** The last answer, and who asked. */
  readonly answer?: { readonly text: string; readonly by: string; readonly asked?: string }
  /** Allegations: answers asked for, oldest first. */
  readonly responses?: readonly ResponseSought[]
  readonly signed?: {
    readonly by: string
    readonly at: string
    readonly status: SignedStatus
    readonly words: string
    readonly reason?: string
  }
}

/** A block as people and programs read it. */
export type BlockView = Pick<Block, 'role' | 'level' | 'cell' | 'picture' | 'text'>

/** A thread as programs read it: what was said, where it stands now, and in which block of the copy. */
export interface CommentView extends CommentThread {
  readonly place: CommentPlace
  /** The words that carry it now; `words` are those that it was made on. */
  readonly standing?: string
  readonly block?: number
}

export interface StoryView {
  readonly id: string
  readonly guid: string
  readonly stage: Stage
  readonly version: number
  readonly fields: Fields
  readonly blocks: readonly BlockView[]
  readonly facts: readonly FactView[]
  readonly comments: readonly CommentView[]
  /** Pending ones, in text order; absent in what was written before there were any. */
  readonly suggestions?: readonly Suggestion[]
  /** Who sent it back to its author, when and why, until it moves again. */
  readonly sentBack?: SentBack
  readonly updated: string
}

/**
 * One query of a story. Its number stays the same for good: the text message that carries it may be answered days
 * later.
 */
export interface QueryView {
  readonly number: number
  readonly fact: string
  readonly words: string
  readonly question: string
  readonly by: string
  readonly at: string
  readonly addressee?: string
  readonly due?: string
  readonly open: boolean
  readonly answer?: string
}

/** Something that waits for one person, in any story. */
export interface QueueItem {
  readonly story: string
  readonly headline: string
  readonly kind: 'asked' | 'answered' | 'lapsed' | 'assigned' | 'sentBack'
  /** Absent for a story that is assigned or was sent back to the person. */
  readonly fact?: string
  /** The words of the fact, what is open in the story, or why it was sent back. */
  readonly words: string
  /** The question, the answer, why it lapsed, who sent it back and when. */
  readonly note: string
}

export interface SearchHit {
  readonly id: string
  readonly headline: string
  readonly snippet: string
}

/** A fact of any story that rests on a source. */
export interface RestingFact {
  readonly story: string
  readonly slug: string
  readonly headline: string
  readonly fact: string
  readonly words: string
  readonly status: FactStatus
  readonly locators: readonly string[]
}

/** What a person saw when signing; the owner refuses when its own copy says otherwise. */
export interface SeenFact {
  readonly fact: string
  readonly words: string
  readonly sentence: string
}

/** What is said about a picture; what is absent stays as it is. */
export type PictureWords = Readonly<Partial<Record<PictureDetail, string>>>

/** A suggestion as the person saw it; the owner refuses when its own copy says otherwise. */
export interface SeenSuggestion {
  readonly id: string
  readonly inserted?: string
  readonly deleted?: string
}

export interface DecidedSuggestions {
  readonly decided: readonly string[]
  /** Facts that stand verified now: another person accepted the words that a checker had proposed for them. */
  readonly verified: readonly string[]
}

/** What the words that changed since the last publication suggest; absent: nothing changed, or more than one thing. */
export type CorrectionProposal = Partial<Pick<CorrectionNote, 'was' | 'is'>> & {
  /** Number of the version. */ readonly since?: number
}

/** A correction or clarification of a story. Without `kind` there is none, and `version` is the one that stands. */
export interface CorrectionView {
  readonly version: number
  readonly kind?: CorrectionKind
  /** Every version that is one, oldest first. */
  readonly versions: readonly number[]
  /** ISO 8601 instant of its publication. */
  readonly at?: string
  /** Versions that readers could see before it. */
  readonly published: readonly PublishedVersion[]
  /** Its record can be noted: the version is the one that stands. */
  readonly open: boolean
  readonly record?: CorrectionRecord
  readonly proposed: CorrectionProposal
  /**
   * Where the wrong words went. `notice`: plain text to send, once a record is approved; `held`: why there is none
   * then.
   */
  readonly destinations: readonly (Destination & { readonly notice?: string; readonly held?: string })[]
}
