/** Limits of a bundle. Writer and reader keep the same ones. */

import { isSealedPath } from './bundlePaths'

const MB = 1024 * 1024

/** Parts of the zip. */
export const MOST_BUNDLE_PARTS = 20_000
export const MOST_STORIES = 500
/** Bytes of the manifest. 20,000 parts need 4 MB. */
export const LARGEST_MANIFEST = 16 * MB
/** Bytes of a document, a ledger, a version or a list of sources. */
const LARGEST_PART = 256 * MB
/** Bytes of the sealed part of a story. Half of it may be captured files. */
export const LARGEST_SEALED = 128 * MB
/** Bytes of its line of JSON: records and versions. Parsed, it takes many times as much memory. */
export const LARGEST_SEALED_HEAD = 32 * MB
/** People for whom one story is sealed. */
export const MOST_PEOPLE = 20
/** Bytes of a part that is no captured file. */
export const largestOf = (path: string): number => (isSealedPath(path) ? LARGEST_SEALED : LARGEST_PART)
/** Bytes of all parts together, unpacked. They are written in memory. */
export const LARGEST_WHOLE = 768 * MB
/** Highest ratio of unpacked to packed size, checked from `STEEP_FROM` bytes on. A ledger stays below 30. */
export const STEEPEST = 200
export const STEEP_FROM = 4 * MB
