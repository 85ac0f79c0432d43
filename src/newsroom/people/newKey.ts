import { randomBytes } from 'node:crypto'
import type { KeyGrade, PublicKey } from '../../story/ledger/events/libraryEvent'
import { keyId } from '../../story/trust/signing'
import type { KeyHistory } from '../../story/trust/keys/knownKeys'
import type { StoredKey } from '../../story/trust/keys/storedKey'
import { signingKey } from '../../storage/disk/crypto/ed25519'
import type { Ids } from '../environment/ids'

const SEED = 32
/** Never from `ids`: tests make those predictable. */
export const secretSeed = (): Uint8Array => randomBytes(SEED)

/** A key that is not encrypted. `known`: the public keys of the library, none of which is made again. */
export function newKey(
  ids: Ids,
  person: string,
  grade: KeyGrade,
  device: string,
  seed?: Uint8Array,
  known?: KeyHistory,
): { readonly key: PublicKey; readonly stored: StoredKey } {
  const isKnown = (hex: string): boolean =>
    known?.keys.has(publicKeyOf(Buffer.from(hex, 'hex'), person, grade, device).id) ?? false
  const bytes = seed ?? Buffer.from(ids.key('signing', isKnown), 'hex')
  const key = publicKeyOf(bytes, person, grade, device)
  return { key, stored: { id: key.id, person, open: Buffer.from(bytes).toString('hex') } }
}

/** The public half of the Ed25519 key of a seed (32 bytes), with the id that the key gives it. */
export function publicKeyOf(seed: Uint8Array, person: string, grade: KeyGrade, device: string): PublicKey {
  const { publicKey } = signingKey(seed)
  return { id: keyId(publicKey), person, device, grade, publicKey }
}
