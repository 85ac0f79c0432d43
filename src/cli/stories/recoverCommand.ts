import { readImport } from '../../newsroom/stories/readImport'
import { NewsroomError } from '../../story/requests/requests'
import type { CliCommand } from '../run/command'

export const recoverCommand: CliCommand = {
  name: 'recover',
  usage: 'FILE',
  takes: [1, 1],
  options: {},
  needs: 'write',
  about:
    'Brings back a copy that was saved elsewhere while the library could not be written: what is missing is merged into its story. Only the person who typed the words can bring them back.',
  prepare:
    ({ positionals: [path = ''] }, { cwd }) =>
    async (ask) => {
      const read = await readImport(path, cwd)
      if ('trouble' in read) throw new NewsroomError('failed', read.trouble)
      const answer = await ask('story.bringBack', { bytes: read.bytes })
      return { json: answer, text: `${answer.story}: ${answer.characters} characters came back.` }
    },
}
