/** The one-time code with which a person joins the people with a PIN. An editor hands it over in person. */
import { createHash, randomInt } from 'node:crypto'
import { signingKey } from '../../storage/disk/crypto/ed25519'
import { CODE_LETTERS, foldCode } from '../../story/text/codeLetters'
import { COST, stretch } from './wrapKey'

const GROUPS = 3
const LENGTH = 4

/** 60 bits, in groups: "7KQM-2XWD-9FHP". */
export const newCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join(''),
  ).join('-')

/** The seed of the key that belongs to a code. The ledger holds only the public half. */
export const seedOfCode = (person: string, code: string): Promise<Uint8Array> =>
  stretch(foldCode(code), createHash('sha256').update(`stet invitation ${person}`).digest().subarray(0, 16), COST)

export const publicKeyOfCode = async (person: string, code: string): Promise<string> =>
  signingKey(await seedOfCode(person, code)).publicKey
