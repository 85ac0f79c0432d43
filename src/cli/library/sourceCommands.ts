import { partsNotSought } from '../../story/desk/nameParts'
import {
  GROUND_RULES,
  GROUND_RULES_WORDS,
  SOURCE_KIND_WORDS,
  SOURCE_KINDS,
  type SourceWords,
} from '../../story/desk/source'
import { STATUS_WORDS } from '../../story/ledger/fact'
import { type Arguments, oneOf, required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { quoted } from '../run/quoted'
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
const SOURCE_USAGE =
  '[--ground-rules RULES] [--wording TEXT] [--description TEXT] [--alias NAME]… [--contact TEXT] [--pooler NAME] [--pool-number N] [--derived-from SOURCE]… [--official-record]'

function sourceWordsOf(args: Arguments): Partial<SourceWords> {
  const rules = args.text('ground-rules')
  const words: Partial<Record<keyof SourceWords, unknown>> = {
    ...defined({ groundRules: rules === undefined ? undefined : oneOf('ground rules', rules, GROUND_RULES) }),
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
  usage: `--name NAME --kind KIND [--protected] ${SOURCE_USAGE}`,
  takes: [0, 0],
  options: { ...SOURCE_OPTIONS, name: 'text', kind: 'text', protected: 'flag' },
  needs: 'create',
  about: `Adds a source to the library's source book. Kinds: ${SOURCE_KINDS.join(', ')}. Ground rules: ${GROUND_RULES.join(', ')}.`,
  prepare: (args) => {
    const request = {
      ...sourceWordsOf(args),
      name: required(args, 'name'),
      kind: oneOf('kind of source', required(args, 'kind'), SOURCE_KINDS),
      ...(args.flag('protected') ? { protected: true } : {}),
    }
    if (request.name.trim() === '') throw usage('--name needs a name.')
    return async (ask) => {
      const { id } = await ask('source.add', request)
      const aliases = request.aliases ?? []
      const notSought = request.protected ? partsNotSought({ ...request, aliases }) : []
      const added = `Added ${request.protected ? 'a protected source' : request.name} as ${id}.`
      return {
        json: { id, ...(notSought.length ? { notSought } : {}) },
        text: [added, ...toldAlone(id, notSought, aliases)].join('\n'),
      }
    }
  },
}

/** What copy may say of a protected person unnoticed; whether it is looked for is the person's to decide. */
function toldAlone(id: string, parts: readonly string[], aliases: readonly string[]): readonly string[] {
  if (parts.length === 0) return []
  const options = [...aliases, ...parts].map((alias) => `--alias "${alias}"`).join(' ')
  return [
    `Not looked for alone: ${parts.map((part) => `“${part}”`).join(', ')}. To look for all of them, also where they mean somebody else: stet source edit ${id} ${options}`,
  ]
}

export const sourceListCommand: CliCommand = {
  name: 'source list',
  usage: '[WORDS]',
  takes: [0, 20],
  options: {},
  needs: 'read',
  about:
    'Lists the source book; with words only sources that hold them. Protected sources read “Source A”, here as everywhere outside the window.',
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
          .map(
            ({ id, name, kind, groundRules }) =>
              `${id}  ${name}, ${SOURCE_KIND_WORDS[kind].toLowerCase()}, ${GROUND_RULES_WORDS[groundRules].toLowerCase()}`,
          )
          .join('\n'),
      }
    },
}

export const sourceEditCommand: CliCommand = {
  name: 'source edit',
  usage: `SOURCE [--name NAME] [--kind KIND] [--protect | --unprotect] [--reason TEXT] ${SOURCE_USAGE}`,
  takes: [1, 1],
  options: { ...SOURCE_OPTIONS, name: 'text', kind: 'text', protect: 'flag', unprotect: 'flag', reason: 'text' },
  needs: 'write',
  about:
    'Changes a source (by id, or by name as “stet source list” shows it). Other ground rules send every fact that rests on it to re-check. What weakens protection needs --reason, and someone whose stories do not rest on the source.',
  prepare: (args) => {
    const [source = ''] = args.positionals
    const [name, kind, reason] = [args.text('name'), args.text('kind'), args.text('reason')]
    if (args.flag('protect') && args.flag('unprotect')) throw usage('--protect or --unprotect, not both.')
    const request = {
      source,
      ...sourceWordsOf(args),
      ...defined({ name, kind: kind === undefined ? undefined : oneOf('kind of source', kind, SOURCE_KINDS) }),
      ...(args.flag('protect') ? { protected: true } : args.flag('unprotect') ? { protected: false } : {}),
      ...defined({ reason }),
    }
    const partsNote =
      request.protected && request.aliases === undefined
        ? ['A part of the name is looked for alone only when it is an alias: --alias NAME, with the aliases there are.']
        : []
    return async (ask) => ({
      json: await ask('source.edit', request),
      text: [`Changed ${source}.`, ...partsNote].join('\n'),
    })
  },
}

export const sourceMergeCommand: CliCommand = {
  name: 'source merge',
  usage: 'SOURCE INTO',
  takes: [2, 2],
  options: {},
  needs: 'write',
  about:
    'Makes two entries of the source book one (by id or name): facts that rest on SOURCE rest on INTO, and its names become aliases.',
  prepare:
    ({ positionals: [source = '', into = ''] }) =>
    async (ask) => ({ json: await ask('source.merge', { source, into }), text: `${source} is ${into} now.` }),
}

export const sourceDestroyCommand: CliCommand = {
  name: 'source destroy',
  usage: 'SOURCE --reason TEXT',
  takes: [1, 1],
  options: { reason: 'text' },
  needs: 'write',
  about:
    'Destroys the identity of a protected source (by id or pseudonym); its pseudonym and what was signed stay. Nothing brings it back. Captured files and backups are not touched.',
  prepare: (args) => {
    const [source = ''] = args.positionals
    const reason = required(args, 'reason')
    return async (ask) => ({
      json: await ask('source.destroy', { source, reason }),
      text: `The identity of ${source} is destroyed.`,
    })
  },
}

export const sourceFactsCommand: CliCommand = {
  name: 'source facts',
  usage: 'SOURCE',
  takes: [1, 1],
  options: {},
  needs: 'read',
  about: 'Lists every fact of every story that rests on a source (by id, or by name as “stet source list” shows it).',
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
