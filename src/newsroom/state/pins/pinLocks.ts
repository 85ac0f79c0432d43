import { foldPin } from '../../../story/desk/pin'
import type { PinLock } from '../../people/pinGuard'
import { isPinOf } from '../../people/pinHash'
import { unwrapKey } from '../../people/wrapKey'
import { hasFirstPin } from '../../../story/trust/keys/knownKeys'
import { addPinKey } from './pinKeys'
import { startPins } from './startPins'
import type { KeyRoom } from '../keyRoom'

/** What the right PIN of each person opens: the private key, or the hash of a PIN from before keys. */
export function pinLocks(room: KeyRoom): readonly PinLock[] {
  const { keys, pins } = room.library
  const locks = (keys?.keys ?? []).flatMap(({ id, person, underPin }): PinLock[] => {
    if (!underPin) return []
    const open = async (pin: string): Promise<string | undefined> => {
      const seed = await unwrapKey(underPin, foldPin(pin), id)
      if (!seed) return undefined
      room.ring.unlock(id, seed)
      await startPins(room, person)
      return underPin.salt
    }
    return [{ person, salt: underPin.salt, open }]
  })
  const old = pins
    .filter(({ person }) => !locks.some((lock) => lock.person === person))
    .map((stored): PinLock => ({
      person: stored.person,
      salt: stored.salt,
      open: async (pin) => {
        // After the first PIN a key needs a one-time code.
        if (hasFirstPin(room.ring.history) || !(await isPinOf(stored, pin))) return undefined
        if (!room.store.writable || !room.ring.ready) return stored.salt
        return addPinKey(room, stored.person, pin, { keepsPin: true })
      },
    }))
  return [...locks, ...old]
}
