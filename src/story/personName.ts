/**
 * Names of people as they are compared: whoever is on the roster, in the author field or in a byline is the same person
 * in any case, width and spacing, and with or without characters that nobody sees.
 */
export const foldName = (name: string): string =>
  name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase()

export const sameName = (a: string, b: string): boolean => a === b || foldName(a) === foldName(b)
