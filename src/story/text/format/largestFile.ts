/** The most bytes of a file that passes between processes in one piece (import and export). */
export const LARGEST_FILE = 64 * 1024 * 1024

/** Bytes of a bundle with its captured files. */
export const LARGEST_BUNDLE = 768 * 1024 * 1024
