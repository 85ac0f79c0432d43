import type { Calls } from '../../ipc/contract'
import type { OpenedStory } from '../../ipc/openedStory'
import { refuseSamplePersonIn } from '../../newsroom/gate/samplePeople'
import { defined } from '../../story/text/defined'
import type { WindowSession } from '../windows/windows'
import type { CallContext } from './callContext'
import { provenPerson } from './whoActs'

/** Opens a story in a window. From now on the window hears what happens in it. */
export async function openStory(
  { newsroom, remembered }: CallContext,
  session: WindowSession,
  { story: id }: Calls['openStory']['request'],
): Promise<OpenedStory> {
  // The window draws the story first. Then it asks for the tray (`tray.list`), and the facts are looked at: it hears of
  // every entry that this adds to the ledger.
  const story = await newsroom.story(id)
  const person = provenPerson(newsroom, session)
  if (person !== undefined) await refuseSamplePersonIn(newsroom, person, id)
  const clientId = newsroom.store.writable && !story.guarded && person !== undefined ? await story.join(person) : 0
  session.stories.add(id)
  session.first = undefined
  remembered.change({ lastStory: id })
  return {
    id,
    guid: story.guid,
    created: story.created,
    updates: story.updates(),
    ledger: JSON.stringify(story.entries),
    apart: story.apart,
    clientId,
    repairs: story.repairs,
    losses: story.value().losses ?? [],
    ...defined({ unproven: story.value().unproven, guarded: story.guarded }),
  }
}
