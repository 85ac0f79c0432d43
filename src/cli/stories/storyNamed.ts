import { cliText } from '../../catalogue/rooms/cli'
import { NewsroomError, type ActionName, type AnswerOf, type RequestOf } from '../../story/requests/requests'
import { usage } from '../run/arguments'
import type { Ask } from '../run/command'

/** The shortest beginning of an id that names a story. People copy four digits by eye. */
const LEAST_OF_ID = 4

/**
 * Sends the request. If a given story is not an id, sends it again for the only story with that slug, or whose id
 * begins with it. Throws a usage error that lists the stories when there are several.
 */
export const withStoriesNamed =
  (ask: Ask): Ask =>
  async (action, request) => {
    try {
      return await ask(action, request)
    } catch (error) {
      if (!isUsage(error)) throw error
      const { story, stories } = request as { readonly story?: unknown; readonly stories?: unknown }
      if (typeof story === 'string')
        return ask(action, { ...request, story: await idOf(ask, { action, called: story, error }) })
      if (!Array.isArray(stories)) throw error
      return askForAll(ask, action, request, { stories: stories.map(String), error })
    }
  }

/** Throws `error` if the story is known: the error is about something else. */
async function idOf(
  ask: Ask,
  { action, called, error }: { readonly action: ActionName; readonly called: string; readonly error: NewsroomError },
): Promise<string> {
  const id = await storyCalled(ask, called)
  if (id === called) throw error
  if (id !== undefined) return id
  // Such a story is not in the list: neither its slug nor the beginning of its id is known here.
  throw action === 'story.takeBack'
    ? usage(cliText('storyNamed.wholeId', { message: error.message }))
    : unknownName(error)
}

/** Names that no story has stay as they are, so that the request fails with its own message about them. */
async function askForAll<A extends ActionName>(
  ask: Ask,
  action: A,
  request: RequestOf<A>,
  { stories, error }: { readonly stories: readonly string[]; readonly error: NewsroomError },
): Promise<AnswerOf<A>> {
  const ids: (string | undefined)[] = []
  for (const called of stories) ids.push(await storyCalled(ask, called))
  const unknown = ids.includes(undefined)
  const named = ids.map((id, at) => id ?? stories[at] ?? '')
  if (named.every((id, at) => id === stories[at])) throw unknown ? unknownName(error) : error
  try {
    return await ask(action, { ...request, stories: named })
  } catch (again) {
    throw unknown && isUsage(again) ? unknownName(again) : again
  }
}

/** Longer words name no story. */
const MOST_OF_NAME = 1000

/** The id of the story that is called so. Undefined: there is none. Throws a usage error when there are several. */
export async function storyCalled(ask: Ask, called: string): Promise<string | undefined> {
  if (called.trim() === '' || called.length > MOST_OF_NAME) throw usage(cliText('storyNamed.noName'))
  const stories = await ask('story.list', { called })
  if (stories.some(({ id }) => id === called)) return called
  const found = stories.filter(({ slug }) => called.length >= LEAST_OF_ID || isCalled(slug, called))
  const [only, ...others] = found
  if (others.length > 0)
    throw usage(
      cliText('storyNamed.severalStories', {
        called,
        count: found.length,
        stories: found
          .map(({ id, headline, slug }) => `  ${id}  ${headline || slug}`)
          .sort()
          .join('\n'),
      }),
    )
  return only?.id
}

const isUsage = (error: unknown): error is NewsroomError => error instanceof NewsroomError && error.reason === 'usage'

const unknownName = ({ message }: NewsroomError): NewsroomError => usage(cliText('storyNamed.howNamed', { message }))

const isCalled = (slug: string, called: string): boolean =>
  slug.normalize('NFC').toLowerCase() === called.normalize('NFC').toLowerCase()
