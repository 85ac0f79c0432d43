/** The first PIN of an editor in a library. */
import type { LibraryEvent } from '../../../story/ledger/events/libraryEvent'
import { hasFirstPin } from '../../../story/trust/keys/knownKeys'
import type { LibraryFacts } from '../../../storage/disk/storyStore'
import { sealLedgers } from './beginKeys'
import type { KeyRoom } from '../keyRoom'
import { withoutPin } from './takePin'

/**
 * From an editor's first PIN on, verdicts need one. Seals what was signed before with unencrypted keys. PINs that
 * others already have, from before keys, end: nobody can tell whose key lies under them. They join by a one-time code.
 */
export async function startPins(room: KeyRoom, person: string): Promise<void> {
  const isFirst = (): boolean =>
    !hasFirstPin(room.ring.history) &&
    room.onRoster(person)?.role === 'editor' &&
    room.ring.usableKeyOf(person)?.grade === 'pin'
  if (!room.store.writable || !isFirst()) return
  await room.heads.settle()
  await room.changeDesk(person, (facts) => {
    if (!isFirst()) return { facts, answer: undefined }
    const others = facts.roster.flatMap(({ name, pin }) => (pin && name !== person ? [name] : []))
    return {
      facts: others.reduce<LibraryFacts>((left, name) => withoutPin(room, left, name).facts, facts),
      answer: undefined,
      events: () => [
        sealLedgers(room, room.ledgerEnds()),
        ...others.map((name): LibraryEvent => ({ kind: 'pinRemoved', person: name })),
      ],
    }
  })
}
