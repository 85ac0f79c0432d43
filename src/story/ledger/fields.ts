/** The fields of a story: everything about the copy that is not in it. */

export interface Byline {
  readonly name: string
  readonly role?: string
}
export interface Dateline {
  readonly place: string
  /** As printed: "Oct. 30". */ readonly date: string
}
export type NeedsLegal = 'none' | 'required' | 'complete'

export interface Fields {
  readonly slug: string
  readonly kind: 'story' | 'alert'
  readonly byline: readonly Byline[]
  readonly contributors: string
  readonly dateline: Dateline
  /** BCP 47. */
  readonly language: string
  /** IPTC urgency, 1 (highest) to 9. */
  readonly urgency: number
  /** IPTC Media Topic codes, e.g. "medtop:11000000". */
  readonly subjects: readonly string[]
  readonly keywords: readonly string[]
  /** To receiving editors, never to readers. */
  readonly edNote: string
  /** ISO 8601 instant with zone, or ''. */
  readonly embargo: string
  readonly usageTerms: string
  readonly provider: string
  readonly copyrightLine: string
  /** Words, or characters in languages that count those (story/text/words/characters.ts); 0 means no target. */
  readonly wordTarget: number
  readonly needsLegal: NeedsLegal
  readonly desk: string
  readonly author: string
  readonly assignee: string
}

export type FieldName = keyof Fields

/** The fields whose words readers or receiving desks see. The others are codes, or for one's own desk. */
export const FIELDS_OF_WORDS = [
  'byline',
  'contributors',
  'dateline',
  'keywords',
  'provider',
  'copyrightLine',
  'usageTerms',
  'edNote',
] as const satisfies readonly FieldName[]

/** A field's value as the ledger writes it. */
export const fieldText = (value: Fields[FieldName]): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

export const EMPTY_FIELDS: Fields = {
  slug: '',
  kind: 'story',
  byline: [],
  contributors: '',
  dateline: { place: '', date: '' },
  language: 'en',
  urgency: 4,
  subjects: [],
  keywords: [],
  edNote: '',
  embargo: '',
  usageTerms: '',
  provider: '',
  copyrightLine: '',
  wordTarget: 0,
  needsLegal: 'none',
  desk: '',
  author: '',
  assignee: '',
}

/**
 * Who gets a field: readers (`public`), receiving desks too (`wire`), or nobody outside (`desk`). A field that is
 * missing here fails the export.
 */
export const FIELD_AUDIENCE: Readonly<Record<FieldName, 'public' | 'wire' | 'desk'>> = {
  kind: 'public',
  byline: 'public',
  contributors: 'public',
  dateline: 'public',
  language: 'public',
  subjects: 'public',
  keywords: 'public',
  provider: 'public',
  copyrightLine: 'public',
  slug: 'wire',
  urgency: 'wire',
  edNote: 'wire',
  embargo: 'wire',
  usageTerms: 'wire',
  wordTarget: 'desk',
  needsLegal: 'desk',
  desk: 'desk',
  author: 'desk',
  assignee: 'desk',
}

export const FIELD_NAMES = Object.keys(EMPTY_FIELDS) as readonly FieldName[]
/** The fields that leave with a story. */
export const LEAVING_FIELDS: readonly FieldName[] = FIELD_NAMES.filter((name) => FIELD_AUDIENCE[name] !== 'desk')
export const leaves = (field: FieldName): boolean => LEAVING_FIELDS.includes(field)
export const isFieldName = (name: string): name is FieldName => (FIELD_NAMES as readonly string[]).includes(name)
