/** Bytes of a file that goes from one process to another in one piece: one that is imported, one that is exported. */
export const LARGEST_FILE = 64 * 1024 * 1024
