import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { foldPin, type StoredPin } from '../../story/desk/pin'

/** Each try takes 64 MB and about a fifth of a second. */
const COST = { n: 2 ** 16, r: 8, p: 1 } as const
const BYTES = 32

export async function hashPin(person: string, pin: string): Promise<StoredPin> {
  const salt = randomBytes(16)
  return {
    person,
    algorithm: 'scrypt',
    ...COST,
    salt: salt.toString('hex'),
    hash: (await derive(pin, salt, COST, BYTES)).toString('hex'),
  }
}

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
