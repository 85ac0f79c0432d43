/** Shapes behind the table in requests.ts: stories, facts, queries, suggestions and corrections. */
import type { Kill } from '../ledger/leaving/kill'
import type { Block } from '../copy/copy'
import type {
  CorrectionKind,
  CorrectionNote,
  CorrectionRecord,
  Destination,
  PublishedVersion,
} from '../ledger/leaving/corrections/correctionNote'
import type { Derivation } from '../ledger/facts/derivation'
import type { CommentPlace, CommentThread } from '../copy/comment'
import type { Evidence, FactStatus, FactType, SignedStatus } from '../ledger/facts/fact'
import type { Fields } from '../ledger/fields'
import type { AcceptedLoss, TrustLoss } from '../ledger/loss'
import type { SentBack } from '../ledger/moves'
import type { ResponseSought } from '../ledger/events/factEvent'
import type { PictureDetail } from '../copy/picture'
import type { Stage } from '../ledger/stages'
import type { Suggestion } from '../copy/suggestions/suggestion'
import type { Translation } from '../ledger/facts/translation'

/** The people, rules, words and sources with which issues were counted. */
export interface CountedWith {
  /** Ids of the sources that the facts rest on. */
  readonly sources: readonly string[]
  readonly hash: string
}

export interface StorySummary {
  readonly id: string
  readonly slug: string
  readonly headline: string
  readonly stage: Stage
  readonly version: number
  /** Only statuses with at least one fact. */
  readonly facts: Partial<Record<FactStatus, number>>
  /** Facts that block clearing or warn at it. Absent: none, or an older index. */
  readonly open?: number
  /** Of a story in review: findings that block clearing. Absent: nobody knows. */
  readonly issues?: number
  /** Kept in the files of the library, never answered. */
  readonly countedWith?: CountedWith
  /** Of a draft: open TKs. Absent: none, or nobody knows. */
  readonly tks?: number
  readonly words: number
  /** Of a story in Korean, Japanese or Chinese. Absent: the others, and older rows. */
  readonly characters?: number
  /** Of characters, where those are counted. */
  readonly wordTarget: number
  readonly embargo: string
  /** The embargo of the version that readers have or are to get, as published. Absent: none, or an older row. */
  readonly heldUntil?: string
  /** ISO 8601 instant of the last change. */
  readonly updated: string
  /** The story could not be read; what is wrong, and what is safe. */
  readonly unavailable?: string
  /** The number of open losses. Absent: none. */
  readonly losses?: number
  /** The names of the byline, or else the author. Absent in older story files, as are the next three. */
  readonly by?: string
  readonly desk?: string
  readonly assignee?: string
  /** BCP 47. */
  readonly language?: string
}

export interface FactView {
  readonly id: string
  readonly type: FactType
  readonly status: FactStatus
  /** Hash of the view of this fact now. A verdict carries it. '' when the tag is gone. Absent in older answers. */
  readonly seen?: string
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
  /** The open query. */
  readonly query?: {
    readonly question: string
    readonly by: string
    readonly addressee?: string
    readonly due?: string
  }
  /** The last answer, and who had asked. */
  readonly answer?: { readonly text: string; readonly by: string; readonly asked?: string }
  /** Allegations: answers asked for, oldest first. */
  readonly responses?: readonly ResponseSought[]
  readonly signed?: {
    readonly by: string
    readonly at: string
    readonly status: SignedStatus
    readonly words: string
    readonly reason?: string
    /** Given in the story that this one is a duplicate of. */
    readonly fromOriginal?: true
    /** Signed before Stet signed views: only words, sentence and evidence are compared. */
    readonly beforeViews?: true
  }
}

/** A block in answers. */
export type BlockView = Pick<Block, 'role' | 'level' | 'cell' | 'picture' | 'text'>

/** A comment thread with its current place in the copy. */
export interface CommentView extends CommentThread {
  readonly place: CommentPlace
  /** The words that carry it now. `words` are those it was made on. */
  readonly standing?: string
  readonly block?: number
  /** It came from another machine, and its name did not sign the words. */
  readonly unsigned?: true
  /** Replies whose name did not sign their words, by their number from 1. Absent: none. */
  readonly unsignedReplies?: readonly number[]
}

/** Who has the pen, who gave or took it, and when (ISO 8601 instant). */
export interface PenView {
  readonly holder: string
  readonly from: string
  readonly at: string
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
  /** Pending suggestions in text order. Absent in older answers. */
  readonly suggestions?: readonly Suggestion[]
  /** Hash of what legal reads. Completing legal's reading carries it. Absent in older answers. */
  readonly legalText?: string
  /** Who sent it back, when and why, until the next move. */
  readonly sentBack?: SentBack
  /** Who has the pen. Absent: nobody. */
  readonly pen?: PenView
  /** Entries of other machines that stand apart and wait for an editor. Absent: none. */
  readonly apart?: number
  /** What was lost and nobody has accepted. While there is any, the story is closed. Absent: nothing. */
  readonly losses?: readonly TrustLoss[]
  /** Losses that an editor accepted. Absent: none. */
  readonly lossesAccepted?: readonly AcceptedLoss[]
  /** Ids of sources on which facts rested, and no fact does now. Absent: none, or the answer is an older one. */
  readonly sourcesBefore?: readonly string[]
  /** Names of those who gave or took back a verdict, and whom no fact names now. Absent: none, or an older answer. */
  readonly signersBefore?: readonly string[]
  readonly updated: string
}

/** A query of a story. Its number never changes: a text message with it may be answered days later. */
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

