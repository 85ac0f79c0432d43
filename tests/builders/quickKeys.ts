/**
 * Ed25519 that remembers the keys it has made and the signatures it has checked. Tests make the same few keys
 * thousands of times and read the same entries again and again. Both are pure functions: what is remembered is what
 * would be found again.
 */
import type { CheckSignature } from '../../src/story/trust/signing'
import {
  checkSignature as check,
  signingKey as readKey,
  type SigningKey,
} from '../../src/storage/disk/crypto/ed25519.js'

export type { SigningKey } from '../../src/storage/disk/crypto/ed25519.js'

const made = new Map<string, SigningKey>()

export function signingKey(seed: Uint8Array): SigningKey {
  const hex = Buffer.from(seed).toString('hex')
  const key = made.get(hex) ?? readKey(seed)
  made.set(hex, key)
  return key
}

const checked = new Map<string, boolean>()

export const checkSignature: CheckSignature = (publicKey, hash, signature) => {
  const asked = JSON.stringify([publicKey, hash, signature])
  const good = checked.get(asked) ?? check(publicKey, hash, signature)
  checked.set(asked, good)
  return good
}
