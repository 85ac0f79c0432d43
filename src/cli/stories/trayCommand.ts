import type { TrayEntry } from '../../story/requests/tray'
import { usage } from '../run/arguments'
import type { CliCommand } from '../run/command'

export const trayCommand: CliCommand = {
  name: 'tray',
  usage: 'ID [--put-back REF | --let-go REF]',
  takes: [1, 1],
  options: { 'put-back': 'text', 'let-go': 'text' },
  needs: 'write',
  about:
    'Shows what could not be placed in a story: words that a merge dropped, and what could not be read on the disk. Puts an entry back into the copy, or lets it go; its words stay in the history.',
  prepare: (args) => {
    const [story = ''] = args.positionals
    const back = args.text('put-back')
    const gone = args.text('let-go')
    if (back !== undefined && gone !== undefined) throw usage('Either --put-back or --let-go, not both.')
    return async (ask) => {
      if (back !== undefined) await ask('tray.putBack', { story, ref: back })
      if (gone !== undefined) await ask('tray.letGo', { story, ref: gone })
      const entries = await ask('tray.list', { story })
      return {
        json: entries,
        text: entries.length ? entries.map(entryText).join('\n') : 'Nothing is waiting in the tray.',
      }
    }
  },
}

const entryText = ({ ref, text, by, at, origin }: TrayEntry): string =>
  [
    `${ref}  ${at}  ${by.join(', ')}`,
    `    ${text.replaceAll('\n', '\n    ') || '(nothing in it can be read)'}`,
    `    ${origin}`,
  ].join('\n')
