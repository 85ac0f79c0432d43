import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { blockRoleWords } from '../../../story/copy/describePlace'
import { shownStored } from '../../../story/history/storedText'
import { cliText } from '../../../catalogue/rooms/cli'
import type { BlockChange, Comparison } from '../../../story/requests/comparison'
import { STATUS_WORDS, type FactStatus } from '../../../story/ledger/facts/fact'
import type { SnapshotLine } from '../../../story/requests/snapshotLine'
import { required, usage } from '../../run/arguments'
import type { CliCommand } from '../../run/command'
import { quoted } from '../../run/quoted'
import { localMinute } from '../../../story/text/format/localMinute'
import { defined } from '../../../story/text/defined'

export const snapshotsCommand: CliCommand = {
  name: 'versions',
  get usage() {
    return cliText('snapshots.usage')
  },
  takes: [1, 2],
  options: {},
  needs: 'read',
  get about() {
    return cliText('snapshots.about')
  },
  prepare: ({ positionals: [story = '', n] }) => {
    const number = n === undefined ? undefined : numberOf(n)
    return async (ask) => {
      if (number !== undefined) {
        const view = await ask('version.show', { story, n: number })
        return { json: view, text: view.blocks.map(({ text }) => text).join('\n') }
      }
      const timeline = await ask('version.list', { story })
      const room = cliText('snapshotCommands.total', {
        count: timeline.versions.length,
        bytes: megabytes(timeline.bytes),
        limit: megabytes(timeline.limit),
      })
      return { json: timeline, text: [...timeline.versions.map(snapshotText), room].join('\n') }
    }
  },
}

export const snapshotCommand: CliCommand = {
  name: 'version',
  get usage() {
    return cliText('snapshot.usage')
  },
  takes: [1, 1],
  options: { name: 'text' },
  needs: 'write',
  get about() {
    return cliText('snapshot.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const name = required(args, 'name')
    if (name.trim() === '') throw usage(cliText('snapshotCommands.nameNeedsText'))
    return async (ask) => {
      const line = await ask('version.keep', { story, name })
      return { json: line, text: cliText('snapshotCommands.keptState', { n: line.n, name: line.name ?? '' }) }
    }
  },
}

export const compareCommand: CliCommand = {
  name: 'compare',
  get usage() {
    return cliText('compare.usage')
  },
  takes: [2, 3],
  options: {},
  needs: 'read',
  get about() {
    return cliText('compare.about')
  },
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
  get usage() {
    return cliText('restore.usage')
  },
  takes: [2, 2],
  options: { fields: 'flag' },
  needs: 'write',
  get about() {
    return cliText('restore.about')
  },
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
        text: cliText('snapshotCommands.restored', {
          n: request.n,
          facts: facts.length ? cliText('snapshotCommands.facts', { facts: facts.join(', ') }) : '',
          kept: answer.kept,
        }),
      }
    }
  },
}

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw usage(cliText('snapshotCommands.notAState', { text }))
  return Number(text)
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)

const snapshotText = ({ n, at, by, why, name, words, facts, trouble }: SnapshotLine): string =>
  trouble === undefined
    ? cliText('snapshotCommands.line', {
        n,
        at: localMinute(at),
        by,
        why: name === undefined ? shownStored(why) : `“${name}”`,
        words,
        facts,
      })
    : cliText('snapshotCommands.cannotRead', { n, why: trouble })

function comparisonText({ blocks, facts, fields, added, removed }: Comparison): string {
  return [
    cliText('snapshotCommands.wordsChanged', { added, removed }),
    ...blocks.filter(({ kind }) => kind !== 'same').map(blockText),
    ...facts.map(({ id, before, after }) =>
      cliText('snapshotCommands.fact', {
        id,
        before: before
          ? `${STATUS_WORDS[before.status]} ${quoted(before.text)}`
          : cliText('snapshotCommands.notTagged'),
        after: after ? `${STATUS_WORDS[after.status]} ${quoted(after.text)}` : cliText('snapshotCommands.gone'),
      }),
    ),
    ...fields.map(
      ({ field, before, after }) =>
        `${fieldWords(field)}: ${before || cliText('snapshotCommands.empty')} → ${after || cliText('snapshotCommands.empty')}`,
    ),
  ].join('\n')
}

/** In the notation of `wdiff`: [-removed-] {+added+}. */
function blockText({ kind, role, roleBefore, runs }: BlockChange): string {
  const words = runs
    .map((run) => (run.kind === 'same' ? run.text : run.kind === 'removed' ? `[-${run.text}-]` : `{+${run.text}+}`))
    .join('')
  const now = blockRoleWords(role)
  const what = roleBefore === undefined ? now : `${blockRoleWords(roleBefore)} → ${now}`
  return `${kind === 'moved' ? cliText('snapshotCommands.moved', { what }) : what}: ${words}`
}
