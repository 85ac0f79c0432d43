import type { Evidence, FactType, SignOff } from '../facts/fact'
import type { Derivation } from '../facts/derivation'
import type { Translation } from '../facts/translation'
import type { ResponseSought } from '../events/factEvent'
import type { KnownEntries } from '../order/knownEntries'
import type { Proposal } from '../writers/proposal'

/** The ledger's record of one fact. */
export interface FactRecord {
  readonly type?: FactType
  readonly signOffs: readonly SignOff[]
  /** The last sign-off that was not withdrawn, nor cancelled by an answer. */
  readonly current?: SignOff
  /** Sign-offs that were taken back, by whom and at which entry. Absent: none was. */
  readonly withdrawals?: readonly {
    readonly by: string
    readonly entry: number
    readonly signOffs: readonly SignOff[]
  }[]
  /** Right words that somebody proposed for wrong ones. Absent: nobody did. */
  readonly proposals?: readonly Proposal[]
  /** The last query was answered. The fact is back at toCheck. */
  readonly answered: boolean
  /** The last answer to a query. */
  readonly answer?: { readonly text: string; readonly by: string; readonly at: string }
  readonly translation?: Translation
  /** Who read the translation a second time, as they noted it themselves, and the words of the copy then. */
  readonly translationRead?: { readonly by: string; readonly words: string }
  readonly derivation?: Derivation
  readonly evidence: readonly Evidence[]
  /** Who attached each piece of evidence, and who changed it, by its id. Absent: none was attached. */
  readonly broughtBy?: Readonly<Record<string, readonly string[]>>
  /** Evidence against the words that somebody took away or changed, oldest first. Absent: none was. */
  readonly takenAgainst?: readonly TakenAgainst[]
  /** Responses sought, oldest first. Absent: none. */
  readonly responses?: readonly NotedResponse[]
  /** Present while the tag is removed by a person. */
  readonly untagged?: {
    /** Number of the entry that says so. */
    readonly entry: number
    readonly reason: string
    readonly by: string
    readonly words: string
    readonly lastStatus: string
  }
  /** Who last changed the words. Several if they typed them before the tag. */
  readonly lastChangers: readonly string[]
  /** Every wording that the fact had, oldest first, with who wrote it. */
  readonly wordings: readonly Wording[]
  /** Whom the document names as writers beside those of a verdict: of its words, or around them. Absent: nobody. */
  readonly found?: readonly FoundWriters[]
  /** Who changed the context, and at which entry, as far as the ledger noted it. */
  readonly contextBy: readonly { readonly entry: number; readonly by: string }[]
  /** The words last seen in the copy, and the number of the entry that says so. */
  readonly lastWords?: string
  readonly lastWordsEntry?: number
  /** The last recorded transition was a lapse. */
  readonly lapsed: boolean
  /** The key that signed the last lapse. Absent: it is from before keys. */
  readonly lapsedBy?: string
  /** Who tagged it. "Stet" if unknown. */
  readonly taggedBy?: string
  /** Number of the last entry with its words (tagged or reworded), and of its last entry of any kind. */
  readonly wordsEntry?: number
  readonly lastEntry?: number
  /** Number of its first entry. */
  readonly firstEntry?: number
  /** Numbers of the entries that answered a query. Signatures that these knew do not count. Absent: none. */
  readonly answers?: readonly number[]
  /** Somebody else changed its type or claim, or noted something on it. Undoing the tag does not remove it. */
  readonly dealtWith?: true
  /** What the writers of entries knew. Absent, as in the ledger of one writer: each knew all before it. */
  readonly known?: Pick<KnownEntries, 'knew'>
  /**
   * What Stet noted last on each machine of the sources of the fact, by the key that signs its notes there. Absent:
   * nothing. `differs`: they differ from those of a verdict (assessment/verdicts/sourcesElsewhere.ts).
   */
  readonly sourceNotes?: readonly SourceNote[]
  /** The record without what merges brought that somebody undid (lesser.ts). The fact is no better than by any. */
  readonly without?: readonly FactRecord[]
}