/** What waits for one person in all stories. Stories oldest first. */
export interface Queue {
  /** The first ones, as many as were asked for. */
  readonly items: readonly QueueItem[]
  /** How many wait, with those that were not asked for. */
  readonly total: number
  /** How many wait of each kind. */
  readonly kinds: QueueKinds
}

export type QueueKind =
  | 'asked'
  | 'answered'
  | 'lapsed'
  | 'assigned'
  | 'sentBack'
  | 'mentioned'
  | 'mustFix'
  | 'filed'
  | 'toApprove'
  | 'toNotify'
/** How many things of each kind. A kind of which there are none is left out. */
export type QueueKinds = Readonly<Partial<Record<QueueKind, number>>>

/** What a correction or a kill leaves the desk to do. */
export interface DeskTasks {
  /** The note of the open correction: nobody has approved it, or its approval lapsed. Absent: none. */
  readonly toApprove?: NoteToApprove
  /** Destinations that nobody has notified: of published corrections, or of the kill. Absent: none. */
  readonly toNotify?: { readonly of: 'correction' | 'kill'; readonly destinations: number }
}

export interface NoteToApprove {
  /** The text for readers. */
  readonly text: string
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
  /** Who approved it before its approval lapsed. */
  readonly approver?: string
  /** Who recorded it as it is. Nobody approves alone what nobody else recorded. */
  readonly recorders: readonly string[]
  /** Who was an author or in a byline at any time: names, and lines with names. */
  readonly authors: readonly string[]
}

/** Something that waits for one person, in any story. */
export interface QueueItem {
  readonly story: string
  readonly headline: string
  readonly kind: QueueKind
  /** Where the story stands: a next version may be open while readers have the one before. */
  readonly stage: Stage
  readonly version: number
  /** Absent for what is about a comment or the whole story. */
  readonly fact?: string
  /** What the note to approve, or the destinations to notify, are of. */
  readonly of?: 'correction' | 'kill'
  /**
   * The comment that is assigned to the person, in which somebody else mentions them last, or which must be fixed in
   * their story, or is theirs and somebody answered.
   */
  readonly comment?: string
  /**
   * The words of the fact or the comment, the text for readers of a note, the open tasks of the story, why it was sent
   * back, or its headline.
   */
  readonly words: string
  /**
   * The question, the answer, the reason it lapsed, who sent it back and when, who wrote the comment or the note, how
   * many destinations are to notify, or whose story it is.
   */
  readonly note: string
}

export interface SearchHit {
  readonly id: string
  readonly headline: string
  readonly snippet: string
  /** The sought words in the snippet: from and to, UTF-16 units. Absent: not known. */
  readonly marks?: readonly (readonly [number, number])[]
}

/** A fact of any story with evidence from a source. */
export interface RestingFact {
  readonly story: string
  readonly slug: string
  readonly headline: string
  readonly fact: string
  readonly words: string
  readonly status: FactStatus
  readonly locators: readonly string[]
}

/** A fact that an act on several left out, and the reason. */
export interface LeftOut {
  readonly fact: string
  readonly why: string
}

/** What the person saw when signing. The owner refuses if its own view differs. */
export interface SeenFact {
  readonly fact: string
  /** Hash of the view that the person had before them: `Assessment.view`, `FactView.seen`. */
  readonly seen: string
  /**
   * The verdicts that the person had before them (`standingOf`): other ones are refused. Absent: the command line names
   * none.
   */
  readonly standing?: readonly string[]
}

/** Picture details. Absent ones stay as they are. */
export type PictureWords = Readonly<Partial<Record<PictureDetail, string>>>

/** A suggestion as the person saw it. The owner refuses if its own copy differs. */
export interface SeenSuggestion {
  readonly id: string
  readonly inserted?: string
  readonly deleted?: string
}

export interface DecidedSuggestions {
  readonly decided: readonly string[]
  /** Facts now verified: another person accepted the words that a checker had proposed. */
  readonly verified: readonly string[]
}

/** Proposed from the words changed since the last publication. Absent: nothing changed, or more than one thing. */
export type CorrectionProposal = Partial<Pick<CorrectionNote, 'was' | 'is'>> & {
  /** Number of the version. */ readonly since?: number
}

/** A destination, and the plain text to send to it. `held`: why there is none. */
export type NoticeTo = Destination & { readonly notice?: string; readonly held?: string }

export interface KillView {
  /** Absent: the story is not killed. */
  readonly kill?: Kill
  /** What of the desk's words a kill leaves out, each with why. For people. */
  readonly keptBack: readonly string[]
  /** Why the words of the story cannot be read. Then no kill file can be made of it. Absent: they can. */
  readonly unread?: string
  /** Only with `unread`: the story can still be killed. */
  readonly mayKill?: true
  /** Part of the history is missing, so the story may be at places that are not among the destinations. */
  readonly mayBeElsewhere?: true
  /** Every destination that got any version. A notice is there once the story is killed. */
  readonly destinations: readonly NoticeTo[]
}

/** A correction or clarification. Without `kind` there is none, and `version` is the current one. */
export interface CorrectionView {
  readonly version: number
  readonly kind?: CorrectionKind
  /** All versions that are corrections, oldest first. */
  readonly versions: readonly number[]
  /** ISO 8601 instant of its publication. */
  readonly at?: string
  /** Versions that readers could see before it. */
  readonly published: readonly PublishedVersion[]
  /** Its record can be changed: it is the current version. */
  readonly open: boolean
  readonly record?: CorrectionRecord
  /** Its approval lapsed: the words that it says are right are not in the story. */
  readonly lapsed?: true
  readonly proposed: CorrectionProposal
  /**
   * Destinations of the wrong words. `notice`: plain text to send, once a record is approved. `held`: why there is none
   * then.
   */
  readonly destinations: readonly NoticeTo[]
}
