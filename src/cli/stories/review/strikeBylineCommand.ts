import { cliText } from '../../../catalogue/rooms/cli'
import { required } from '../../run/arguments'
import type { CliCommand } from '../../run/command'

/** An editor says that a person never wrote the story. */
export const strikeBylineCommand: CliCommand = {
  name: 'strike-byline',
  get usage() {
    return cliText('strikeByline.usage')
  },
  takes: [2, 2],
  options: { reason: 'text' },
  needs: 'write',
  get about() {
    return cliText('strikeByline.about')
  },
  prepare: (args) => {
    const [story = '', name = ''] = args.positionals
    const reason = required(args, 'reason')
    return async (ask) => ({
      json: await ask('story.strikeByline', { story, name, reason }),
      text: cliText('strikeByline.struck', { name, story }),
    })
  },
}