/** Whether it stays away is asked each time the story is read: assessment/verdicts/takenAgainst.ts. */
export interface TakenAgainst {
  readonly entry: number
  readonly by: string
  /** The words that the fact had then. */
  readonly words: string
  readonly evidence: Evidence
  /** Who had brought it. */
  readonly broughtBy: readonly string[]
  /** Id of the piece that came in its place. */
  readonly instead?: string
}

/** The record, and those without what merges brought that somebody undid: what lifts a block stands in each. */
export const readingsOf = (record: FactRecord): readonly FactRecord[] => [record, ...(record.without ?? [])]

/** `words`: those of the allegation then. Absent: nobody noted any. */
export interface NotedResponse extends ResponseSought {
  readonly words?: string
}

/** `of`: the hash of the verdict. */
export interface FoundWriters {
  readonly of: string
  readonly words: readonly string[]
  readonly around: readonly string[]
}

interface SourceNote {
  readonly entry: number
  readonly signer: string
  readonly differs: boolean
}

/** Reasons of a lapse that lie in a source book, of which each machine has its own. */
export const SOURCE_REASONS: ReadonlySet<string> = new Set(['source', 'groundRules'])

/** Whether the writer of one entry of a fact knew another one. The order alone does not tell with several writers. */
export const knewEntry = ({ known }: Pick<FactRecord, 'known'>, later: number, earlier: number): boolean =>
  later > earlier && (known === undefined || known.knew(later, earlier))

/**
 * The words that the writer of an entry had before them. With several writers the words of another machine may come
 * before the entry in the order, and nobody spoke of them. A verdict or a lapse may say last what the copy reads: then
 * no wording follows it.
 */
export const wordsKnownTo = (record: FactRecord, entry: number): string | undefined => {
  const { known, lastWords, lastWordsEntry, wordings } = record
  if (!known || (lastWordsEntry !== undefined && knewEntry(record, entry, lastWordsEntry))) return lastWords
  return wordings.findLast((one) => knewEntry(record, entry, one.entry))?.words ?? lastWords
}

/** Whether neither writer of two entries of a fact knew the other entry. */
export const isConcurrent = (record: Pick<FactRecord, 'known'>, a: number, b: number): boolean =>
  a !== b && !knewEntry(record, Math.max(a, b), Math.min(a, b))

/** Whom the document names as writers beside those that the entries of a verdict name. */
export const foundOf = (
  { hash }: Pick<SignOff, 'hash'>,
  { found = [] }: Pick<FactRecord, 'found'>,
  part: 'words' | 'around',
): readonly string[] => found.flatMap((one) => (one.of === hash ? one[part] : []))

/** Whether an answer took a sign-off away. */
export const isAnswered = (record: Pick<FactRecord, 'answers' | 'known'>, { entry }: SignOff): boolean =>
  record.answers?.some((answer) => knewEntry(record, answer, entry)) ?? false

export const EMPTY_RECORD: FactRecord = {
  signOffs: [],
  answered: false,
  evidence: [],
  lastChangers: [],
  wordings: [],
  contextBy: [],
  lapsed: false,
}

/** Words of a fact as they came into the copy, and who wrote them or took words away. */
export interface Wording {
  readonly entry: number
  readonly words: string
  /** Who made the change. */
  readonly by: string
  readonly writers: readonly string[]
  /** Proposers whose words another person accepted. They are no writers of them any more. */
  readonly adopted?: readonly string[]
}

/**
 * Who changed the context since the current sign-off. One that stands again, because a later one was taken back, has
 * all changes since then.
 */
export const contextChangers = ({
  contextBy,
  current,
  known,
}: Pick<FactRecord, 'contextBy' | 'current' | 'known'>): readonly string[] => [
  ...new Set(
    contextBy.filter(({ entry }) => !current || !knewEntry({ known }, current.entry, entry)).map(({ by }) => by),
  ),
]
