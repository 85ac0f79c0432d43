import type { WaitingStory } from '../../../storage/storyIndex/indexedStory'
import type { Queue, QueueItem } from '../../../story/requests/requests'
import type { Person } from '../../../story/desk/roster'
import { waitingIn } from '../../storyIndex/waitingItems'
import { waitingNow, waitingOf } from '../../storyIndex/waitingStory'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { defined } from '../../../story/text/defined'

/**
 * Lists what waits for this person in any story: stories sent back to them, comments that must be fixed in their
 * stories, questions to them, answers to their questions, their lapsed sign-offs, comments that mention them or are
 * assigned to them, stories assigned to them, and at the desk those that were filed. Stories oldest first.
 */
export const deskQueue: Action<'desk.queue'> = async (room, by, { limit }) => {
  const first = await waitingFor(room, by, limit)
  // Of those that are left out, only the number is told: their files are not looked at.
  const { items, total } = (await room.index.wasBehind(first.stories)) ? await waitingFor(room, by, limit) : first
  return { items: items.slice(0, limit), total }
}

/** `stories`: those of the index that were looked into. */
async function waitingFor(
  room: Newsroom,
  person: string,
  limit: number | undefined,
): Promise<Queue & { readonly stories: readonly string[] }> {
  const { roster } = room.desk()
  const isDesk = takesUp(roster, person)
  const itemsIn = (story: WaitingStory): readonly QueueItem[] => waitingIn(story, { person, isDesk }, roster)
  const open = [...room.index.openStories()].map(({ id }) => id)
  // Stories in memory tell of themselves. The index need not have their last change.
  const { counts, stories } = await room.index.question(
    'waiting',
    { person, isDesk, roster, open, ...defined({ limit }) },
    { withChanges: false },
  )
  const read = new Map<string, WaitingStory | undefined>()
  for (const { waiting, sealed } of stories)
    if (sealed && !room.index.open(waiting.id)) read.set(waiting.id, await itself(room, waiting.id))
  // Nothing is waited for from here on: each story is either in memory or not.
  const waiting: { readonly created: string; readonly id: string; readonly items: readonly QueueItem[] }[] = []
  let total = 0
  for (const [id, count] of counts) if (!room.index.open(id)) total += count
  for (const { waiting: found, created, sealed } of stories) {
    if (room.index.open(found.id)) continue
    const story = sealed ? read.get(found.id) : found
    const items = story ? itemsIn(story) : []
    if (sealed) total += items.length
    waiting.push({ created, id: found.id, items })
  }
  for (const story of room.index.openStories()) {
    const value = waitingNow(story)
    const items = value ? itemsIn(value) : []
    total += items.length
    waiting.push({ created: story.created, id: story.id, items })
  }
  return {
    items: waiting
      .sort((a, b) => ((a.created === b.created ? a.id < b.id : a.created < b.created) ? -1 : 1))
      .flatMap(({ items }) => items),
    total,
    stories: stories.map(({ waiting: { id } }) => id),
  }
}

/** The index has it with a protected name sealed: the story has the words. Undefined: it is deleted meanwhile. */
async function itself(room: Newsroom, id: string): Promise<WaitingStory | undefined> {
  try {
    const entry = await room.store.readEntry(id)
    return waitingOf(entry?.file.view ?? (await room.story(id)).view())
  } catch (error) {
    if (!room.deleted.has(id) && (await room.store.hasStory(id))) throw error
    return undefined
  }
}

/** Filed stories wait for those who edit and check. */
const takesUp = (roster: readonly Person[], person: string): boolean =>
  roster.some(({ name, role }) => name === person && (role === 'editor' || role === 'checker'))
