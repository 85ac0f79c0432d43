import { lacksTasks } from '../../../storage/disk/storyStore'
import type { WaitingStory } from '../../../storage/storyIndex/indexedStory'
import type { Queue, QueueItem, RequestOf } from '../../../story/requests/requests'
import { waitingIn } from '../../storyIndex/waiting/waitingItems'
import { waitingNow, waitingOf } from '../../storyIndex/waiting/waitingStory'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { defined } from '../../../story/text/defined'

/**
 * Lists what waits for this person in any story: stories sent back to them, comments that must be fixed in their
 * stories, questions to them, answers to their questions, their lapsed sign-offs, comments that mention them or are
 * assigned to them, stories assigned to them; at the desk those that were filed, and notes of corrections to approve;
 * for those who publish, destinations to notify of a correction or a kill. Stories oldest first.
 */
export const deskQueue: Action<'desk.queue'> = async (room, by, request) => {
  const first = await waitingFor(room, by, request)
  // Of those that are left out, only the number is told: their files are not looked at.
  const { queue } = (await room.index.wasBehind(first.looked)) ? await waitingFor(room, by, request) : first
  return queue
}

/** What waits in one story. */
interface Waits {
  readonly id: string
  readonly created: string
  readonly items: readonly QueueItem[]
}

/** `looked`: the stories of the index that were looked into. */
async function waitingFor(
  room: Newsroom,
  person: string,
  { limit, perKind }: RequestOf<'desk.queue'>,
): Promise<{ readonly queue: Queue; readonly looked: readonly string[] }> {
  const { roster, settings } = room.desk()
  const asker = { person, desk: { roster, settings: { deskOfOne: settings.deskOfOne } } }
  const itemsIn = (story: WaitingStory | undefined): readonly QueueItem[] => (story ? waitingIn(story, asker) : [])
  // Stories in memory tell of themselves, as they are when the question is sent: the index need not have their last
  // change. A story that is opened or let go later counts as it was then.
  let open: readonly Waits[] = []
  const { kinds, stories, sealed } = await room.index.question(
    'waiting',
    () => {
      open = [...room.index.openStories()].map((story) => ({
        ...{ id: story.id, created: story.created, items: itemsIn(waitingNow(story)) },
      }))
      return { ...asker, open: open.map(({ id }) => id), ...defined({ limit, perKind }) }
    },
    { withChanges: false },
  )
  const read: Waits[] = []
  for (const { id, created } of sealed) read.push({ id, created, items: itemsIn(await itself(room, id)) })
  const counted = [...open, ...read].filter(({ id }) => !room.deleted.has(id))
  const all = { ...kinds }
  for (const { kind } of counted.flatMap(({ items }) => items)) all[kind] = (all[kind] ?? 0) + 1
  const found = stories.map(({ waiting, created }) => ({ id: waiting.id, created, items: itemsIn(waiting) }))
  return {
    queue: {
      items: firstOf([...counted, ...found].sort(byAge), { limit, perKind }),
      total: Object.values(all).reduce((sum, count) => sum + count, 0),
      kinds: all,
    },
    looked: [...stories.map(({ waiting: { id } }) => id), ...sealed.map(({ id }) => id)],
  }
}

const byAge = (a: Waits, b: Waits): number => ((a.created === b.created ? a.id < b.id : a.created < b.created) ? -1 : 1)

function firstOf(
  stories: readonly Waits[],
  { limit = Infinity, perKind = Infinity }: RequestOf<'desk.queue'>,
): readonly QueueItem[] {
  const seen = new Map<QueueItem['kind'], number>()
  const isAmongFirst = ({ kind }: QueueItem): boolean => {
    const nth = (seen.get(kind) ?? 0) + 1
    seen.set(kind, nth)
    return nth <= perKind
  }
  return stories
    .flatMap(({ items }) => items)
    .filter(isAmongFirst)
    .slice(0, limit)
}

/** The index has it with a protected name masked: the story has the words. Undefined: it is deleted meanwhile. */
async function itself(room: Newsroom, id: string): Promise<WaitingStory | undefined> {
  try {
    const open = room.index.open(id)
    if (open) return waitingNow(open)
    const file = (await room.store.readEntry(id))?.file
    if (file && !lacksTasks(file)) return waitingOf(file.view, file.tasks)
    const story = await room.story(id)
    return waitingOf(story.view(), story.tasks())
  } catch (error) {
    if (!room.deleted.has(id) && (await room.store.hasStory(id))) throw error
    return undefined
  }
}
