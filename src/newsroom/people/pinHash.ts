/** Checks PINs of libraries from before keys. The next right one puts a key under it. */
import { scrypt, timingSafeEqual } from 'node:crypto'
import { foldPin, type StoredPin } from '../../story/desk/pin'

/** Whether a PIN is the stored one, by scrypt, in a time that does not depend on the answer. */
export async function isPinOf(stored: StoredPin, pin: string): Promise<boolean> {
  const hash = Buffer.from(stored.hash, 'hex')
  return timingSafeEqual(await derive(pin, Buffer.from(stored.salt, 'hex'), stored, hash.length), hash)
}

const derive = (
  pin: string,
  salt: Buffer,
  { n, r, p }: Pick<StoredPin, 'n' | 'r' | 'p'>,
  bytes: number,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(foldPin(pin), salt, bytes, { N: n, r, p, maxmem: 256 * n * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
