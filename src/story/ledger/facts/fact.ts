/** Facts: typed tags on the copy, and what people have said about them. */
import { wordsFor } from '../../../catalogue/rooms/wordsFor'
import { factsText } from '../../../catalogue/story/facts'
import type { Role } from '../../desk/roster'
import type { ViewParts } from './viewParts'

export const FACT_TYPES = [
  'quote',
  'paraphrase',
  'name',
  'title',
  'figure',
  'date',
  'place',
  'event',
  'superlative',
  'allegation',
  'visual',
] as const
export type FactType = (typeof FACT_TYPES)[number]
export const isFactType = (value: string): value is FactType => (FACT_TYPES as readonly string[]).includes(value)

/** Statuses that a person can give. */
export const SIGNED_STATUSES = [
  'queried',
  'verified',
  'onAuthor',
  'wrong',
  'disputed',
  'unverifiable',
  'letStand',
] as const
export type SignedStatus = (typeof SIGNED_STATUSES)[number]
export const isSignedStatus = (value: string): value is SignedStatus =>
  (SIGNED_STATUSES as readonly string[]).includes(value)

/**
 * The status of a fact now. `reCheck`, `cut` and `lost` are computed. `lost`: the tag is gone, but its exact words are
 * still in the copy, untagged. `cut`: the words are gone too.
 */
export const FACT_STATUSES = ['toCheck', ...SIGNED_STATUSES, 'reCheck', 'cut', 'lost', 'untagged'] as const
export type FactStatus = (typeof FACT_STATUSES)[number]

export const STATUS_WORDS = wordsFor(FACT_STATUSES, (status) => factsText(`status.${status}`))
export const STATUS_MARKS: Readonly<Record<FactStatus, string>> = {
  toCheck: '▲',
  queried: '?',
  verified: '●',
  onAuthor: '◐',
  wrong: '✕',
  disputed: '⇄',
  unverifiable: '∅',
  letStand: '⋯',
  reCheck: '↻',
  cut: '✂',
  lost: '⌖',
  untagged: '⌫',
}
export const TYPE_WORDS = wordsFor(FACT_TYPES, (type) => factsText(`type.${type}`))
/** A type with its article: "an event". */
export const typeWithArticle = (type: FactType): string => factsText(`aType.${type}`)

/** The record behind a tag, in the story's Y.Doc under the tag's id. */
export interface FactTag {
  readonly id: string
  readonly type: FactType
  /** Quotes and paraphrases: the speaker. */
  readonly attributedTo?: string
  /** One sentence that states the claim. */
  readonly statement?: string
  /** Who tagged it, and when (ISO 8601 instant). */
  readonly by: string
  readonly at: string
}

/** What type a fact is: as the ledger has it, or as its tag has it before anybody noted one. */
export const factType = ({
  tag,
  record,
}: {
  readonly tag: Pick<FactTag, 'type'>
  readonly record: { readonly type?: FactType } | undefined
}): FactType => record?.type ?? tag.type

/** What supports or contradicts a fact. */
export interface Evidence {
  readonly id: string
  readonly source: string
  /** Where in the source: "p. 3", "¶ 2", a timecode, URL + capture time, date + channel. */
  readonly locator: string
  readonly excerpt?: string
  /** What colleagues should know of it ("Page torn, read by phone"). Part of what is signed. Stays in the newsroom. */
  readonly note?: string
  readonly stance: 'supports' | 'contradicts'
  /** SHA-256 of a captured file in the library's evidence folder. */
  readonly file?: string
  /** What the file was called when it was captured. */
  readonly fileName?: string
  /** Bytes of the file when it was captured. Absent in older entries; not part of what is signed. */
  readonly size?: number
}

/** One person's verdict on exact words, as the ledger keeps it. */
export interface SignOff {
  /** Ledger sequence number. */
  readonly entry: number
  /** The entry's hash. Absent in tests only. */
  readonly hash?: string
  readonly status: SignedStatus
  readonly by: string
  readonly at: string
  /** The fact's words (story/copy/words/factWords.ts) when it was signed. */
  readonly words: string
  readonly sentence: string
  /** Quote-like facts: the sentence before ("He said" may now refer to another person). '' if there is none. */
  readonly preceding: string
  readonly sentenceRule: number
  /** Hashes of the evidence at that time (story/ledger/hash.ts). */
  readonly evidence: readonly string[]
  /** Source id → version of its ground rules. */
  readonly groundRules: Readonly<Record<string, number>>
  readonly reason?: string
  /** Queries: the addressee and the due date, as people write it. */
  readonly addressee?: string
  readonly due?: string
  /** Hash of the translation (story/ledger/hash.ts). */
  readonly translation?: string
  /** Hash of the derivation with the words of its inputs. */
  readonly derived?: string
  /** Given in the story from which this one was duplicated (originalVerdict.ts). */
  readonly fromOriginal?: true
  /** Signed under the desk-of-one setting. */
  readonly selfChecked?: boolean
  /** Its time lies before that of an entry that it follows. As read. */
  readonly backDated?: true
  /** Who had written in the context when it was signed, or for an accepted context: since the verdict. */
  readonly contextWriters?: readonly string[]
  /** The role of the signer then. Old entries lack it. */
  readonly role?: Role
  /**
   * The entry of the verdict that this one carries over to a changed context: its hash, and as read its number,
   * `given`. `by` stays the giver of the verdict; `acceptedBy` looked at the context.
   */
  readonly carries?: string | number
  readonly acceptedBy?: string
  readonly given?: number
  /** The hash of the proposal of right words that another person accepted: that person signed in the name of `by`. */
  readonly accepts?: string
  /** The key that signed it. Absent: it is from before keys. */
  readonly signer?: string
  /** Hash of the signed view (story/view). Absent: signed before views, compared by the three texts above. */
  readonly view?: string
  /** The parts of the view. Present with `view`. */
  readonly parts?: ViewParts
}

/** Verdicts against the words. */
export const AGAINST: ReadonlySet<SignedStatus> = new Set<SignedStatus>(['wrong', 'disputed', 'unverifiable'])
/** Types whose tag only a non-author removes, with a reason (rule 10). */
export const GUARDED: ReadonlySet<FactType> = new Set<FactType>(['quote', 'allegation'])
/** From what asks for most at clearing on. */
const BY_WEIGHT: readonly FactType[] = ['allegation', 'quote', 'paraphrase', 'figure', 'superlative']
const weightOf = (type: FactType): number => (BY_WEIGHT.includes(type) ? BY_WEIGHT.indexOf(type) : BY_WEIGHT.length)
/** `before`: the type that the fact has. Tagging it again makes it no milder. */
export const typeTaggedAgain = (before: FactType | undefined, type: FactType): FactType =>
  before === undefined || weightOf(type) < weightOf(before) ? type : before
/** Types for which a changed sentence blocks (rule 4). */
export const SENTENCE_BOUND: ReadonlySet<FactType> = new Set([
  'quote',
  'paraphrase',
  'allegation',
  'figure',
  'superlative',
])
/** Types for which a changed sentence before warns. */
export const QUOTE_LIKE: ReadonlySet<FactType> = new Set(['quote', 'paraphrase', 'allegation'])
