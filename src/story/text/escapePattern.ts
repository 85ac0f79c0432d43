/** A text as a pattern that finds just this text. With the flag `u`, a backslash before any other sign is an error. */
export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
