import { cliText } from '../../catalogue/rooms/cli'
import { NewsroomError } from '../../story/requests/requests'
import { usage } from '../run/arguments'
import type { Ask } from '../run/command'

/** The shortest beginning of an id that names a story. People copy four digits by eye. */
const LEAST_OF_ID = 4

/**
 * Sends the request. If the given story is not an id, sends it again for the only story with that slug, or whose id
 * begins with it. Throws a usage error that lists the stories when there are several.
 */
export const withStoriesNamed =
  (ask: Ask): Ask =>
  async (action, request) => {
    try {
      return await ask(action, request)
    } catch (error) {
      const { story: called } = request as { readonly story?: unknown }
      if (!(error instanceof NewsroomError) || error.reason !== 'usage' || typeof called !== 'string') throw error
      const stories = await ask('story.list', { called })
      // The story is known: the error is about something else.
      if (stories.some(({ id }) => id === called)) throw error
      const found = stories.filter(({ slug }) => called.length >= LEAST_OF_ID || isCalled(slug, called))
      const [only, ...others] = found
      if (!only) throw usage(cliText('storyNamed.howNamed', { message: error.message }))
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
      return ask(action, { ...request, story: only.id })
    }
  }

const isCalled = (slug: string, called: string): boolean =>
  slug.normalize('NFC').toLowerCase() === called.normalize('NFC').toLowerCase()
