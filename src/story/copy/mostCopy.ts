/**
 * The most copy that a story may hold. A story of 100,000 words has some 3,000 grafs and 600,000 characters. Far beyond
 * that every keystroke lags.
 */
export const MOST_BLOCKS = 20_000
export const MOST_CHARACTERS = 6_000_000
