/**
 * The app's own name, as the author of its notes and edits. It puts back words that were taken away without the pen,
 * and is never their writer.
 */
export const STET = 'Stet'
