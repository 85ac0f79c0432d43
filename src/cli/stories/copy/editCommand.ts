import { cliText } from '../../../catalogue/rooms/cli'
import type { CliCommand } from '../../run/command'
import { replacementFrom } from './replacement'

export const editCommand: CliCommand = {
  name: 'edit',
  get usage() {
    return cliText('edit.usage')
  },
  takes: [1, 1],
  options: { replace: 'text', with: 'text', nth: 'text' },
  needs: 'write',
  get about() {
    return cliText('edit.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const request = { story, ...replacementFrom(args) }
    return async (ask) => {
      const answer = await ask('copy.replace', request)
      return {
        json: answer,
        text: cliText('storyCommands.replaced', { replaceText: request.replace, with: request.with }),
      }
    }
  },
}
