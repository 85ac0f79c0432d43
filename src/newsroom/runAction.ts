/** Runs requests. Requests of the window and of the command line both come here. */
import { newsroomText } from '../catalogue/rooms/newsroom'
import {
  NewsroomError,
  READING_ACTIONS,
  type ActionName,
  type AnswerOf,
  type RequestOf,
} from '../story/requests/requests'
import { StorageError } from '../storage/disk/storageError'
import { withoutOverrides } from './state/enteringText'
import { killsWithoutKeys, killsWithoutRoster, refuseWhenClosed } from './gate/closure'
import { refuseSetClock } from './environment/clock'
import { refuseSamplePerson } from './gate/samplePeople'
import { refuseWhoLeft } from './people/whoLeft'
import { refuseWithoutPin } from './people/withoutPin'
import { ensureKey } from './state/pins/beginKeys'
import { tellingEndedPins } from './state/pins/endingPins'
import { hasFirstPin } from '../story/trust/keys/knownKeys'
import { openingHandlers } from './openingActions'
import type { OpenStory } from './replica/openStory'
import type { Action } from './state/action'
import type { Newsroom } from './state/newsroom'

/** Actions that need no name on the roster. Joining is one: otherwise nobody could be the first. */
const OPEN_TO_ALL: ReadonlySet<ActionName> = new Set<ActionName>([...READING_ACTIONS, 'roster.add'])

/** Reading actions that show more with the person's key. A PIN that is given with them opens it. */
const READ_WITH_KEY: ReadonlySet<ActionName> = new Set<ActionName>(['story.previewMerge'])

/** Actions that write nothing when their request has `preview: true`. */
const PREVIEWS: ReadonlySet<ActionName> = new Set<ActionName>([
  'story.setField',
  'story.move',
  'story.archive',
  'query.answers',
])

const isPreview = (action: ActionName, request: object): boolean =>
  PREVIEWS.has(action) && 'preview' in request && request.preview === true

/** Receives a sentence for the person about something that the action did beside its answer. */
export type Remark = (text: string) => void

/**
 * Runs a parsed request of `by`, whom the caller has authenticated. Rejects with NewsroomError; an error of the disk
 * comes as `failed` and says what is safe. Everything but reading and joining needs a name on the roster and a library
 * that can be written. A person who has left the desk only reads.
 */
export async function runAction<A extends ActionName>(
  room: Newsroom,
  by: string,
  action: A,
  request: RequestOf<A>,
  remark: Remark = () => undefined,
): Promise<AnswerOf<A>> {
  return room.during(() => run(room, by, action, request, remark))
}

/**
 * Reads the code of most actions with the first of them, or when this is called. It has the checks and the formats, and
 * takes 50 ms or more: a window that opens does not wait for it.
 */
export const loadActions = async (): Promise<{ readonly [A in ActionName]: Action<A> }> =>
  (await import('./actions')).handlers

async function handlerOf<A extends ActionName>(action: A): Promise<Action<A>> {
  const opening: { readonly [B in ActionName]?: Action<B> } = openingHandlers
  return opening[action] ?? (await loadActions())[action]
}

async function run<A extends ActionName>(
  room: Newsroom,
  by: string,
  action: A,
  request: RequestOf<A>,
  remark: Remark,
): Promise<AnswerOf<A>> {
  // Reading and previews change nothing. In an archive previews are refused, too: what they show could never be done.
  const onlyReads = READING_ACTIONS.has(action) || (isPreview(action, request) && room.library.archive === undefined)
  if (!room.store.writable && !onlyReads) {
    throw new NewsroomError('failed', newsroomText('actions.libraryReadOnly', { place: room.store.place }))
  }
  const kills = action === 'story.move' && killsWithoutRoster(room, by, (request as RequestOf<'story.move'>).to)
  if (!OPEN_TO_ALL.has(action) && !room.onRoster(by) && !kills) {
    throw new NewsroomError(
      'refused',
      newsroomText('actions.notOnRoster', { person: by === '' ? newsroomText('actions.nobody') : by }),
    )
  }
  if (!READING_ACTIONS.has(action)) refuseWhoLeft(room.library.roster, by)
  if (!READING_ACTIONS.has(action)) refuseSetClock(room.clock, room.library.roster)
  if (!kills) refuseWithoutPin(room.library.roster, by, action)
  const { story } = request as { readonly story?: string }
  try {
    // It stays open until the answer is there.
    if (isPreview(action, request) && story !== undefined)
      return await room.lookAt(story, (looked) => answerTo(room, by, action, request, { remark, looked }))
    return await answerTo(room, by, action, request, { remark })
  } catch (error) {
    if (error instanceof StorageError) throw new NewsroomError('failed', error.message)
    throw error
  }
}

/** `looked`: the story of a preview. */
async function answerTo<A extends ActionName>(
  room: Newsroom,
  by: string,
  action: A,
  request: RequestOf<A>,
  { remark, looked }: { readonly remark: Remark; readonly looked?: OpenStory },
): Promise<AnswerOf<A>> {
  await refuseSamplePerson(room, by, action, request)
  await refuseWhenClosed(room, action, request, looked)
  const handle = await handlerOf(action)
  if (!READING_ACTIONS.has(action) && !isPreview(action, request) && !killsWithoutKeys(room, action, request))
    await ensureKey(room, by)
  const { request: clean, dropped } = withoutOverrides(action, request)
  const work = (): Promise<AnswerOf<A>> => handle(room, by, clean)
  const answer = action === 'pin.set' ? await tellingEndedPins(room, by, remark, work) : await work()
  const count = dropped + ((answer as { readonly leftOut?: number }).leftOut ?? 0)
  if (count > 0) remark(newsroomText('actions.overridesDropped', { count }))
  return answer
}

/**
 * Runs an action for a caller that names who acts with each request: another process, the command line. A person with a
 * PIN gives it each time. Reading needs none. What is sealed for the person is shown only with it.
 */
export async function runAuthenticated<A extends ActionName>(
  room: Newsroom,
  { by, pin }: { readonly by: string; readonly pin?: string | undefined },
  action: A,
  request: RequestOf<A>,
  remark: Remark = () => undefined,
): Promise<AnswerOf<A>> {
  if (READ_WITH_KEY.has(action) && pin !== undefined && hasFirstPin(room.ring.history)) await room.pins.check(by, pin)
  // The recovery words are for a PIN that was forgotten.
  if (!READING_ACTIONS.has(action) && action !== 'pin.recover')
    await tellingEndedPins(room, by, remark, () => room.pins.check(by, pin))
  return runAction(room, by, action, request, remark)
}
