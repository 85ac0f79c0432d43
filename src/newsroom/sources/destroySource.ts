import { newsroomText } from '../../catalogue/rooms/newsroom'
import { NO_PSEUDONYM, pseudonyms, sourceBook, type Source } from '../../story/desk/source'
import { commitmentOf } from '../../story/view/commitment'
import { defined } from '../../story/text/defined'
import { NewsroomError } from '../../story/requests/requests'
import { findSource, sourceOf } from './findSource'
import type { Action } from '../state/action'
import { refuseToWeaken } from './refuseToWeaken'

/**
 * Destroys the identity of a protected source; the pseudonym, the ground rules and the sign-offs stay. Nothing brings
 * it back.
 */
export const destroySource: Action<'source.destroy'> = async (room, by, { source: called, reason }) => {
  const standing = findSource(room, called)
  const { id } = standing
  if (!standing.protected) throw new NewsroomError('refused', newsroomText('destroySource.onlyProtected'))
  if (reason.trim() === '') throw new NewsroomError('usage', newsroomText('destroySource.reasonMissing'))
  // No export is scanned for the name afterwards.
  await refuseToWeaken(room, by, id)
  await room.changeDesk(by, (facts) => {
    const before = sourceOf(facts, id)
    const name = pseudonyms(facts.sources).get(id) ?? NO_PSEUDONYM
    const { contact: _contact, wording: _wording, pooler: _pooler, poolNumber: _number, ...open } = before
    // Names could be tried on the commitments while the key is there. Sign-offs stand by the last commitment.
    const { commitmentKey: key, ...rest } = open
    const commitment =
      before.commitment ?? (key === undefined ? undefined : commitmentOf(id, sourceBook(facts.sources)))
    const source: Source = {
      ...rest,
      name,
      aliases: [],
      pseudonym: name,
      ...defined({ commitment }),
      destroyed: before.destroyed ?? { by, at: room.clock.now() },
    }
    return {
      facts: { ...facts, sources: facts.sources.map((other) => (other.id === id ? source : other)) },
      answer: {},
      events: before.destroyed ? [] : [{ kind: 'sourceDestroyed', source: id, reason: reason.trim() }],
    }
  })
  // The store keeps the generation before beside each file. A second write removes the name from it.
  await room.store.writeSources(room.library.sources)
  return {}
}
