import { cliText } from '../../../catalogue/rooms/cli'
import type { CliCommand } from '../../run/command'

export const dropOverridesCommand: CliCommand = {
  name: 'drop-overrides',
  get usage() {
    return cliText('dropOverrides.usage')
  },
  get about() {
    return cliText('dropOverrides.about')
  },
  options: {},
  takes: [1, 1],
  needs: 'write',
  prepare:
    ({ positionals: [story = ''] }) =>
    async (ask) => {
      const answer = await ask('copy.dropOverrides', { story })
      return { json: answer, text: cliText('dropOverrides.done', { dropped: answer.dropped }) }
    },
}
