/** Alerts, responses to allegations, and the history. */
import { VERSION_KIND_WORDS } from '../../story/ledger/stages'
import { cliText } from '../../catalogue/rooms/cli'
import { basename, resolve } from 'node:path'
import { localMinute } from '../../story/text/format/localMinute'
import { writeExport } from '../../newsroom/exports/file/writeExport'
import type { Untold } from '../../story/ledger/leaving/corrections/corrections'
import type { ExportedHistory, HistoryRecord } from '../../story/requests/requests'
import { required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { freePath, refuseNoFile } from '../exports/freePath'
import { defined } from '../../story/text/defined'

export const alertCommand: CliCommand = {
  name: 'alert',
  get usage() {
    return cliText('alert.usage')
  },
  takes: [0, 0],
  options: { headline: 'text', slug: 'text' },
  needs: 'create',
  get about() {
    return cliText('alert.about')
  },
  prepare: (args) => {
    const request = { headline: required(args, 'headline'), slug: required(args, 'slug') }
    return async (ask) => {
      const { id } = await ask('story.alert', request)
      return { json: { id }, text: cliText('proofCommands.madeAlert', { id }) }
    }
  },
}

export const responseCommand: CliCommand = {
  name: 'response',
  get usage() {
    return cliText('response.usage')
  },
  takes: [2, 2],
  options: { who: 'text', how: 'text', when: 'text', reply: 'text' },
  needs: 'write',
  get about() {
    return cliText('response.about')
  },
  prepare: (args) => {
    const [story = '', fact = ''] = args.positionals
    const request = {
      story,
      fact,
      who: required(args, 'who'),
      how: required(args, 'how'),
      when: required(args, 'when'),
      reply: args.text('reply') ?? '',
    }
    return async (ask) => ({
      json: await ask('fact.response', request),
      text: cliText('proofCommands.noted', { fact }),
    })
  },
}

export const historyCommand: CliCommand = {
  name: 'history',
  get usage() {
    return cliText('history.usage')
  },
  takes: [1, 1],
  options: { fact: 'text', out: 'text', force: 'flag' },
  needs: 'read',
  get about() {
    return cliText('history.about')
  },
  prepare: (args, { cwd }) => {
    const [story = ''] = args.positionals
    const fact = args.text('fact')
    const out = args.text('out')
    refuseNoFile(out)
    if (out === undefined && args.flag('force')) throw usage(cliText('proofCommands.forceBelongsOut'))
    return async (ask) => {
      const path =
        out === undefined
          ? undefined
          : await freePath(resolve(cwd, out), args.flag('force'), () => Promise.resolve('history.json'))
      const history = await ask('story.exportHistory', {
        story,
        ...defined({ fact, saveAs: path === undefined ? undefined : basename(path) }),
      })
      const problems = history.chain.whole ? {} : { problems: [chainText(history)] }
      if (path === undefined) return { json: history, text: textOf(history), ...problems }
      await writeExport(path, new TextEncoder().encode(`${JSON.stringify(history, undefined, 2)}\n`))
      return {
        json: { path, entries: history.entries.length, chain: history.chain },
        text: cliText('proofCommands.wroteEntries', {
          count: history.entries.length,
          path,
          history: chainText(history),
        }),
        ...problems,
      }
    }
  },
}

const textOf = (history: ExportedHistory): string =>
  [
    ...history.entries.map(lineOf),
    chainText(history),
    ...(history.untold ?? []).map((open) => untoldText(history.story, open)),
  ].join('\n')

const untoldText = (story: string, { version, kind, destinations }: Untold): string =>
  cliText('proofCommands.notTold', {
    kind: VERSION_KIND_WORDS[kind],
    version,
    destinations: destinations.join(', '),
    story,
  })

function lineOf({ seq, at, by, did, words, before, after, notes, withheld }: HistoryRecord): string {
  const about = before === undefined ? (words === undefined ? '' : ` “${words}”`) : ` “${before}” → “${after ?? ''}”`
  const more = (notes.length > 0 ? ` (${notes.join('; ')})` : '') + (withheld ? cliText('proofCommands.withheld') : '')
  return `${String(seq).padStart(4)}  ${localMinute(at)}  ${by} ${did}${about}${more}`
}

const chainText = ({ chain }: ExportedHistory): string =>
  chain.whole
    ? cliText('proofCommands.chainEntriesWhole', { entries: chain.entries, slice: chain.head.slice(0, 12) })
    : cliText('proofCommands.chainBroken', { why: chain.trouble ?? '' })
