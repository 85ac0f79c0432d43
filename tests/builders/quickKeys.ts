/**
 * Ed25519 that remembers the keys it has made. Tests make the same few keys thousands of times, and Node 20 takes half
 * a millisecond to read one.
 */
import { signingKey as readKey, type SigningKey } from '../../src/storage/disk/crypto/ed25519.js'

export { checkSignature, type SigningKey } from '../../src/storage/disk/crypto/ed25519.js'

const made = new Map<string, SigningKey>()

export function signingKey(seed: Uint8Array): SigningKey {
  const hex = Buffer.from(seed).toString('hex')
  const key = made.get(hex) ?? readKey(seed)
  made.set(hex, key)
  return key
}
