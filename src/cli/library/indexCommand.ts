import { cliText } from '../../catalogue/rooms/cli'
import { fileSize } from '../../story/text/format/fileSize'
import type { IndexState } from '../../story/requests/requests'
import type { CliCommand } from '../run/command'

export const indexCommand: CliCommand = {
  name: 'index',
  usage: '[--rebuild]',
  takes: [0, 0],
  options: { rebuild: 'flag' },
  needs: 'read',
  get about() {
    return cliText('index.about')
  },
  prepare: (args) => {
    const rebuild = args.flag('rebuild')
    return async (ask) => {
      const state = await ask('library.index', { rebuild })
      return { json: state, text: indexStateInWords(state) }
    }
  },
}

export function indexStateInWords({ kept, stories, whole, folder = '', size = 0, problem = '' }: IndexState): string {
  if (kept === 'none') return cliText('index.none')
  if (kept === 'damaged') return cliText('index.damaged')
  if (kept === 'memory') return problem === '' ? cliText('index.memory', { stories }) : problem
  // Deleted while the app, which has it open, runs on with it.
  if (size === 0) return cliText('index.gone', { stories, folder })
  return cliText(whole ? 'index.whole' : 'index.behind', { stories, folder, size: fileSize(size) })
}
