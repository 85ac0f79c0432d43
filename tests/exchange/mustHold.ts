import type { FieldName } from '../../src/story/fields'

/** What a story keeps on its way out of a format and in again. Everything else has to be in the list of losses, or is the copy's. */
export interface MustHold {
  /** Text, roles, levels, kinds of lists, bold, italic, links and tables always hold; these fields too. */
  readonly fields: readonly FieldName[]
  /** The format has no place for fields: it prints some as lines of the copy, which come back as copy. So here they are empty. */
  readonly fieldsArePrinted?: true
  /** The dateline's place comes back in the capitals that it is printed in. */
  readonly datelineAsPrinted?: true
  /**
   * Cutlines. 'whole': the picture with its words, alternative text and credit. 'creditAsWords': the credit is printed after the
   * words and comes back as such. 'asParagraph': the format holds no picture (a loss), and its printed line comes back as a graf.
   */
  readonly cutlines: 'whole' | 'creditAsWords' | 'asParagraph'
  /** The second export is the first, byte for byte. */
  readonly sameBytes: boolean
}

export const MUST_HOLD = {
  ninjs: {
    fields: ['slug', 'byline', 'dateline', 'language', 'urgency', 'subjects', 'keywords', 'edNote', 'embargo', 'usageTerms', 'provider', 'copyrightLine', 'contributors'], cutlines: 'asParagraph', sameBytes: true
  },
  html: { fields: ['byline', 'dateline', 'language', 'subjects', 'keywords', 'provider', 'copyrightLine', 'contributors'], cutlines: 'creditAsWords', sameBytes: true },
  nitf: { fields: ['slug', 'byline', 'dateline', 'language', 'subjects', 'keywords', 'usageTerms', 'provider', 'copyrightLine', 'contributors'], cutlines: 'whole', sameBytes: true },
  'newsml-g2': {
    fields: ['slug', 'byline', 'dateline', 'language', 'urgency', 'subjects', 'keywords', 'embargo', 'usageTerms', 'provider', 'copyrightLine', 'contributors'], cutlines: 'creditAsWords', sameBytes: true
  },
  docx: { fields: ['language', 'byline', 'dateline', 'subjects', 'keywords', 'copyrightLine', 'contributors'], datelineAsPrinted: true, cutlines: 'creditAsWords', sameBytes: true },
  markdown: { fields: [], fieldsArePrinted: true, cutlines: 'creditAsWords', sameBytes: true }
} as const satisfies Readonly<Record<string, MustHold>>
