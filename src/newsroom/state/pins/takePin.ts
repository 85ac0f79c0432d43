/** Takes a person's private key and PIN away. */
import type { StoredPin } from '../../../story/desk/pin'
import type { LedgerEnd, LibraryEvent } from '../../../story/ledger/events/libraryEvent'
import { LIBRARY_LEDGER } from '../../../story/trust/heads'
import { endNoted, keysOf, type KnownKey } from '../../../story/trust/keys/knownKeys'
import type { LibraryFacts } from '../../../storage/disk/storyStore'
import type { KeyRoom } from '../keyRoom'

/** Takes the person's key and PIN away. What the key signed stays signed. */
export function withoutPin(
  room: KeyRoom,
  facts: LibraryFacts,
  person: string,
): { readonly facts: LibraryFacts; readonly events: () => readonly LibraryEvent[] } {
  const retired = keysOf(room.ring.history, person)
  const keys = facts.keys && {
    ...facts.keys,
    keys: facts.keys.keys.filter(({ id }) => !retired.some((one) => one.id === id)),
  }
  const roster = facts.roster.map(({ pin, ...other }) => (other.name === person || !pin ? other : { ...other, pin }))
  return {
    facts: { ...facts, roster, pins: withoutOldPin(facts.pins, person), ...(keys ? { keys } : {}) },
    events: () => retirements(room, retired),
  }
}

/**
 * Retires keys of one person. The first entry notes where the ledgers ended; the others found nothing newer. Ask for it
 * in the turn in which it is noted: what a key signs between would be lost.
 */
export function retirements(
  room: Pick<KeyRoom, 'ring' | 'ledgerEnds'>,
  keys: readonly Pick<KnownKey, 'id' | 'person'>[],
): readonly LibraryEvent[] {
  const { history } = room.ring
  const isNew = ([story, { head }]: readonly [string, LedgerEnd]): boolean =>
    story !== LIBRARY_LEDGER && endNoted(history, story)?.head !== head
  const ends = Object.fromEntries(Object.entries(room.ledgerEnds()).filter(isNew))
  return keys.map(({ id, person }, index) => ({ kind: 'keyRetired', person, id, ends: index === 0 ? ends : {} }))
}

export const withoutOldPin = (pins: readonly StoredPin[], person: string): readonly StoredPin[] =>
  pins.filter((pin) => pin.person !== person)
