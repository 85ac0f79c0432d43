/** The kind that a new source has most likely. A guess to begin with: the person sees it and changes it. */
import type { SourceKind } from '../../../../story/desk/source'
import { QUOTE_LIKE, type FactType } from '../../../../story/ledger/facts/fact'

/** Two to four words that each begin with a capital, or two to four syllables of Hangul. */
const NAME = /^(?:\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+\p{Lu}[\p{L}\p{M}.’'-]*){1,3}|\p{Script=Hangul}{2,4})$/u

/** Who is quoted is a person if the name looks like one. All else is a document. */
export const newSourceKind = (name: string, type: FactType): SourceKind =>
  QUOTE_LIKE.has(type) && NAME.test(name.trim()) ? 'person' : 'document'
