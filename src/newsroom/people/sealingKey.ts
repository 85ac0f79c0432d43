/**
 * The key to which others seal what only one person on one machine may read: X25519, as age takes it. It is derived
 * from the seed of the person's signing key, so it lies under the same PIN, is there as soon as it is needed, and ends
 * with that key (docs/decisions/sealing.md).
 */
import { hkdfSync, webcrypto } from 'node:crypto'

const LABEL = 'stet sealing key 1'
const BYTES = 32
/** The DER header of a PKCS #8 private key, before its 32 bytes. */
const PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** 32 bytes. Nobody who knows them learns the seed (RFC 5869, HKDF with SHA-256). */
export const sealingSecret = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', seed, new Uint8Array(), LABEL, BYTES))

/** Opens what is sealed to the recipient of a sealing key. No other process can read the secret out of it. */
export const openingKey = (secret: Uint8Array): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', Buffer.concat([PRIVATE, secret]), { name: 'X25519' }, false, ['deriveBits'])
