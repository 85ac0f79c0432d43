import { cliText } from '../../../catalogue/rooms/cli'
import { mergeReportText } from '../../../catalogue/merging/mergeReport'
import type { SinceItem } from '../../../story/requests/exchange/sinceRequests'
import { handedOverWords, sinceTitle } from '../../../story/requests/exchange/sinceWords'
import { usage } from '../../run/arguments'
import type { CliCommand } from '../../run/command'

export const sinceCommand: CliCommand = {
  name: 'since',
  get usage() {
    return cliText('since.usage')
  },
  takes: [1, 1],
  options: { 'put-back': 'text', there: 'flag', suggest: 'flag' },
  needs: 'write',
  onlyShows: (args) => args.text('put-back') === undefined,
  get about() {
    return cliText('since.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const wanted = args.text('put-back')
    const suggest = args.flag('suggest')
    const there = args.flag('there')
    if (wanted === undefined && (suggest || there)) throw usage(cliText('since.suggestWhat'))
    return async (ask) => {
      if (wanted !== undefined)
        await ask('story.putBackSince', {
          story,
          item: wanted,
          ...(there ? { there } : {}),
          ...(suggest ? { suggest } : {}),
        })
      const since = await ask('story.sinceHandedOver', { story })
      return { json: since, text: [handedOverWords(since), ...since.items.flatMap(linesOf)].join('\n') }
    }
  },
}

const linesOf = (item: SinceItem): readonly string[] => [
  `${item.key}  ${sinceTitle(item)}`,
  ...(item.kind === 'words'
    ? [
        ...(item.twice ? [`    = ${item.twice.was}`] : []),
        ...(item.before === '' ? [] : [`    - ${item.before}`]),
        ...(item.twice ? [`    ${mergeReportText('since.there')} ${item.twice.there}`] : []),
        ...(item.after === '' ? [] : [`    + ${item.after}`]),
      ]
    : []),
]
