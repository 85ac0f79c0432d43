import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** SHA-256 as lower-case hex. */
export type Digest = (bytes: Uint8Array) => string

/** The implementation in plain JavaScript, for rooms without another. */
export const portableDigest: Digest = (bytes) => bytesToHex(sha256(bytes))

let current = portableDigest

/**
 * Replaces the implementation. `native` must give the same result: Node's takes a twentieth of the time
 * (storage/disk/nativeDigest.ts).
 */
export function digestWith(native: Digest): void {
  current = native
}

export const digest: Digest = (bytes) => current(bytes)
