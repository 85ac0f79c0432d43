import { cliText } from '../../../catalogue/rooms/cli'
import type { PenView } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import { usage } from '../../run/arguments'
import type { CliCommand } from '../../run/command'
import { localMinute } from '../../../story/text/format/localMinute'

/** Says who has the pen of a story, gives it, takes it or lays it down. */
export const penCommand: CliCommand = {
  name: 'pen',
  get usage() {
    return cliText('pen.usage')
  },
  takes: [1, 1],
  options: { give: 'text', take: 'flag', 'lay-down': 'flag', reason: 'text' },
  needs: 'write',
  onlyShows: (args) => args.text('give') === undefined && !args.flag('take') && !args.flag('lay-down'),
  get about() {
    return cliText('pen.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const give = args.text('give')
    const [takes, laysDown] = [args.flag('take'), args.flag('lay-down')]
    const reason = args.text('reason')
    const asked = [give !== undefined, takes, laysDown].filter(Boolean).length
    if (asked > 1) throw usage(cliText('pen.oneOf'))
    if (give?.trim() === '') throw usage(cliText('pen.name'))
    if (asked === 0 && reason !== undefined) throw usage(cliText('pen.reasonAlone'))
    return async (ask) => {
      const { pen } =
        asked === 0
          ? await ask('story.show', { story })
          : await ask('story.movePen', { story, ...defined({ to: laysDown ? '' : give, reason }) })
      return { json: defined({ pen }), text: penLine(pen) }
    }
  },
}

/** “Ana has the pen, from Ben, since 2026-11-28 10:00.” */
export function penLine(pen: PenView | undefined): string {
  if (!pen) return cliText('pen.nobody')
  const { holder, from, at } = pen
  const since = localMinute(at)
  return cliText(holder === from ? 'pen.held' : 'pen.heldFrom', { holder, from, since })
}
