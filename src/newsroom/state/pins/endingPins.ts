/**
 * PINs from before keys end with the first PIN of an editor (docs/decisions/pins.md), and so does the trust in keys on
 * other computers: whose, and telling it.
 */
import { listWords } from '../../../story/text/words/listWords'
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { roleOf } from '../../../story/desk/roster'
import { hasFirstPin, trustedDevices } from '../../../story/trust/keys/knownKeys'
import type { KeyRoom } from '../keyRoom'

type PinRoom = Pick<KeyRoom, 'ring' | 'library' | 'onRoster'>

/** Whose PINs end when this person gives or sets theirs: nobody's, unless it is the first PIN of an editor. */
export const pinsEndingWith = ({ ring, library: { roster } }: PinRoom, person: string): readonly string[] =>
  hasFirstPin(ring.history) || roleOf(person, roster) !== 'editor'
    ? []
    : roster.flatMap(({ name, pin }) => (pin && name !== person ? [name] : []))

/** Runs `work`, with which `person` gives or sets a PIN, and tells whose PINs and keys elsewhere ended with it. */
export async function tellingEndedPins<T>(
  room: PinRoom,
  person: string,
  remark: (text: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const ending = pinsEndingWith(room, person)
  const trusted = hasFirstPin(room.ring.history) ? [] : trustedDevices(room.ring.history)
  const done = await work()
  const ended = ending.filter((name) => room.onRoster(name)?.pin !== true)
  if (ended.length > 0) remark(newsroomText('pins.ended', { people: listWords(ended) }))
  const live = new Set(trustedDevices(room.ring.history).map(({ id }) => id))
  const again = new Set(trusted.filter(({ id }) => !live.has(id)).map((key) => key.person))
  if (hasFirstPin(room.ring.history) && again.size > 0)
    remark(newsroomText('pins.devicesEnded', { people: listWords([...again]) }))
  return done
}
