/** The element `q` of HTML. A browser draws its quotation marks; its text has none, so whoever reads it writes them. */

/** The marks as they are written into the copy. `depth`: how many quotations it is part of. */
export const marksOfQuoted = (depth: number): string => (depth % 2 === 0 ? '“”' : '‘’')

/**
 * Whether an element `q` has marks of its own at both ends of its text. A browser draws more around them, which nobody
 * wants.
 */
export const hasOwnMarks = (text: string): boolean => /^\s*["'“”„«»‹›‘‚「『].*["'“”«»‹›‘’」』][\s.,!?…]*$/su.test(text)
