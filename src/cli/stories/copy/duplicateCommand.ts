import { cliText } from '../../../catalogue/rooms/cli'
import type { CliCommand, CliResult } from '../../run/command'
import { eachStory, MOST_NAMED, storiesNamed } from '../eachStory'

/** Makes a new draft of each story, as “Duplicate” does in the window. */
export const duplicateCommand: CliCommand = {
  name: 'duplicate',
  get usage() {
    return cliText('duplicate.usage')
  },
  takes: [0, MOST_NAMED],
  options: { query: 'text' },
  needs: 'write',
  get about() {
    return cliText('duplicate.about')
  },
  prepare: (args, place) => {
    const { stories } = storiesNamed(args, 0, { name: 'duplicate', usage: cliText('duplicate.usage') })
    return (ask) => {
      const duplicateOne = async (story: string): Promise<CliResult> => {
        const { id } = await ask('story.duplicate', { story })
        return { json: { duplicate: id }, text: cliText('duplicate.done', { story, id }) }
      }
      return eachStory(ask, stories, duplicateOne, place)
    }
  },
}
