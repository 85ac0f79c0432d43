/** A text as a pattern that finds just this text, with each flag. Signs that mean nothing in a pattern stay bare. */
export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
