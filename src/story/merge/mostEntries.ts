/**
 * Entries of one history that Stet hands over, reads and merges: more than any story has. Each costs time at every
 * opening.
 */
export const MOST_ENTRIES = 100_000
