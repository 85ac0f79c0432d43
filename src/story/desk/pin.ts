/** PINs of the people on the roster. docs/decisions/pins.md says what they protect. */
import { deskText } from '../../catalogue/story/desk'

/** The stored form of a PIN: a salted, slow hash and its parameters. */
export interface StoredPin {
  readonly person: string
  readonly algorithm: 'scrypt'
  /** Cost, block size and lanes of scrypt. */
  readonly n: number
  readonly r: number
  readonly p: number
  /** Lower-case hex. Each PIN has a new one, so that it also identifies the PIN. */
  readonly salt: string
  readonly hash: string
}

const PIN_LENGTH = { least: 4, most: 12 } as const
/** The rule for a PIN, in a sentence for people. */
export const pinRule = (): string => deskText('pin.rule', PIN_LENGTH)

/** Folds wide digits, so that the same keys give the same PIN with any input method. */
export const foldPin = (pin: string): string => pin.normalize('NFKC').trim()

export const isPin = (pin: string): boolean =>
  new RegExp(`^[\\p{L}\\p{M}\\p{N}]{${PIN_LENGTH.least},${PIN_LENGTH.most}}$`, 'u').test(foldPin(pin))
