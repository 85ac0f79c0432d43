/**
 * The card of a person's key on this machine. An editor elsewhere who trusts it lets the person's verdicts count there.
 * A card proves only that its maker holds the key: whose it is, people find out by comparing the short code.
 */
import type { Role } from '../../desk/roster'
import { hashText } from '../../ledger/hash'
import type { KeyGrade, PublicKey } from '../../ledger/events/libraryEvent'
import { canonicalJson } from '../../text/canonicalJson'
import { CODE_LETTERS, foldCode } from '../../text/codeLetters'

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
  /** For whom age seals what only this key opens ("age1…"). Absent: nothing is sealed to it. */
  readonly recipient?: string
}

/** The form of a card: 1 is without a recipient, 2 has one. */
export const cardFormat = ({ recipient }: Pick<DeviceCard, 'recipient'>): 'stet-card 1' | 'stet-card 2' =>
  recipient === undefined ? 'stet-card 1' : 'stet-card 2'

/** What both keys sign: a hash, hex. Without the key for notes anybody could name that of somebody else. */
export const hashOfCard = (card: DeviceCard): string => hashText(`${cardFormat(card)} ${canonicalJson(card)}`)

/** Whether a text has the form of an X25519 recipient of age. Its checksum is looked at when something is sealed. */
export const isRecipient = (text: string): boolean => /^age1[02-9ac-hj-np-z]{58}$/.test(text)

const GROUPS = 3
const IN_GROUP = 4

/**
 * Twelve characters that people compare by phone: "7KQM-2XWD-9FHP". They belong to both keys, the name, the grade and
 * the recipient: 60 bits, so that nobody makes another card with the same code.
 */
export function shortCode({
  person,
  id,
  grade,
  notes,
  recipient,
}: Pick<PublicKey, 'person' | 'id' | 'grade'> & {
  readonly notes: Pick<PublicKey, 'id'>
  readonly recipient?: string
}): string {
  const told = [person, id, grade, notes.id, ...(recipient === undefined ? [] : [recipient])]
  const hash = hashText(`stet short code ${canonicalJson(told)}`)
  const bits = BigInt(`0x${hash.slice(0, (GROUPS * IN_GROUP * 5) / 4)}`)
  const letters = Array.from(
    { length: GROUPS * IN_GROUP },
    (_, at) => CODE_LETTERS[Number((bits >> BigInt(at * 5)) & 31n)],
  )
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * IN_GROUP, (group + 1) * IN_GROUP).join(''),
  ).join('-')
}

export const sameCode = (typed: string, code: string): boolean => foldCode(typed) === foldCode(code)
