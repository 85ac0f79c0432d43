/** The element `q` of HTML. A browser draws its quotation marks; its text has none, so whoever reads it writes them. */

/** The marks as they are written into the copy. */
export const [OPENS_QUOTED, CLOSES_QUOTED] = ['“', '”'] as const

/** Whether an element `q` has marks of its own in its text. A browser draws more around them, which nobody wants. */
export const hasOwnMarks = (text: string): boolean => /^\s*["'“”„«»‹‘「『]/u.test(text)
