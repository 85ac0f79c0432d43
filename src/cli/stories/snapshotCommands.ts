import type { BlockChange, Comparison } from '../../story/requests/comparison'
import { STATUS_WORDS, type FactStatus } from '../../story/ledger/fact'
import type { SnapshotLine } from '../../story/requests/snapshotLine'
import { required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { quoted } from '../run/quoted'
import { defined } from '../../story/text/defined'

export const snapshotsCommand: CliCommand = {
  name: 'versions',
  usage: 'ID [N]',
  takes: [1, 2],
  options: {},
  needs: 'read',
  about:
    'Lists the kept states of a story, newest first: one of each move and export, those kept by name, and autosaved ones. With N it shows that one.',
  prepare: ({ positionals: [story = '', n] }) => {
    const number = n === undefined ? undefined : numberOf(n)
    return async (ask) => {
      if (number !== undefined) {
        const view = await ask('version.show', { story, n: number })
        return { json: view, text: view.blocks.map(({ text }) => text).join('\n') }
      }
      const timeline = await ask('version.list', { story })
      const room = `${timeline.versions.length} kept states, ${megabytes(timeline.bytes)} of ${megabytes(timeline.limit)} MB`
      return { json: timeline, text: [...timeline.versions.map(snapshotText), room].join('\n') }
    }
  },
}

export const snapshotCommand: CliCommand = {
  name: 'version',
  usage: 'ID --name NAME',
  takes: [1, 1],
  options: { name: 'text' },
  needs: 'write',
  about: 'Keeps the story as it stands, under a name. It stays until you delete the story.',
  prepare: (args) => {
    const [story = ''] = args.positionals
    const name = required(args, 'name')
    return async (ask) => {
      const line = await ask('version.keep', { story, name })
      return { json: line, text: `Kept as state ${line.n}, “${line.name ?? ''}”.` }
    }
  },
}

export const compareCommand: CliCommand = {
  name: 'compare',
  usage: 'ID A [B]',
  takes: [2, 3],
  options: {},
  needs: 'read',
  about: 'Compares two kept states of a story, or state A with the copy as it stands now: words, facts and fields.',
  prepare: ({ positionals: [story = '', from = '', to] }) => {
    const request = { story, from: numberOf(from), ...defined({ to: to === undefined ? undefined : numberOf(to) }) }
    return async (ask) => {
      const comparison = await ask('version.compare', request)
      return { json: comparison, text: comparisonText(comparison) }
    }
  },
}

export const restoreCommand: CliCommand = {
  name: 'restore',
  usage: 'ID N [--fields]',
  takes: [2, 2],
  options: { fields: 'flag' },
  needs: 'write',
  about:
    'Puts the words of kept state N back as a new edit; what stands there now is kept first. Facts keep their history and are judged anew. With --fields the fields come back too.',
  prepare: (args) => {
    const [story = '', n = ''] = args.positionals
    const request = { story, n: numberOf(n), ...(args.flag('fields') ? { fields: true } : {}) }
    return async (ask) => {
      const answer = await ask('version.restore', request)
      const facts = Object.entries(answer.facts).map(
        ([status, count]) => `${count} ${STATUS_WORDS[status as FactStatus].toLowerCase()}`,
      )
      return {
        json: answer,
        text: `State ${request.n} is back${facts.length ? `; facts: ${facts.join(', ')}` : ''}. What stood there is state ${answer.kept}.`,
      }
    }
  },
}

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw usage(`A kept state is a whole number from 1, not “${text}”. “stet versions ID” lists them.`)
  return Number(text)
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)

const snapshotText = ({ n, at, by, why, name, words, facts, trouble }: SnapshotLine): string =>
  trouble === undefined
    ? `${n}  ${at}  ${by}  ${name === undefined ? why : `“${name}”`}  (${words} words, ${facts} facts)`
    : `${n}  cannot be read: ${trouble}`

function comparisonText({ blocks, facts, fields, added, removed }: Comparison): string {
  return [
    `${added} words in, ${removed} words out`,
    ...blocks.filter(({ kind }) => kind !== 'same').map(blockText),
    ...facts.map(
      ({ id, before, after }) =>
        `fact ${id}: ${before ? `${STATUS_WORDS[before.status]} ${quoted(before.text)}` : '(not tagged)'} → ${after ? `${STATUS_WORDS[after.status]} ${quoted(after.text)}` : '(gone)'}`,
    ),
    ...fields.map(({ field, before, after }) => `${field}: ${before || '(empty)'} → ${after || '(empty)'}`),
  ].join('\n')
}

/** As `wdiff` writes it: [-out-] {+in+}. */
function blockText({ kind, role, roleBefore, runs }: BlockChange): string {
  const words = runs
    .map((run) => (run.kind === 'same' ? run.text : run.kind === 'removed' ? `[-${run.text}-]` : `{+${run.text}+}`))
    .join('')
  return `${kind === 'moved' ? 'moved ' : ''}${roleBefore === undefined ? role : `${roleBefore} → ${role}`}: ${words}`
}
