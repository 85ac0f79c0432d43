/**
 * The card of a person's key on this machine. An editor elsewhere who trusts it lets the person's verdicts count there.
 * A card proves only that its maker holds the key: whose it is, people find out by comparing the short code.
 */
import type { Role } from '../desk/roster'
import { hashText } from '../ledger/hash'
import type { KeyGrade, PublicKey } from '../ledger/libraryEvent'
import { canonicalJson } from '../text/canonicalJson'

export interface DeviceCard {
  readonly person: string
  /** The role that the person has there. It gives none here. */
  readonly role?: Role
  /** Names the copy of the library. */
  readonly device: string
  /** What the card says of its key. Only the person knows whether a PIN protects it. */
  readonly grade: Exclude<KeyGrade, 'library'>
  /** Id and public key (Ed25519, base64url) of the person's key. */
  readonly id: string
  readonly publicKey: string
  /** The key of the library there, which signs what Stet notes. */
  readonly notes: Pick<PublicKey, 'id' | 'publicKey'>
}

export const CARD_FORMAT = 'stet-card 1'

/** What both keys sign: a hash, hex. Without the key for notes anybody could name that of somebody else. */
export const hashOfCard = (card: DeviceCard): string => hashText(`${CARD_FORMAT} ${canonicalJson(card)}`)

/** Crockford's base 32: no letter looks like a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 3
const IN_GROUP = 4

/**
 * Twelve characters that people compare by phone: "7KQM-2XWD-9FHP". They belong to both keys, the name and the grade:
 * 60 bits, so that nobody makes another card with the same code.
 */
export function shortCode({
  person,
  id,
  grade,
  notes,
}: Pick<PublicKey, 'person' | 'id' | 'grade'> & { readonly notes: Pick<PublicKey, 'id'> }): string {
  const hash = hashText(`stet short code ${canonicalJson([person, id, grade, notes.id])}`)
  const bits = BigInt(`0x${hash.slice(0, (GROUPS * IN_GROUP * 5) / 4)}`)
  const letters = Array.from({ length: GROUPS * IN_GROUP }, (_, at) => LETTERS[Number((bits >> BigInt(at * 5)) & 31n)])
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * IN_GROUP, (group + 1) * IN_GROUP).join(''),
  ).join('-')
}

/** As people type a code: without marks, in any case, O for 0. */
export const sameCode = (typed: string, code: string): boolean => bare(typed) === bare(code)
const bare = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
