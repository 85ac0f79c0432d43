/** Alerts, responses to allegations, and the history. */
import { resolve } from 'node:path'
import { writeExport } from '../../newsroom/exports/writeExport'
import type { Untold } from '../../story/ledger/corrections'
import type { ExportedHistory, HistoryRecord } from '../../story/requests/requests'
import { required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { freePath } from '../exports/freePath'
import { defined } from '../../story/text/defined'

export const alertCommand: CliCommand = {
  name: 'alert',
  usage: '--headline TEXT --slug SLUG',
  takes: [0, 0],
  options: { headline: 'text', slug: 'text' },
  needs: 'create',
  about:
    'Makes an alert: a headline and a slug. Someone entitled who is not its author clears it at once: stet move ID cleared --as NAME.',
  prepare: (args) => {
    const request = { headline: required(args, 'headline'), slug: required(args, 'slug') }
    return async (ask) => {
      const { id } = await ask('story.alert', request)
      return { json: { id }, text: `Made the alert ${id}.` }
    }
  },
}

export const responseCommand: CliCommand = {
  name: 'response',
  usage: 'ID FACT --who WHOM --how HOW --when WHEN [--reply TEXT]',
  takes: [2, 2],
  options: { who: 'text', how: 'text', when: 'text', reply: 'text' },
  needs: 'write',
  about: 'Notes that a response to an allegation was sought, and the reply; without --reply it is awaited.',
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
    return async (ask) => ({ json: await ask('fact.response', request), text: `Noted for ${fact}.` })
  },
}

export const historyCommand: CliCommand = {
  name: 'history',
  usage: 'ID [--fact FACT] [--out PATH [--force]]',
  takes: [1, 1],
  options: { fact: 'text', out: 'text', force: 'flag' },
  needs: 'read',
  about:
    'Prints the history of a story, or of one fact, and whether its chain is whole; --out writes it to a file as JSON (history.json in a folder); one with something in it is replaced with --force only. Protected sources read “Source A”; what legal wrote stays on the desk.',
  prepare: (args, { cwd }) => {
    const [story = ''] = args.positionals
    const fact = args.text('fact')
    const out = args.text('out')
    if (out === '') throw usage('--out needs a path.')
    if (out === undefined && args.flag('force')) throw usage('--force belongs to --out.')
    return async (ask) => {
      const path =
        out === undefined
          ? undefined
          : await freePath(resolve(cwd, out), args.flag('force'), () => Promise.resolve('history.json'))
      const history = await ask('story.exportHistory', { story, ...defined({ fact }) })
      if (path === undefined) return { json: history, text: textOf(history) }
      await writeExport(path, new TextEncoder().encode(`${JSON.stringify(history, undefined, 2)}\n`))
      return {
        json: { path, entries: history.entries.length, chain: history.chain },
        text: `Wrote ${history.entries.length} entries to ${path}. ${chainText(history)}`,
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
  `Not told of the ${kind} in version ${version}: ${destinations.join(', ')}. “stet correction ${story} --version ${version} --notices” prints what to send.`

function lineOf({ seq, at, by, did, words, before, after, notes, withheld }: HistoryRecord): string {
  const about = before === undefined ? (words === undefined ? '' : ` “${words}”`) : ` “${before}” → “${after ?? ''}”`
  return `${String(seq).padStart(4)}  ${at}  ${by} ${did}${about}${notes.length ? ` (${notes.join('; ')})` : ''}${withheld ? ' (legal’s words withheld)' : ''}`
}

const chainText = ({ chain }: ExportedHistory): string =>
  chain.whole
    ? `The chain of ${chain.entries} entries is whole (${chain.head.slice(0, 12)}).`
    : `The chain is broken: ${chain.trouble ?? ''}.`
