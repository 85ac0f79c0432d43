import { apartText } from '../../../catalogue/merging/apart'
import { cliText } from '../../../catalogue/rooms/cli'
import type { ApartEntry } from '../../../story/requests/exchange/apartRequests'
import { defined } from '../../../story/text/defined'
import { usage } from '../../run/arguments'
import type { Ask, CliCommand, CliResult } from '../../run/command'
import { localDay, localMinute } from '../../../story/text/format/localMinute'

/** Lists what stands apart in a story, takes it over or drops it. */
export const apartCommand: CliCommand = {
  name: 'apart',
  get usage() {
    return cliText('apart.usage')
  },
  takes: [1, 1],
  options: { all: 'flag', take: 'texts', drop: 'texts', 'drop-all': 'flag', reason: 'text' },
  needs: 'write',
  onlyShows: (args) => args.texts('take').length === 0 && args.texts('drop').length === 0 && !args.flag('drop-all'),
  get about() {
    return cliText('apart.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const [take, drop, dropsAll] = [args.texts('take'), args.texts('drop'), args.flag('drop-all')]
    const reason = args.text('reason')
    const asked = [take.length > 0, drop.length > 0, dropsAll, args.flag('all')].filter(Boolean).length
    if (asked > 1) throw usage(cliText('apart.oneOf'))
    const decides = asked > 0 && !args.flag('all')
    if (!decides && reason !== undefined) throw usage(cliText('apart.reasonAlone'))
    return async (ask) => {
      if (!decides) return listed(ask, story, args.flag('all'))
      // A dropped entry may still be taken over.
      const { entries, more } = await ask('story.apart', { story, ...(take.length > 0 ? { all: true } : {}) })
      const chosen = dropsAll ? entries : [...take, ...drop].map((given) => numbered(entries, given))
      if (chosen.length === 0) return { json: { decided: [], left: [] }, text: cliText('apart.none') }
      const verdict = take.length > 0 ? 'taken' : 'dropped'
      const answer = await ask('story.decideApart', {
        story,
        verdict,
        entries: chosen.map(({ hash, seen }) => ({ hash, ...defined({ seen }) })),
        ...defined({ reason }),
      })
      const number = new Map(entries.map(({ hash, n }) => [hash, n]))
      const left = answer.left.map(({ hash, why }) => cliText('apart.left', { n: number.get(hash) ?? '?', why }))
      return {
        json: answer,
        text: [
          ...(answer.decided.length > 0 ? [cliText('apart.decided', { count: answer.decided.length, verdict })] : []),
          ...(dropsAll ? moreLine(more) : []),
        ].join('\n'),
        ...(left.length > 0 ? { refused: left.join('\n') } : {}),
      }
    }
  },
}

function numbered(entries: readonly ApartEntry[], given: string): ApartEntry {
  const found = entries.find(({ n }) => String(n) === given)
  if (!found) throw usage(cliText('apart.number', { given }))
  return found
}

async function listed(ask: Ask, story: string, all: boolean): Promise<CliResult> {
  const answer = await ask('story.apart', { story, all })
  const { entries, more } = answer
  return {
    json: answer,
    text:
      entries.length === 0
        ? cliText('apart.none')
        : [cliText('apart.waits', { count: entries.length }), ...entries.flatMap(linesOf), ...moreLine(more)].join(
            '\n',
          ),
  }
}

const moreLine = (count: number | undefined): readonly string[] =>
  count === undefined ? [] : [cliText('apart.more', { count })]

const linesOf = (entry: ApartEntry): readonly string[] => {
  const { n, at, by, device, did, words, said, why, keep, decided } = entry
  return [
    `${String(n).padStart(5)}  ${localMinute(at)}  ${by}, ${device ?? apartText('unknownDevice')}: ${did}`,
    ...(words === undefined ? [] : [`       “${words}”`]),
    ...(said === undefined ? [] : [`       ${said}`]),
    `       ${why}`,
    ...(keep === undefined ? [] : [`       ${cliText('apart.keep', { why: keep })}`]),
    ...(decided
      ? [`       ${apartText(`decided.${decided.verdict}`, { by: decided.by, at: localDay(decided.at) })}`]
      : []),
  ]
}
