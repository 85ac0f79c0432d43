/** Ed25519 with Node's own implementation. Keys are their 32 raw bytes. */
import { createPrivateKey, createPublicKey, sign as signBytes, verify, type KeyObject } from 'node:crypto'
import type { CheckSignature } from '../../../story/trust/signing'

/** The DER headers of a PKCS #8 private key and of a public key, before the 32 bytes. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')
const BYTES = 32

export interface SigningKey {
  /** Base64url. */
  readonly publicKey: string
  /** Signs the bytes of a hash (hex). Returns base64url. */
  sign(hash: string): string
}

export function signingKey(seed: Uint8Array): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' })
  const { x: publicKey = '' } = createPublicKey(key).export({ format: 'jwk' })
  return {
    publicKey,
    sign: (hash) => signBytes(null, Buffer.from(hash, 'hex'), key).toString('base64url'),
  }
}

const known = new Map<string, KeyObject | undefined>()

export const checkSignature: CheckSignature = (publicKey, hash, signature) => {
  if (!known.has(publicKey)) known.set(publicKey, publicKeyOf(publicKey))
  const key = known.get(publicKey)
  return key !== undefined && verify(null, Buffer.from(hash, 'hex'), key, Buffer.from(signature, 'base64url'))
}

function publicKeyOf(text: string): KeyObject | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === BYTES
    ? createPublicKey({ key: Buffer.concat([PUBLIC, bytes]), format: 'der', type: 'spki' })
    : undefined
}
