/** Requests about a story as a whole: its fields, its stage, the gate, its history. */
import type { StorySort } from './library/listRequests'
import type { PenView, Queue, StorySummary, StoryView, SearchHit } from './storyAnswers'
import type { SinceSignature } from './comparison'
import type { FieldName, Fields } from '../ledger/fields'
import type { Verdict } from '../assessment/finding'
import type { TrustLoss } from '../ledger/loss'
import type { FindingKey } from '../ledger/events/gateEvent'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { Door, Stage, VersionKind } from '../ledger/stages'

export interface StoryRequests {
  'story.create': { request: Record<string, never>; answer: { readonly id: string } }
  /** The sample story, tagged and partly checked by a sample desk that joins the roster. */
  'story.sample': { request: { readonly language: 'en' | 'ko' }; answer: { readonly id: string } }
  /** An alert: a headline and a slug, nothing else. */
  'story.alert': { request: { readonly headline: string; readonly slug: string }; answer: { readonly id: string } }
  /**
   * Without a limit: all. `called`: only the story of this id, or else those with this slug, or else those whose id
   * begins so.
   */
  'story.list': {
    request: {
      readonly stage?: Stage
      /** Absent: oldest first. */
      readonly sort?: StorySort
      readonly called?: string
      /**
       * Only stories with one of these headlines, to the letter. They come newest first. None while this machine has no
       * index of the library.
       */
      readonly headlines?: readonly string[]
      readonly offset?: number
      readonly limit?: number
    }
    answer: readonly StorySummary[]
  }
  'story.show': { request: { readonly story: string }; answer: StoryView }
  'story.duplicate': { request: { readonly story: string }; answer: { readonly id: string } }
  /** The changes since the asking person last completed legal's reading and last cleared the story; newest first. */
  'story.sinceSigned': { request: { readonly story: string }; answer: readonly SinceSignature[] }
  'story.setField': {
    /**
     * `seen`: legal's signature only. Hash of what legal read (`StoryView.legalText`). `preview`: only says what the
     * fields would be.
     */
    request: {
      readonly story: string
      readonly field: FieldName
      readonly value: unknown
      readonly seen?: string
      readonly preview?: boolean
    }
    /** `now`: what the story is, with `preview`. */
    answer: { readonly fields: Fields; readonly now?: { readonly headline: string; readonly fields: Fields } }
  }
  /** Strikes a name that came into author or byline by mistake. */
  'story.strikeByline': {
    request: { readonly story: string; readonly name: string; readonly reason: string }
    answer: { readonly fields: Fields }
  }
  /** Passes the pen to `to`, a name on the roster; '' lays it down. Absent: the asking person takes it. */
  'story.movePen': {
    request: { readonly story: string; readonly to?: string; readonly reason?: string }
    answer: { readonly pen?: PenView }
  }
  'story.move': {
    request: {
      readonly story: string
      readonly to: Stage
      readonly kind?: VersionKind
      readonly reason?: string
      readonly override?: string
      /** Needed with `override` if anything blocks: hash of the blocks that the person saw (`Verdict.seen`). */
      readonly seen?: string
      /** Only says whether it would move, and where to: the version is the current one. A block refuses it. */
      readonly preview?: boolean
    }
    /** `now`: what the story is, with `preview`. */
    answer: {
      readonly stage: Stage
      readonly version: number
      readonly now?: { readonly headline: string; readonly stage: Stage }
    }
  }
  /**
   * A named editor accepts what the story lost. `losses`: keys of all open losses, as the person saw them (lossKey).
   * The story opens again; facts that nobody signs afterwards stay re-check.
   */
  'story.acceptLoss': {
    request: { readonly story: string; readonly losses: readonly string[]; readonly reason: string }
    answer: { readonly accepted: readonly TrustLoss[] }
  }
  'story.gate': { request: { readonly story: string; readonly door: Door }; answer: Verdict }
  'story.history': { request: { readonly story: string }; answer: readonly LedgerEntry[] }
  'story.search': {
    request: {
      readonly query: string
      readonly limit?: number
      /** `best` (if absent): those with the words in the headline first. Then the newest change first. */
      readonly sort?: 'best' | 'newest'
      /** Nobody is typing the query: its last word is whole, too. */
      readonly whole?: boolean
      /** Do not wait for an index that is being made: the list says how much of it is. */
      readonly partly?: boolean
    }
    answer: readonly SearchHit[]
  }
  /** Without a limit: all. `perKind`: at most so many of each kind. */
  'desk.queue': { request: { readonly limit?: number; readonly perKind?: number }; answer: Queue }
  /** `seen`: hash of the finding that the person had before them (story/assessment/seenFinding.ts). */
  'finding.override': {
    request: {
      readonly story: string
      readonly rule: string
      readonly key: string
      readonly seen: string
      readonly reason: string
    }
    answer: Record<string, never>
  }
  'finding.dismiss': {
    request: {
      readonly story: string
      readonly rule: string
      readonly key: string
      readonly seen: string
      readonly reason?: string
    }
    /** `waits`: the finding stands until somebody else says so, too. */
    answer: { readonly waits?: true }
  }
  /**
   * Dismisses several names, dates or places together, each as the person saw it. Those that this person may not
   * dismiss stay, and `refused` says why.
   */
  'finding.dismissTogether': {
    request: { readonly story: string; readonly findings: readonly SeenFinding[] }
    answer: {
      readonly dismissed: readonly FindingKey[]
      readonly refused: readonly (FindingKey & { readonly why: string })[]
    }
  }
  /** Takes back what this person dismissed. Refused if none of it is theirs. */
  'finding.undismiss': {
    request: { readonly story: string; readonly findings: readonly FindingKey[] }
    answer: { readonly findings: readonly FindingKey[] }
  }
}

/** A finding, with the hash of what the person saw (story/assessment/seenFinding.ts). */
export interface SeenFinding extends FindingKey {
  readonly seen: string
}
