import { cliText } from '../../catalogue/cli'
import { NewsroomError } from '../../story/requests/requests'
import { usage } from '../run/arguments'
import type { Ask } from '../run/command'

/** The least of an id that names a story: eight hexadecimal digits are as good as unique, four are what people copy by eye. */
const LEAST_OF_ID = 4

/**
 * Asks, and where the story that was given is nobody's id, once more for the only one with that slug, or whose id begins
 * so. Throws a usage error that lists those it may be.
 */
export const withStoriesNamed =
  (ask: Ask): Ask =>
  async (action, request) => {
    try {
      return await ask(action, request)
    } catch (error) {
      const { story: called } = request as { readonly story?: unknown }
      if (!(error instanceof NewsroomError) || error.reason !== 'usage' || typeof called !== 'string') throw error
      const stories = await ask('story.list', {})
      // Then something else was wrong with what was asked.
      if (stories.some(({ id }) => id === called)) throw error
      const wanted = called.normalize('NFC').toLowerCase()
      const slugs = stories.filter(({ slug }) => slug !== '' && slug.normalize('NFC').toLowerCase() === wanted)
      const found =
        slugs.length > 0
          ? slugs
          : stories.filter(({ id }) => wanted.length >= LEAST_OF_ID && id.toLowerCase().startsWith(wanted))
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
