/** Encrypts a private key under a PIN or under recovery words: argon2id makes each guess slow. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { WrappedKey } from '../../story/trust/keys/storedKey'

/** Each try takes 64 MB and about a fifth of a second. */
export const COST = { memory: 65_536, passes: 3, lanes: 1 } as const
const CIPHER = 'aes-256-gcm'
const TAG = 16

export type Cost = Pick<WrappedKey, 'memory' | 'passes' | 'lanes'>

/** 32 bytes from a secret that people type. */
export async function stretch(secret: string, salt: Uint8Array, { memory, passes, lanes }: Cost): Promise<Uint8Array> {
  // A start without a PIN does not wait for it.
  const { argon2id } = await import('hash-wasm')
  return argon2id({
    password: secret,
    salt,
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  })
}

/** `id`: of the key. It is bound to the cipher text, so that a wrapped key cannot pass for another. */
export async function wrapKey(seed: Uint8Array, secret: string, id: string): Promise<WrappedKey> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv(CIPHER, await stretch(secret, salt, COST), iv).setAAD(Buffer.from(id))
  const sealed = Buffer.concat([cipher.update(seed), cipher.final(), cipher.getAuthTag()])
  return {
    algorithm: 'argon2id-aes-256-gcm',
    ...COST,
    salt: salt.toString('hex'),
    iv: iv.toString('hex'),
    sealed: sealed.toString('hex'),
  }
}

/** Undefined when the secret is another one. */
export async function unwrapKey(wrapped: WrappedKey, secret: string, id: string): Promise<Uint8Array | undefined> {
  const key = await stretch(secret, Buffer.from(wrapped.salt, 'hex'), wrapped)
  const bytes = Buffer.from(wrapped.sealed, 'hex')
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(wrapped.iv, 'hex'))
    .setAAD(Buffer.from(id))
    .setAuthTag(bytes.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()])
  } catch {
    // The authentication tag does not match. Node gives no other sign of a wrong key.
    return undefined
  }
}
