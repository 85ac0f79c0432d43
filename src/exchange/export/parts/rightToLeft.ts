const RIGHT_TO_LEFT = /^(?:ar|arc|dv|fa|ha-arab|he|iw|khw|ks|ku-arab|ps|sd|ug|ur|yi)\b/i

/** Tells whether a BCP 47 tag names a language that is written from right to left. */
export const isRightToLeft = (language: string): boolean => RIGHT_TO_LEFT.test(language)
