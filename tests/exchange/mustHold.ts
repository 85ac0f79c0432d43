import type { FieldName } from '../../src/story/ledger/fields'

/** What a story keeps on its way out of a format and in again; a second export is the first, byte for byte. Everything else has to be in the list of losses, or is the copy's. */
export interface MustHold {
  /** Text, roles, levels, kinds of lists, bold, italic, links and tables always hold; these fields too. */
  readonly fields: readonly FieldName[]
  /** The format has no place for fields: it prints some as lines of the copy, which come back as copy. So here they are empty. */
  readonly fieldsArePrinted?: true
  /** The dateline's place comes back in the capitals that it is printed in. */
  readonly datelineAsPrinted?: true
  /**
   * What is left of a picture whose bytes cannot leave (a loss): 'whole' is all that is said of it, 'cutline' its words and credit, 'asParagraph'
   * its printed line as a graf. A picture that can leave comes back with its bytes, words, alternative text and credit from each format.
   */
  readonly cutlineAlone: 'whole' | 'cutline' | 'asParagraph'
}

export const MUST_HOLD = {
  ninjs: {
    fields: [
      'slug',
      'byline',
      'dateline',
      'language',
      'urgency',
      'subjects',
      'keywords',
      'edNote',
      'embargo',
      'usageTerms',
      'provider',
      'copyrightLine',
      'contributors',
    ],
    cutlineAlone: 'cutline',
  },
  html: {
    fields: ['byline', 'dateline', 'language', 'subjects', 'keywords', 'provider', 'copyrightLine', 'contributors'],
    cutlineAlone: 'cutline',
  },
  nitf: {
    fields: [
      'slug',
      'byline',
      'dateline',
      'language',
      'subjects',
      'keywords',
      'usageTerms',
      'provider',
      'copyrightLine',
      'contributors',
    ],
    cutlineAlone: 'whole',
  },
  'newsml-g2': {
    fields: [
      'slug',
      'byline',
      'dateline',
      'language',
      'urgency',
      'subjects',
      'keywords',
      'embargo',
      'usageTerms',
      'provider',
      'copyrightLine',
      'contributors',
    ],
    cutlineAlone: 'cutline',
  },
  docx: {
    fields: ['language', 'byline', 'dateline', 'subjects', 'keywords', 'copyrightLine', 'contributors'],
    datelineAsPrinted: true,
    cutlineAlone: 'cutline',
  },
  markdown: { fields: [], fieldsArePrinted: true, cutlineAlone: 'asParagraph' },
} as const satisfies Readonly<Record<string, MustHold>>
