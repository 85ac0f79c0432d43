import { cliText } from '../../../catalogue/rooms/cli'
import type { TrayEntry } from '../../../story/requests/tray'
import { usage } from '../../run/arguments'
import type { CliCommand } from '../../run/command'

export const trayCommand: CliCommand = {
  name: 'tray',
  get usage() {
    return cliText('tray.usage')
  },
  takes: [1, 1],
  options: { 'put-back': 'text', 'let-go': 'text' },
  needs: 'write',
  get about() {
    return cliText('tray.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const back = args.text('put-back')
    const gone = args.text('let-go')
    if (back !== undefined && gone !== undefined) throw usage(cliText('trayCommand.notBoth'))
    return async (ask) => {
      if (back !== undefined) await ask('tray.putBack', { story, ref: back })
      if (gone !== undefined) await ask('tray.letGo', { story, ref: gone })
      const entries = await ask('tray.list', { story })
      return {
        json: entries,
        text: entries.length ? entries.map(entryText).join('\n') : cliText('trayCommand.empty'),
      }
    }
  },
}

const entryText = ({ ref, text, by, at, origin }: TrayEntry): string =>
  [
    `${ref}  ${at}  ${by.join(', ')}`,
    `    ${text.replaceAll('\n', '\n    ') || cliText('trayCommand.unreadable')}`,
    `    ${origin}`,
  ].join('\n')
