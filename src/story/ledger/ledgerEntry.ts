/** The entries of a ledger, and the hashes and signatures that chain them. */
import type { IncludedPart } from '../desk/exportFormat'
import type { CorrectionNote } from './leaving/correctionNote'
import type { Derivation } from './facts/derivation'
import type { Evidence, FactType, SignOff } from './facts/fact'
import type { LibraryEvent } from './libraryEvent'
import type { FieldName } from './fields'
import type { FieldSetter } from './writers/fieldSetters'
import type { TrustLoss } from './loss'
import type { OriginalVerdict } from './facts/originalVerdict'
import type { Stage, VersionKind } from './stages'
import type { Translation } from './facts/translation'
import type { ViewParts } from './facts/viewParts'

/** Identifies a finding. An override or dismissal holds for this rule, place and words only. */
export interface FindingKey {
  readonly rule: string
  /** Stable text for the place and its words. A finding with another key is another finding. */
  readonly key: string
}

/** One string for a finding: rule and key. */
export const findingName = ({ rule, key }: FindingKey): string => `${rule}\u0000${key}`

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

/** What left, or may leave: a hash for each part. */
export interface Leaving {
  /** Version of this rule. A later one may know more parts. */
  readonly rule: number
  readonly parts: Readonly<Record<string, string>>
}

/** The desk's own words that a gate asked for (deskWordsAsked.ts). */
export interface DeskWordsAsked {
  readonly count: number
  /** SHA-256 over list, words and language of each, in any order. */
  readonly hash: string
}

export type LeavingPart = 'headline' | 'deck' | 'text' | 'pictures' | FieldName

