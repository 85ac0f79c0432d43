/** A PIN that a person of the roster gives before anybody acts under the name. docs/decisions/pins.md says what that protects. */
import { deskText } from '../../catalogue/desk'

/** What is kept of a PIN: a salted, slow hash and the parameters that it was made with. */
export interface StoredPin {
  readonly person: string
  readonly algorithm: 'scrypt'
  /** Cost, block size and lanes of scrypt. */
  readonly n: number
  readonly r: number
  readonly p: number
  /** Lower-case hex. A new one with every PIN, so it also tells one PIN of a person from the next. */
  readonly salt: string
  readonly hash: string
}

export const PIN_LENGTH = { least: 4, most: 12 } as const
/** The rule for a PIN, in a sentence for people. */
export const pinRule = (): string => deskText('pin.rule', PIN_LENGTH)

/** The same keys give the same PIN, also with an input method that writes wide digits. */
export const foldPin = (pin: string): string => pin.normalize('NFKC').trim()

export const isPin = (pin: string): boolean =>
  new RegExp(`^[\\p{L}\\p{M}\\p{N}]{${PIN_LENGTH.least},${PIN_LENGTH.most}}$`, 'u').test(foldPin(pin))
