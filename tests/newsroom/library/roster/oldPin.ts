/** A PIN as libraries from before keys keep it. */
import { randomBytes, scryptSync } from 'node:crypto'
import type { StoredPin } from '../../../../src/story/desk/pin'

export function hashOldPin(person: string, pin: string): StoredPin {
  const salt = randomBytes(16)
  const hash = scryptSync(pin, salt, 32, { N: 2 ** 10, r: 8, p: 1 }).toString('hex')
  return { person, algorithm: 'scrypt', n: 2 ** 10, r: 8, p: 1, salt: salt.toString('hex'), hash }
}
