import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** SHA-256 as lower-case hex. */
export type Digest = (bytes: Uint8Array) => string

/** In plain JavaScript, for the rooms that have nothing else. */
export const portableDigest: Digest = (bytes) => bytesToHex(sha256(bytes))

let current = portableDigest

/** From now on `digest` is computed by `native`, which must give the same: Node's takes a twentieth of the time (storage/disk/nativeDigest.ts). */
export function digestWith(native: Digest): void {
  current = native
}

export const digest: Digest = (bytes) => current(bytes)
