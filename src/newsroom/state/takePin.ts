/** Takes a person's private key and PIN away. */
import type { StoredPin } from '../../story/desk/pin'
import type { LibraryEvent } from '../../story/ledger/libraryEvent'
import { keysOf } from '../../story/trust/knownKeys'
import type { LibraryFacts } from '../../storage/disk/storyStore'
import type { KeyRoom } from './keyRoom'

/** Takes the person's key and PIN away. What the key signed stays signed. */
export function withoutPin(
  { ring }: KeyRoom,
  facts: LibraryFacts,
  person: string,
): { readonly facts: LibraryFacts; readonly events: readonly LibraryEvent[] } {
  const retired = keysOf(ring.history, person)
  const keys = facts.keys && {
    ...facts.keys,
    keys: facts.keys.keys.filter(({ id }) => !retired.some((one) => one.id === id)),
  }
  const roster = facts.roster.map(({ pin, ...other }) => (other.name === person || !pin ? other : { ...other, pin }))
  return {
    facts: { ...facts, roster, pins: withoutOldPin(facts.pins, person), ...(keys ? { keys } : {}) },
    events: retired.map(({ id }) => ({ kind: 'keyRetired', person, id })),
  }
}

export const withoutOldPin = (pins: readonly StoredPin[], person: string): readonly StoredPin[] =>
  pins.filter((pin) => pin.person !== person)
