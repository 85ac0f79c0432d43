/** What a sign-off keeps of the signed view (story/view), so that each part is compared by its own rule. */

/** A text of the view. `KeyedHash` when it holds a name of a protected source. */
export type PartText = string | KeyedHash

/** HMAC-SHA256 (hex) of the canonical text under the `commitmentKey` of `source`. */
export interface KeyedHash {
  readonly source: string
  readonly mac: string
}

/** A hash (SHA-256, hex) of a text that is kept no other way. `KeyedHash` when the text holds a protected name. */
export type PartHash = string | KeyedHash

/** The picture that a caption or a visual fact belongs to. */
export interface PictureView<T = PartText> {
  /** SHA-256 of the file, '' if there is none. */
  readonly file: string
  readonly alt: T
  readonly credit: T
  readonly captured: T
}

/** The graf of a quote-like fact without `near`, and what tells a split or merged graf from a changed one. */
export interface GrafRest {
  readonly left: PartText
  readonly right: PartText
  /** Characters before the fact in its graf, white space left out. */
  readonly at: number
  /** Hashes of the grafs before and after, white space left out. '' if there is none. */
  readonly edges: readonly [string, string]
}

export interface ViewParts {
  /** Version of the rule that built the view (story/view/signedView.ts). */
  readonly rule: number
  /** A FactType. */
  readonly type: string
  /** The tag's `statement`. Absent: none. */
  readonly claim?: PartText
  /** The tag's `attributedTo`. Absent: none. */
  readonly saidBy?: PartText
  /** Hash of the words as shown. Absent: shown in the order of the text. */
  readonly shown?: string
  /** Sentences of the context. Absent: the `sentence` of the sign-off. */
  readonly near?: PartText
  /** Which of several places of the same text in `near` the words were. Absent: the first. */
  readonly nth?: number
  /** Hash of `near` as shown. Absent: shown in the order of the text. */
  readonly nearShown?: string
  /** Hash of the whole graf. */
  readonly graf: PartHash
  /** Quote-like facts: the rest of the graf. */
  readonly rest?: GrafRest
  /** Quote-like facts: hash of the graf before. Absent: none. */
  readonly before?: PartHash
  /** Sentences beside that deny something. Absent: none did, or nobody looked. */
  readonly beside?: PartText
  /** Cells: the headers of column and row. */
  readonly headers?: readonly PartText[]
  /** List items and block quotes: the lead-in or subhead, and the items above. */
  readonly belongsTo?: readonly PartText[]
  /** Items of a numbered list: the numbers that a reader sees. Absent: none, or nobody noted them. */
  readonly ranks?: readonly number[]
  readonly picture?: PictureView
  /** Where the links on the words led. Absent: there was none, or nobody noted them. */
  readonly links?: readonly PartText[]
  /** The dateline's date. Absent: the words name no day that counts from it, or there was none. */
  readonly dateline?: string
  /** Source id → its commitment (story/view/commitment.ts). Absent for a source without a key. */
  readonly commitments: Readonly<Record<string, string>>
}
