import type { FieldName } from '../../src/story/ledger/fields'

/**
 * What a story must keep on its way out of a format and in again. The second export has the bytes of the first.
 * Everything else is in the list of losses, or part of the copy.
 */
export interface MustHold {
  /** Fields that hold. Text, roles, levels, kinds of lists, bold, italic, links and tables always hold. */
  readonly fields: readonly FieldName[]
  /**
   * The format has no fields and prints some as lines of the copy, which come back as copy. The test leaves them
   * empty.
   */
  readonly fieldsArePrinted?: true
  /** The place of the dateline comes back in capitals, as printed. */
  readonly datelineAsPrinted?: true
  /**
   * What comes back of a picture whose bytes cannot leave (a loss). 'whole': everything about it. 'cutline': words
   * and credit. 'asParagraph': the printed line as a graf. Other pictures come back with bytes, words, alternative
   * text and credit.
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
