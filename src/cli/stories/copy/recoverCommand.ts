import { cliText } from '../../../catalogue/rooms/cli'
import { readImport } from '../../../newsroom/stories/create/readImport'
import { NewsroomError } from '../../../story/requests/requests'
import type { CliCommand } from '../../run/command'

export const recoverCommand: CliCommand = {
  name: 'recover',
  usage: 'FILE',
  takes: [1, 1],
  options: {},
  needs: 'write',
  get about() {
    return cliText('recover.about')
  },
  prepare:
    ({ positionals: [path = ''] }, { cwd }) =>
    async (ask) => {
      const read = await readImport(path, cwd)
      if ('problem' in read) throw new NewsroomError('failed', read.problem)
      const answer = await ask('story.bringBack', { bytes: read.bytes })
      return {
        json: answer,
        text: cliText('recoverCommand.restored', { story: answer.story, characters: answer.characters }),
      }
    },
}