export type LedgerEvent =
  | {
      readonly kind: 'created'
      readonly origin: 'new' | 'import' | 'duplicate' | 'sample'
      readonly from?: string
      /** Duplicates: all authors that the original ever had. */
      readonly authors?: readonly string[]
      /** Duplicates: fact id → who wrote its words in the original. */
      readonly wrote?: Readonly<Record<string, readonly string[]>>
      /** Duplicates: fact id → the verdict against its words that stood in the original. */
      readonly against?: Readonly<Record<string, OriginalVerdict>>
      /** Fields that others wrote: in the original of a duplicate, or as the newsroom's defaults. */
      readonly set?: Readonly<Record<string, readonly FieldSetter[]>>
    }
  | {
      readonly kind: 'tagged'
      readonly fact: string
      readonly type: FactType
      readonly words: string
      /** Who wrote these words, or took some away (document/writers/hands.ts). Old entries: who typed them. */
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
      /** Older entries lack it. */ readonly reason?: string
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
  | ({
      readonly kind: 'suggested'
      /** The right words for a wrong fact, as the proposer saw it. */ readonly corrects?: Correction
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
  | {
      readonly kind: 'fieldSet'
      readonly field: string
      readonly from: string
      readonly to: string
      /** needsLegal set to complete: hash of what legal read. */
      readonly legalHash?: string
      /** The story had never had a word when this was set. */
      readonly beforeWords?: true
      /** The field leaves with the story, so that the cleared hash covers it. Older entries lack it. */
      readonly leaves?: true
    }
  /** An editor says that a byline or author was a mistake: that person never wrote the story. */
  | { readonly kind: 'bylineStruck'; readonly name: string; readonly reason: string }
  | {
      readonly kind: 'moved'
      readonly from: Stage
      readonly to: Stage
      readonly reason?: string
      readonly copyHash: string
      readonly blocks: number
      readonly warns: number
      readonly overrides: readonly FindingKey[]
      readonly versionKind?: VersionKind
      /** The app made the move because cleared copy was edited. */
      readonly automatic?: boolean
      /** Then: the parts that changed. Older entries lack it. */
      readonly changed?: readonly LeavingPart[]
      /** Moves to cleared: what was cleared. Older entries lack it: they cleared only the copy. */
      readonly leaving?: Leaving
      /** Moves to cleared and published: the desk's own words that the gate asked for. Absent: none. */
      readonly deskWords?: DeskWordsAsked
    }
  /**
   * The pen passes to `to`, a name; '': it is laid down. `taken`: by right of an editor. `typed`: for each Yjs client
   * of the document there how many of its items it had, where that is more than in the entries before.
   */
  | {
      readonly kind: 'pen'
      readonly to: string
      readonly taken?: true
      readonly reason?: string
      readonly typed: Readonly<Record<string, number>>
    }
  | ({ readonly kind: 'overridden'; readonly reason: string } & FindingKey)
  | ({ readonly kind: 'dismissed'; readonly reason?: string } & FindingKey)
  /** A person takes back what they dismissed themselves. Dismissals of others stay. */
  | { readonly kind: 'undismissed'; readonly findings: readonly FindingKey[] }
  | {
      readonly kind: 'exported'
      readonly format: string
      readonly edition: string
      readonly fileName: string
      readonly sha256: string
      readonly draft: boolean
      readonly blocks: number
      readonly overrides: readonly FindingKey[]
      /** Older entries lack the rest. */
      readonly formatVersion?: string
      readonly options?: ExportOptions
      /** Number of warnings at the gate. */
      readonly warns?: number
      /** Path of the file, or its folder, as the person chose it. */
      readonly destination?: string
      /** Of a bundle: for whom it is, and the protected sources (ids; before 0.1: pseudonyms) sealed for them in it. */
      readonly to?: readonly string[]
      readonly shared?: readonly string[]
      /** Number of the exported snapshot, and the SHA-256 of its state. */
      readonly version?: number
      readonly state?: string
      /**
       * The number of entries at that time, and the instant that the writer used as now. Reproducing the bytes needs
       * both.
       */
      readonly ledgerAt?: number
      readonly asOf?: string
      /** The export that was repeated. */
      readonly again?: EntryRef
      /**
       * Exports of the story itself: hash of all that left, and its number for receivers. Without a number it left
       * under an id of its own. Older entries lack it.
       */
      readonly left?: { readonly text: string; readonly number?: number }
    }
  /** This export did not reach its destination. */
  | { readonly kind: 'exportFailed'; readonly export: EntryRef; readonly reason: string }
  /** A person put the tray entry `ref` back into the copy, or discarded it. */
  | { readonly kind: 'rescued'; readonly outcome: 'putBack' | 'letGo'; readonly ref: string; readonly text: string }
  /**
   * Somebody changed the words of a comment of their own, deleted it or took that back. `answer`: the instant of an
   * answer in it. `was`, `text`: the words before and now; of what was deleted, the last.
   */
  | {
      readonly kind: 'commentEdited'
      readonly comment: string
      readonly answer?: string
      readonly was: string
      readonly text: string
    }
  /** That somebody said it, or what they said of a comment beside its words. `text`: the words. */
  | {
      readonly kind: 'commentMarked'
      readonly comment: string
      readonly says: 'said' | 'mustFix' | 'notMustFix' | 'resolved' | 'reopened'
      /** 'said': the answer that was said, by its instant. Absent: the comment itself. */
      readonly answer?: string
      readonly text: string
    }
  | {
      readonly kind: 'commentDeleted' | 'commentRestored'
      readonly comment: string
      readonly answer?: string
      readonly text: string
    }
  /** A snapshot's words were restored as a new edit. `versionAt`: when it was kept. */
  | { readonly kind: 'versionRestored'; readonly version: number; readonly versionAt: string; readonly name?: string }
  | { readonly kind: 'responseSought'; readonly fact: string; readonly response: ResponseSought }
  /**
   * The correction record of a version; a later one replaces it. `approver`: absent if the person may not approve it.
   */
  | ({
      readonly kind: 'correctionNoted'
      readonly version: number
      readonly approver?: string
      readonly selfApproved?: true
    } & CorrectionNote)
  /**
   * A destination was told of the correction, or of the kill of that version. `export`: its export. `withdrawn`: it was
   * not told after all.
   */
  | {
      readonly kind: 'correctionTold'
      readonly version: number
      readonly export: EntryRef
      readonly destination: string
      readonly how?: string
      readonly withdrawn?: true
      readonly kill?: true
    }
  /** Stet found something missing. Noted before anything else is written, so that it stays known. */
  | { readonly kind: 'lossFound'; readonly losses: readonly TrustLoss[] }
  /** A named editor accepts the losses. Facts that nobody signs afterwards stay re-check. */
  | { readonly kind: 'lossAccepted'; readonly losses: readonly TrustLoss[]; readonly reason: string }
  /**
   * What somebody wrote on another machine came in. It follows that and what was here, so that a ledger has one end.
   * `bundle`: SHA-256 of the file it came in. `from`: who handed it over. `entries`: how many were new here.
   */
  | {
      readonly kind: 'merged'
      readonly bundle: string
      readonly from: string
      readonly device: string
      readonly entries: number
      /**
       * What it takes to undo it (merging/undoMerge.ts). `here`: hashes of all entries that nothing here followed yet.
       * `version`: number of the kept words of before. `copy`: hash of the copy afterwards. Absent: it came as a whole,
       * or in an earlier Stet.
       */
      readonly here?: readonly string[]
      readonly version?: number
      readonly copy?: string
      /**
       * Hashes of `mergeUndone` entries that hold no longer: the same was taken in again. `client`: the Yjs client id
       * that typed its words.
       */
      readonly again?: readonly string[]
      readonly client?: number
    }
  /**
   * Somebody undid a merge, named by its hash: nothing that it brought gives trust any more. `tray`: the entries of the
   * tray that hold the words which went. `client`: the Yjs client id that put the words of before back.
   */
  | {
      readonly kind: 'mergeUndone'
      readonly merge: string
      readonly tray: readonly string[]
      readonly client: number
    }
  /**
   * What an editor decided of entries that stand apart, named by their hashes. It changes nothing of what counts: what
   * is taken over the editor gives in the own name, in entries of their own. `of`: whose the entries are, as far as
   * anybody here knows.
   */
  | {
      readonly kind: 'apartDecided'
      readonly entries: readonly string[]
      readonly verdict: 'taken' | 'dropped'
      readonly of: readonly string[]
      readonly reason?: string
    }
  /** Captured files that lie elsewhere: left out of a bundle, fetched later. They are not gone. */
  | { readonly kind: 'filesElsewhere'; readonly files: readonly string[] }
  | LibraryEvent

/** The options of an export that its bytes and name depend on, beside the other fields of its entry. */
export interface ExportOptions {
  readonly lineLength?: number
  readonly slugHeader?: boolean
  readonly bare?: boolean
  readonly paper?: 'story' | 'storyWithFacts'
  readonly embed?: boolean
  readonly fileNamePattern?: string
  readonly include?: readonly IncludedPart[]
}

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

/**
 * An entry of the same ledger: its hash. Entries from before keys give its `seq`. A merge with the entries of another
 * machine changes `seq`, never the hash.
 */
export type EntryRef = string | number

/** Finds the place of an entry that another refers to. Undefined when it is not in this ledger. */
export function placesOf(entries: readonly LedgerEntry[]): (ref: EntryRef) => number | undefined {
  let byHash: ReadonlyMap<string, number> | undefined
  return (ref) => {
    if (typeof ref === 'number') return ref
    byHash ??= new Map(entries.map(({ hash, seq }) => [hash, seq]))
    return byHash.get(ref)
  }
}

export const refersTo = (ref: EntryRef, { seq, hash }: Pick<LedgerEntry, 'seq' | 'hash'>): boolean =>
  ref === hash || ref === seq

/**
 * `follows` and `signature` are in entries since keys, `prev` in those from before. docs/decisions/trust.md tells what
 * each proves.
 */
export type LedgerEntry = LedgerEvent & {
  /**
   * The place in this file: 1, 2, 3 … without gaps. Not signed: another machine may have the entry at another place.
   */
  readonly seq: number
  /** ISO 8601 instant. */
  readonly at: string
  /** A name on the roster, or "Stet" for entries of the app. */
  readonly by: string
  /** Names the ledger (trust/chain.ts): an entry of one story proves nothing in another. */
  readonly ledger?: string
  /** Hashes of all entries that nothing followed yet, as far as the writer knew. Empty in the first entry. */
  readonly follows?: readonly string[]
  /** How many lines the table of heads had on the disk. A shorter table has lost its end. */
  readonly heads?: number
  /**
   * The hash of the suggestion of `by` that was accepted. Then another person's key signs in the name of `by`: the
   * proposer verifies, the acceptor changes.
   */
  readonly accepts?: string
  /** Digest of the signatures of the entries that it follows: trust/signing.ts. */
  readonly vouches?: string
  /** Id of the public key that signed. */
  readonly signer?: string
  /** Ed25519 over the bytes of `hash`, base64url. */
  readonly signature?: string
  /** Entries from before keys: `hash` of the entry before, '' for the first. */
  readonly prev?: string
  /** SHA-256 (hex) of the entry as canonical JSON, without `hash`, `signature` and, since keys, `seq`. */
  readonly hash: string
}

/** What an entry says, without its place, time, person, hashes and signature. */
export function eventOf<E extends LedgerEntry>(
  entry: E,
): Omit<
  E,
  | 'seq'
  | 'at'
  | 'by'
  | 'ledger'
  | 'vouches'
  | 'follows'
  | 'heads'
  | 'signer'
  | 'signature'
  | 'accepts'
  | 'prev'
  | 'hash'
> {
  const {
    seq: _s,
    at: _t,
    by: _b,
    ledger: _l,
    vouches: _v,
    follows: _f,
    heads: _n,
    signer: _k,
    signature: _g,
    accepts: _a,
    prev: _p,
    hash: _h,
    ...event
  } = entry
  return event
}

/** Entries of after keys name what they follow. */
export const isSignedForm = (entry: Pick<LedgerEntry, 'follows'>): boolean => entry.follows !== undefined
