/** For whom a bundle is: people of the roster, and the keys of theirs to which protected sources are sealed. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { MOST_PEOPLE } from '../../../exchange/bundle/bundleLimits'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { NewsroomError } from '../../../story/requests/requests'
import { sameName } from '../../../story/text/words/personName'
import { trustedDevices, type KnownKey } from '../../../story/trust/keys/knownKeys'
import { maySealTo } from '../../library/roster/devices'
import { MOST_RECIPIENTS } from '../../people/seal'
import { refuseWhoLeft } from '../../people/whoLeft'
import type { Newsroom } from '../../state/newsroom'

/** Each once, as the roster has them. Throws a refusal for a name that is not on it, or has left. */
export function peopleNamed(room: Newsroom, names: readonly string[] = []): readonly string[] {
  const people = names.map((given) => {
    const person = room.onRoster(given) ?? room.library.roster.find(({ name }) => sameName(name, given))
    if (!person) throw new NewsroomError('usage', newsroomText('handOver.notOnRoster', { person: given }))
    refuseWhoLeft(room.library.roster, person.name)
    return person.name
  })
  if (people.length > MOST_PEOPLE)
    throw new NewsroomError('usage', newsroomText('handOver.manyPeople', { most: MOST_PEOPLE }))
  return [...new Set(people)]
}

/** The keys of a person elsewhere to which protected sources may be sealed. */
export const sealingKeysOf = ({ ring }: Newsroom, person: string): readonly KnownKey[] =>
  trustedDevices(ring.history).filter((key) => key.person === person && maySealTo(key, ring.history))

/** Why protected sources may not be sealed for these people by `by`, as a sentence for people. */
export function whyNotShared(room: Newsroom, by: string, people: readonly string[]): string | undefined {
  const why = whyNotMay('shareSources', by, { desk: room.desk() })
  if (why !== undefined) return newsroomText('handOver.mayNotShare', { why })
  const without = people.find((person) => sealingKeysOf(room, person).length === 0)
  if (without !== undefined) return newsroomText('handOver.noSealingKey', { person: without })
  return people.flatMap((person) => sealingKeysOf(room, person)).length > MOST_RECIPIENTS
    ? newsroomText('handOver.manyPeople', { most: MOST_PEOPLE })
    : undefined
}
