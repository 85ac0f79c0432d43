/** What people, and Stet, note of one fact. */
import type { EntryRef } from '../entryRef'
import type { Derivation } from '../facts/derivation'
import type { Evidence, FactType, SignOff } from '../facts/fact'
import type { Translation } from '../facts/translation'

export type FactEvent =
  | {
      readonly kind: 'tagged'
      readonly fact: string
      readonly type: FactType
      readonly words: string
      /** Who wrote these words, or took some away (writers/characters/hands.ts). Old entries: who typed them. */
      readonly writers: readonly string[]
    }
  | {
      readonly kind: 'retyped'
      readonly fact: string
      readonly from: FactType
      readonly to: FactType
      readonly reason?: string
    }
  | { readonly kind: 'described'; readonly fact: string; readonly statement?: string; readonly attributedTo?: string }
  | {
      readonly kind: 'reworded'
      readonly fact: string
      readonly words: string
      /** Who wrote these words, or took words away. Old entries: only if the change was not observed. */
      readonly writers?: readonly string[]
      /** They proposed these words, and another person accepted: that person is the writer now. */
      readonly adopted?: readonly string[]
      /**
       * The words did not change. The document here names people whom the entries of a verdict (its hash) of another
       * machine leave out: as `writers` of its words, or of what stands `around` them.
       */
      readonly of?: string
      readonly around?: readonly string[]
    }
  | ({ readonly kind: 'signed'; readonly fact: string; readonly contextAccepted?: boolean } & Omit<
      SignOff,
      'entry' | 'by' | 'at' | 'hash' | 'signer' | 'acceptedBy' | 'given' | 'backDated'
    >)
  | {
      readonly kind: 'withdrawn'
      readonly fact: string
      readonly signOff: EntryRef
      /** Older entries lack it. */
      readonly reason?: string
    }
  | { readonly kind: 'answered'; readonly fact: string; readonly text: string }
  /** Absent: the words are not a translation. */
  | { readonly kind: 'translated'; readonly fact: string; readonly translation?: Translation }
  /** Absent: the figure is not derived. */
  | { readonly kind: 'derived'; readonly fact: string; readonly derivation?: Derivation }
  | {
      readonly kind: 'evidenceAdded'
      readonly fact: string
      readonly evidence: Evidence
      /** Id of the piece of evidence that was changed into this one. It is gone, and this one takes its place. */
      readonly replaces?: string
      /** Who else brought it: to the other place of the same statement, from which it came here. */
      readonly broughtBy?: readonly string[]
    }
  | { readonly kind: 'evidenceRemoved'; readonly fact: string; readonly evidence: string }
  | { readonly kind: 'responseSought'; readonly fact: string; readonly response: ResponseSought }
  /** Noted again when a second person changes the context of a fact that lapsed already. */
  | { readonly kind: 'lapsed'; readonly fact: string; readonly reasons: readonly string[]; readonly words: string }
  | { readonly kind: 'restored'; readonly fact: string; readonly words: string }
  | {
      readonly kind: 'untagged'
      readonly fact: string
      readonly reason: string
      readonly words: string
      readonly lastStatus: string
    }
  | { readonly kind: 'retagged'; readonly fact: string; readonly words: string }

/** A response sought from the subject of an allegation. */
export interface ResponseSought {
  readonly who: string
  /** "by phone", "by e-mail to the press office" */
  readonly how: string
  /** As typed: "30 Oct, 11:05 KST". */
  readonly when: string
  /** "Declined to comment"; '' while awaited. */
  readonly reply: string
}
