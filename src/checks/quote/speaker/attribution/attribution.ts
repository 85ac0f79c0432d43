/** Whom the copy gives a quotation to, and what is known while it is read. */
import type { Mention } from './mentions'

export interface Attribution {
  /** As the copy names the speaker; empty: somebody who cannot be made out. */
  readonly name: string
  /** Named beside the quotation with a verb of saying: no pronoun, nothing inferred. */
  readonly sure: boolean
}

/** What reading one quotation goes by. */
export interface Reader {
  /** Of the graf, as a code: “en”, “ko”. */
  readonly language: string
  /** Parts of the names in the labels, folded; of one letter left out. */
  readonly parts: ReadonlySet<string>
  /** The speakers of the transcript, as it writes them. */
  readonly labels: readonly string[]
  /** Only whom a pronoun further down means is sought: people without a name are passed over. */
  readonly onlyNames?: boolean
}

/** Undefined: a clause that names nobody. */
export type SpeakerFound = Attribution | 'pronoun' | undefined

export const named = ({ text }: Mention, sure: boolean): Attribution => ({ name: text, sure })
/** Words of somebody without a name, or of one who cannot be told from another. */
export const NOBODY: Attribution = { name: '', sure: false }
