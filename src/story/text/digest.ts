import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of bytes or of UTF-8 text, as lower-case hex. */
export type Digest = (content: Uint8Array | string) => string

/** The implementation in plain JavaScript, for rooms without another. */
export const portableDigest: Digest = (content) =>
  bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))

let current = portableDigest

/**
 * Replaces the implementation. `native` must give the same result: Node's takes a twentieth of the time
 * (storage/disk/crypto/nativeDigest.ts).
 */
export function digestWith(native: Digest): void {
  current = native
}

export const digest: Digest = (content) => current(content)
