import { readImport } from '../../newsroom/stories/readImport'
import type { DerivedInput } from '../../story/ledger/derivation'
import { NewsroomError } from '../../story/requests/requests'
import { required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'

export const queriesCommand: CliCommand = {
  name: 'queries',
  usage: 'ID [--to NAME]',
  takes: [1, 1],
  options: { to: 'text' },
  needs: 'read',
  about:
    'Prints the open queries of a story as numbered text for a message; with --to only those to one person. A number stays the query’s for good.',
  prepare: (args) => {
    const [story = ''] = args.positionals
    const addressee = args.text('to')
    return async (ask) => {
      const answer = await ask('query.list', { story, ...defined({ addressee }) })
      return { json: answer, text: answer.text || 'No query is open.' }
    }
  },
}

export const answerCommand: CliCommand = {
  name: 'answer',
  usage: 'ID (--text TEXT | --file FILE)',
  takes: [1, 1],
  options: { text: 'text', file: 'text' },
  needs: 'write',
  about:
    'Files numbered answers: each fact is to check again, flagged “answered”. Lines without the number of an open query are told.',
  prepare: (args, { cwd }) => {
    const [story = ''] = args.positionals
    const given = args.text('text')
    const path = args.text('file')
    if ((given === undefined) === (path === undefined)) throw usage('Give the answers with --text or with --file.')
    return async (ask) => {
      const answer = await ask('query.answers', { story, text: given ?? (await textOf(path ?? '', cwd)) })
      const lost = answer.unmatched.length > 0 ? `\nNot filed, without a number: ${answer.unmatched.join(' ')}` : ''
      return {
        json: answer,
        text: `${answer.answered.length} filed: ${answer.answered.map(({ number }) => number).join(', ')}.${lost}`,
      }
    }
  },
}

async function textOf(path: string, cwd: string): Promise<string> {
  const file = await readImport(path, cwd)
  if ('trouble' in file)
    throw new NewsroomError('failed', file.trouble.replace(' was not imported: ', ' was not read: '))
  return new TextDecoder().decode(file.bytes)
}

export const queueCommand: CliCommand = {
  name: 'queue',
  usage: '',
  takes: [0, 0],
  options: {},
  needs: 'read',
  about:
    'Lists what waits for you in every story: stories sent back to you, questions to you, answers to your questions, your sign-offs that lapsed, stories assigned to you.',
  prepare: () => async (ask) => {
    const items = await ask('desk.queue', {})
    return {
      json: items,
      text:
        items
          .map(({ kind, headline, words, note }) => `${kind}  ${headline}: ${words}${note === '' ? '' : ` (${note})`}`)
          .join('\n') || 'Nothing waits for you.',
    }
  },
}

export const translateCommand: CliCommand = {
  name: 'translate',
  usage: 'ID FACT (--original TEXT --language TAG --translator NAME [--second-reader NAME | --interpreter] | --none)',
  takes: [2, 2],
  options: {
    original: 'text',
    language: 'text',
    translator: 'text',
    'second-reader': 'text',
    interpreter: 'flag',
    none: 'flag',
  },
  needs: 'write',
  about:
    'Notes the original words of a translated quote; the transcript is then asked about those. Editing either side lapses the fact. The second reader runs it too, with the same words and their own name.',
  prepare: (args) => {
    const [story = '', fact = ''] = args.positionals
    if (args.flag('none'))
      return async (ask) => ({ json: await ask('fact.translate', { story, fact }), text: `${fact} is no translation.` })
    const secondReader = args.text('second-reader')
    const translation = {
      original: required(args, 'original'),
      language: required(args, 'language'),
      translator: args.text('translator') ?? '',
      ...defined({ secondReader }),
      ...(args.flag('interpreter') ? { officialInterpreter: true } : {}),
    }
    if (translation.translator === '' && !args.flag('interpreter'))
      throw usage('--translator is needed: who translated it?')
    return async (ask) => ({
      json: await ask('fact.translate', { story, fact, translation }),
      text: `Noted the original words of ${fact}.`,
    })
  },
}

export const deriveCommand: CliCommand = {
  name: 'derive',
  usage:
    'ID FACT (--expression TEXT --input NAME=VALUE… [--rate VALUE --rate-source TEXT --rate-date DATE] [--rounded-to STEP] | --none)',
  takes: [2, 2],
  options: {
    expression: 'text',
    input: 'texts',
    rate: 'text',
    'rate-source': 'text',
    'rate-date': 'text',
    'rounded-to': 'text',
    none: 'flag',
  },
  needs: 'write',
  about:
    'Notes how a figure was worked out and holds it against the words. A value is a figure, a time, a date, or @FACT for another fact’s words; + - * / ( ), minutes, days, years, change and share of two.',
  prepare: (args) => {
    const [story = '', fact = ''] = args.positionals
    if (args.flag('none'))
      return async (ask) => ({ json: await ask('fact.derive', { story, fact }), text: `${fact} is not worked out.` })
    const rate = args.text('rate')
    const rounded = args.text('rounded-to')
    if (rounded !== undefined && !(Number(rounded) > 0))
      throw usage(`--rounded-to takes a number above zero, not “${rounded}”.`)
    const derivation = {
      expression: required(args, 'expression'),
      inputs: args.texts('input').map(readInput),
      ...(rate === undefined
        ? {}
        : { rate: { value: rate, source: required(args, 'rate-source'), date: required(args, 'rate-date') } }),
      ...defined({ roundedTo: rounded === undefined ? undefined : Number(rounded) }),
    }
    return async (ask) => {
      const answer = await ask('fact.derive', { story, fact, derivation })
      return {
        json: answer,
        text: answer.agrees ? `Gives ${answer.shown}, as the words say.` : `Does not agree: ${answer.shown}.`,
      }
    }
  },
}

function readInput(text: string): DerivedInput {
  const [, name, value = ''] = /^(\p{L}[\p{L}\p{N}]*)=(.*)$/su.exec(text) ?? []
  if (name === undefined) throw usage(`--input takes NAME=VALUE, not “${text}”.`)
  return value.startsWith('@') ? { name, value: '', fact: value.slice(1) } : { name, value }
}
