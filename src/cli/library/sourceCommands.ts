import { cliText } from '../../catalogue/rooms/cli'
import { isSoughtOnlyAsEntered, partsNotSought } from '../../story/desk/names/nameParts'
import {
  GROUND_RULES,
  GROUND_RULES_WORDS,
  SOURCE_KIND_WORDS,
  SOURCE_KINDS,
  type SourceWords,
} from '../../story/desk/source'
import { STATUS_WORDS } from '../../story/ledger/facts/fact'
import { type Arguments, oneOf, required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { quoted } from '../run/quoted'
import { tracesInWords } from '../../story/requests/library/tracesInWords'
import { defined } from '../../story/text/defined'

const SOURCE_OPTIONS = {
  'ground-rules': 'text',
  wording: 'text',
  description: 'text',
  alias: 'texts',
  contact: 'text',
  pooler: 'text',
  'pool-number': 'text',
  'derived-from': 'texts',
  'official-record': 'flag',
} as const
const sourceUsage = (): string => cliText('sourceCommands.options')

function sourceWordsOf(args: Arguments): Partial<SourceWords> {
  const rules = args.text('ground-rules')
  const words: Partial<Record<keyof SourceWords, unknown>> = {
    ...defined({
      groundRules: rules === undefined ? undefined : oneOf(cliText('sourceCommands.groundRules'), rules, GROUND_RULES),
    }),
    wording: args.text('wording'),
    description: args.text('description'),
    contact: args.text('contact'),
    pooler: args.text('pooler'),
    poolNumber: args.text('pool-number'),
    ...(args.texts('alias').length ? { aliases: args.texts('alias') } : {}),
    ...(args.texts('derived-from').length ? { derivedFrom: args.texts('derived-from') } : {}),
    ...(args.flag('official-record') ? { officialRecord: true } : {}),
  }
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Partial<SourceWords>
}

export const sourceAddCommand: CliCommand = {
  name: 'source add',
  get usage() {
    return cliText('sourceAdd.usage', { options: sourceUsage() })
  },
  takes: [0, 0],
  options: { ...SOURCE_OPTIONS, name: 'text', kind: 'text', protected: 'flag' },
  needs: 'create',
  get about() {
    return cliText('sourceAdd.about', { kinds: SOURCE_KINDS.join(', '), rules: GROUND_RULES.join(', ') })
  },
  prepare: (args) => {
    const request = {
      ...sourceWordsOf(args),
      name: required(args, 'name'),
      kind: oneOf(cliText('sourceCommands.kind'), required(args, 'kind'), SOURCE_KINDS),
      ...(args.flag('protected') ? { protected: true } : {}),
    }
    if (request.name.trim() === '') throw usage(cliText('sourceCommands.nameNeedsName'))
    return async (ask) => {
      const { id } = await ask('source.add', request)
      // Counted only: what a command prints stays in logs, and the parts tell the name.
      const aliases = request.aliases ?? []
      const notSought = request.protected ? partsNotSought({ ...request, aliases }).length : 0
      const added = cliText('sourceCommands.added', {
        source: request.protected ? cliText('sourceCommands.protectedSource') : request.name,
        id,
      })
      return {
        json: { id, ...(notSought > 0 ? { notSought } : {}) },
        text: [
          added,
          ...(request.protected && isSoughtOnlyAsEntered(request) ? [cliText('sourceCommands.notBare')] : []),
          ...(notSought > 0 ? [cliText('sourceCommands.notSought', { count: notSought, id })] : []),
        ].join('\n'),
      }
    }
  },
}

export const sourceListCommand: CliCommand = {
  name: 'source list',
  usage: '[WORDS]',
  takes: [0, 20],
  options: {},
  needs: 'read',
  get about() {
    return cliText('sourceList.about')
  },
  prepare:
    ({ positionals }) =>
    async (ask) => {
      const wanted = positionals.map((word) => word.toLowerCase())
      const found = (await ask('source.list', {})).filter((source) => {
        const text = [source.id, source.name, ...source.aliases, source.kind, SOURCE_KIND_WORDS[source.kind]]
          .join(' ')
          .toLowerCase()
        return wanted.every((word) => text.includes(word))
      })
      return {
        json: found,
        text: found
          .map(({ id, name, kind, groundRules }) => {
            const words = [SOURCE_KIND_WORDS[kind], GROUND_RULES_WORDS[groundRules]].map((word) => word.toLowerCase())
            return `${id}  ${[name, ...words].join(', ')}`
          })
          .join('\n'),
      }
    },
}

export const sourceEditCommand: CliCommand = {
  name: 'source edit',
  get usage() {
    return cliText('sourceEdit.usage', { options: sourceUsage() })
  },
  takes: [1, 1],
  options: {
    ...SOURCE_OPTIONS,
    name: 'text',
    kind: 'text',
    protect: 'flag',
    unprotect: 'flag',
    spelling: 'flag',
    reason: 'text',
  },
  needs: 'write',
  get about() {
    return cliText('sourceEdit.about')
  },
  prepare: (args) => {
    const [source = ''] = args.positionals
    const [name, kind, reason] = [args.text('name'), args.text('kind'), args.text('reason')]
    if (args.flag('protect') && args.flag('unprotect')) throw usage(cliText('sourceCommands.protectUnprotectBoth'))
    const request = {
      source,
      ...sourceWordsOf(args),
      ...defined({
        name,
        kind: kind === undefined ? undefined : oneOf(cliText('sourceCommands.kind'), kind, SOURCE_KINDS),
      }),
      ...(args.flag('protect') ? { protected: true } : args.flag('unprotect') ? { protected: false } : {}),
      ...(args.flag('spelling') ? { spelling: true } : {}),
      ...defined({ reason }),
    }
    const partsNote =
      request.protected && request.aliases === undefined ? [cliText('sourceCommands.partsNeedAlias')] : []
    return async (ask) => ({
      json: await ask('source.edit', request),
      text: [
        request.protected ? cliText('sourceCommands.changedProtected') : cliText('sourceCommands.changed', { source }),
        ...partsNote,
      ].join('\n'),
    })
  },
}

export const sourceMergeCommand: CliCommand = {
  name: 'source merge',
  get usage() {
    return cliText('sourceMerge.usage')
  },
  takes: [2, 2],
  options: {},
  needs: 'write',
  get about() {
    return cliText('sourceMerge.about')
  },
  prepare:
    ({ positionals: [source = '', into = ''] }) =>
    async (ask) => ({
      json: await ask('source.merge', { source, into }),
      text: cliText('sourceCommands.merged', { source, into }),
    }),
}

export const sourceDestroyCommand: CliCommand = {
  name: 'source destroy',
  get usage() {
    return cliText('sourceDestroy.usage')
  },
  takes: [1, 1],
  options: { reason: 'text' },
  needs: 'write',
  get about() {
    return cliText('sourceDestroy.about')
  },
  prepare: (args) => {
    const [source = ''] = args.positionals
    const reason = required(args, 'reason')
    return async (ask) => ({
      json: await ask('source.destroy', { source, reason }),
      text: cliText('sourceCommands.identityDestroyed', { source }),
    })
  },
}

export const sourceTracesCommand: CliCommand = {
  name: 'source traces',
  usage: 'SOURCE',
  takes: [1, 1],
  options: {},
  needs: 'read',
  get about() {
    return cliText('sourceTraces.about')
  },
  prepare:
    ({ positionals: [source = ''] }) =>
    async (ask) => {
      const traces = await ask('source.traces', { source })
      return { json: traces, text: tracesInWords(traces, source).join('\n') }
    },
}

export const sourceFactsCommand: CliCommand = {
  name: 'source facts',
  usage: 'SOURCE',
  takes: [1, 1],
  options: {},
  needs: 'read',
  get about() {
    return cliText('sourceFacts.about')
  },
  prepare:
    ({ positionals: [source = ''] }) =>
    async (ask) => {
      const facts = await ask('source.facts', { source })
      return {
        json: facts,
        text: facts
          .map(
            ({ story, headline, fact, words, status, locators }) =>
              `${story} ${fact}  ${STATUS_WORDS[status]}  ${quoted(words)}  ${locators.join(', ')}  (${headline})`,
          )
          .join('\n'),
      }
    },
}
