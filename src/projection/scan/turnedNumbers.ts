/**
 * Numbers among words from right to left: their groups are shown from the right ("٠١٠ ٥٥٥٥ ٠١٩٩" with the last group at the left), and so people type them turned
 * about, and pages hold them so.
 */

/** Whether something in the text is written from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)
/** Letters and signs, and the first halves of those from U+10800 and U+1E800 on: every text is looked through for it. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/

/** Digits in groups, as telephone numbers are written. In any script. */
export const NUMBER_RUN = /\p{Nd}(?:[ ().\-/·\p{Pd}−+]{0,3}\p{Nd}){6,}/gu

/**
 * The number with its groups in the other order, once for each way in which groups are told apart: between Arabic digits a comma, point, stroke
 * or colon joins digits into one group that keeps its order, between others a hyphen does as well, and where nothing is known no sign does.
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
