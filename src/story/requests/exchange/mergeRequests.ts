/** Requests about stories that come from another machine in a bundle. */
import type { FieldName } from '../../ledger/fields'
import type { Role } from '../../desk/roster'
import type { FactStatus, SignedStatus } from '../../ledger/facts/fact'
import type { LedgerEntry } from '../../ledger/ledgerEntry'

/** Why an entry of another machine does not count here. */
export type WhyApart = 'unsigned' | 'unknownKey' | 'ended' | 'needsPin' | 'otherwise'

/** Who handed it over, as far as anybody here knows. */
export interface MergeSender {
  readonly person: string
  readonly device: string
  /** `none`: the bundle has no device card. `ended`: an editor trusts the key no longer. `own`: it was made here. */
  readonly standing: 'trusted' | 'own' | 'new' | 'ended' | 'none'
  /** The card as text, to trust it by. */
  readonly card?: string
  /** The role that the name has here. Absent: it is not on the roster, or has none. */
  readonly role?: Role
}

/** What is sealed in a bundle for named people. */
export interface SealedReport {
  readonly people: readonly string[]
  /**
   * `others`: for somebody else. `otherKey`: for the person who opens it, but to another key. `locked`: for that
   * person, whose key here needs the PIN first. `untrusted`: for that person, by somebody whose key nobody here trusts.
   */
  readonly standing: 'opened' | 'others' | 'otherKey' | 'locked' | 'untrusted'
  /** Pseudonyms here of the sources that it tells of, and of those that stay as they are here. */
  readonly revealed: readonly string[]
  readonly otherwise: readonly string[]
  /** Sealed versions and files that stay out, because they tell of somebody who is not protected here. Absent: none. */
  readonly left?: number
}

/** A verdict that is new here. */
export interface MergedVerdict {
  readonly fact: string
  /** The words that were signed. */
  readonly words: string
  readonly status: SignedStatus
  readonly by: string
  /** ISO 8601 instant, as its writer says. */
  readonly at: string
  /** A look at a changed sentence: the verdict stays that of its giver. */
  readonly look?: true
  /** Why its entry does not count here. Absent: the entry counts. */
  readonly why?: WhyApart
  /** The entry counts, but not as a verdict of this person: why, as a sentence. Absent: it counts. */
  readonly refused?: string
}

/** A block whose words differ. */
export interface MergedWords {
  /** Its place after the merge; where it stood before, if it is gone. */
  readonly block: number
  /** '' for a new one, and for one that is gone. */
  readonly before: string
  readonly after: string
  /** Who typed what is new in it, as that machine says. */
  readonly by: readonly string[]
  /** The same sentence was written here and there. `was`: the words that both had. `there`: those of the other. */
  readonly twice?: { readonly was: string; readonly there: string }
}

/** What readers see of a block beside its words, and that changes. `block`: its place after the merge. */
export interface MergedBeside {
  readonly block: number
  readonly part: 'links' | 'picture' | 'shape'
  /** '' where there was, or is, nothing. */
  readonly before: string
  readonly after: string
  /** The words of the block afterwards. */
  readonly words: string
}

/** Something that people did beside words and verdicts, and that counts here. `words`: of its fact afterwards. */
export interface MergedAct {
  readonly entry: LedgerEntry
  readonly words?: string
}

/** A fact that reads otherwise afterwards. */
export interface MergedFact {
  readonly fact: string
  readonly words: string
  /** Absent: it is new here. */
  readonly from?: FactStatus
  readonly to: FactStatus
  readonly reasons: readonly string[]
}

/** What merging a story brings, or brought. */
export interface MergeReport {
  readonly story: string
  readonly headline: string
  /** SHA-256 of the bundle's manifest. */
  readonly bundle: string
  /** ISO 8601 instant at which it was made, as it says. */
  readonly made: string
  readonly sender: MergeSender
  /** `nothing`: all of it is here. `refused`: nothing of it comes in. */
  readonly outcome: 'new' | 'merged' | 'nothing' | 'refused'
  /** With `refused`: one clause for people. */
  readonly refused?: string
  /**
   * The history of the story here has an entry of the merge, or gets one: the merge can be undone. False where a bundle
   * brings only files, or what the source book takes in.
   */
  readonly undoable: boolean
  /** Who alone can undo it, having the pen of the story. Absent: the person who merged it can undo it. */
  readonly undoneBy?: string
  /** Entries of its history that are new here. */
  readonly entries: number
  readonly words: readonly MergedWords[]
  /** Absent: nothing. */
  readonly beside?: readonly MergedBeside[]
  /** Moves, fields, overrides, “nothing to check” and the like. Absent: none. */
  readonly acts?: readonly MergedAct[]
  readonly verdicts: readonly MergedVerdict[]
  readonly facts: readonly MergedFact[]
  /** Words that the merge drops. They wait in the tray. */
  readonly dropped: readonly { readonly text: string; readonly by: readonly string[] }[]
  /** Comments and answers that are new here. Absent: none. */
  readonly comments?: number
  /** Fields that stay as they are here, because nothing proves who set them. */
  readonly keptFields: readonly FieldName[]
  /** What does not happen, because its person has not got the right here, as sentences. Absent: nothing. */
  readonly notMade?: readonly string[]
  /**
   * Who typed what is new here, and has no key on the sender's computer that is trusted here: the sender counts as a
   * writer of their words, too, on every computer and for good. Absent: nobody, or nobody trusts the sender's key.
   */
  readonly answered?: readonly string[]
  /** The same of those who have a trusted key on another computer. What they handed over from there proves it. */
  readonly answeredElsewhere?: readonly string[]
  /** Suggestions that became of what `by` typed while `holder` has the pen. Absent: none. */
  readonly suggested?: readonly { readonly by: string; readonly holder: string; readonly count: number }[]
  /** A merge of the same was undone here: it comes in again. Absent: none was. */
  readonly again?: true
  /** SHA-256 of captured files that the story rests on and that are not on this computer. */
  readonly missingFiles: readonly string[]
  /** Captured files and snapshots that are new here. */
  readonly files: number
  readonly versions: number
  /** Sources that are new here, by the name that may be shown. */
  readonly sources: readonly string[]
  /** Pseudonyms of sources that were open here and are protected from now on. Absent: none. */
  readonly guarded?: readonly string[]
  /** Absent: nothing is sealed in it. */
  readonly sealed?: SealedReport
}

export interface MergeRequests {
  /** Says what a bundle would bring. Nothing is changed. */
  'story.previewMerge': {
    request: { readonly name: string; readonly bytes: Uint8Array }
    answer: { readonly stories: readonly MergeReport[] }
  }
  /**
   * Merges a bundle: each of its stories comes in wholly or not at all. The report says what came. `only`: ids of the
   * stories to take, all when absent.
   */
  'story.merge': {
    request: { readonly name: string; readonly bytes: Uint8Array; readonly only?: readonly string[] }
    answer: { readonly stories: readonly MergeReport[] }
  }
  /**
   * Undoes the merge that is the latest change of a story: its words go to the tray, and what it brought gives no trust
   * any more. What it brought against the words stays. `bundle`: SHA-256 of the manifest of the bundle; only a merge of
   * this one is undone. Absent: whichever it is.
   */
  'story.undoMerge': {
    request: { readonly story: string; readonly bundle?: string }
    answer: {
      /** Who had handed it over. */
      readonly from: string
      /** Entries of the tray that hold words which went. */
      readonly tray: number
      /** Fields that stay, because this person may not set them back. */
      readonly keptFields: readonly FieldName[]
      readonly facts: Partial<Record<FactStatus, number>>
    }
  }
}
