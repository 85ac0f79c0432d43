import { cliText } from '../../catalogue/rooms/cli'
import type { KillView } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { localMinute } from '../../story/text/format/localMinute'
import { usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { toldLines, notedTold, noticesFor, toldIn } from './told'

export const killCommand: CliCommand = {
  name: 'kill',
  get usage() {
    return cliText('kill.usage')
  },
  takes: [1, 1],
  options: { text: 'text', notices: 'flag', told: 'text', how: 'text', undo: 'flag' },
  needs: 'write',
  onlyShows: (args) => args.text('text') === undefined && args.text('told') === undefined,
  get about() {
    return cliText('kill.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const text = args.text('text')
    const { destination, how, undo } = toldIn(args)
    if ([text !== undefined, args.flag('notices'), destination !== undefined].filter(Boolean).length > 1)
      throw usage(cliText('killCommand.oneAtATime'))
    return async (ask) => {
      if (text !== undefined) {
        const answer = await ask('story.move', { story, to: 'killed', reason: text })
        const view = await ask('kill.show', { story })
        return { json: answer, text: [cliText('killCommand.done'), ...view.keptBack, ...noFile(view)].join('\n') }
      }
      if (destination !== undefined) {
        const answer = await ask('kill.told', { story, destination, ...defined({ how }), ...(undo ? { undo } : {}) })
        return { json: answer, text: notedTold(undo, destination) }
      }
      const view = await ask('kill.show', { story })
      return { json: view, text: args.flag('notices') ? noticesOf(view) : textOf(view) }
    }
  },
}

function noticesOf(view: KillView): string {
  const { kill, destinations } = view
  if (!kill) return cliText('killCommand.notKilled')
  return [...(destinations.length === 0 ? [] : [noticesFor(destinations)]), ...nowhereElse(view)].join('\n')
}

const noFile = ({ unread }: KillView): readonly string[] =>
  unread === undefined ? [] : [cliText('killCommand.noFile', { why: unread })]

/** Where the story went beside the places that are known. */
const nowhereElse = ({ mayBeElsewhere, destinations }: KillView): readonly string[] =>
  mayBeElsewhere
    ? [cliText('killCommand.mayBeElsewhere')]
    : destinations.length === 0
      ? [cliText('killCommand.nowhere')]
      : []

function textOf(view: KillView): string {
  const { kill, keptBack, destinations } = view
  const { by = '', at = '', version = 1, text = '' } = kill ?? {}
  return [
    ...(kill
      ? [
          cliText('killCommand.heading', { by, at: localMinute(at), version }),
          `${cliText('killCommand.text')}: ${text}`,
        ]
      : [cliText('killCommand.notKilled')]),
    ...keptBack,
    ...toldLines(destinations),
    ...nowhereElse(view),
    ...noFile(view),
  ].join('\n')
}
