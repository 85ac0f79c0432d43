/**
 * Telephone numbers in right-to-left text. Their groups are shown from the right ("٠١٠ ٥٥٥٥ ٠١٩٩" with the last group
 * at the left), so people type them in reverse order, and pages store them so.
 */

/** Whether the text has right-to-left characters. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)
/** Letters and marks, and the high surrogates from U+10800 and U+1E800. Every text is tested for it. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/

/** Digits in groups, as telephone numbers are written, in any script. */
export const NUMBER_RUN = /\p{Nd}(?:[ ().\-/·\p{Pd}−+]{0,3}\p{Nd}){6,}/gu

/**
 * Returns the number with its groups in reverse order, once for each way in which groups are separated. Between Arabic
 * digits a comma, point, slash or colon joins digits into one group; between other digits a hyphen does so too; in
 * unknown cases nothing does.
 */
export const turnedNumbers = (number: string): readonly string[] =>
  APART.map((apart) =>
    number
      .split(apart)
      .filter((group) => /\p{Nd}/u.test(group))
      .reverse()
      .join(' '),
  )
const APART = [/\P{Nd}+/u, /[^\p{Nd}./,:]+/u, /[^\p{Nd}./,:+\-\p{Pd}−]+/u] as const
