import { openVersionWords } from '../../story/ledger/leaving/openVersion'
import { cliText } from '../../catalogue/rooms/cli'
import { readImport } from '../../newsroom/stories/create/readImport'
import type { DerivedInput } from '../../story/ledger/facts/derivation'
import { NewsroomError, type QueueItem } from '../../story/requests/requests'
import { count, required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { quoted } from '../run/quoted'
import { defined } from '../../story/text/defined'

export const queriesCommand: CliCommand = {
  name: 'queries',
  get usage() {
    return cliText('queries.usage')
  },
  takes: [1, 1],
  options: { to: 'text' },
  needs: 'read',
  get about() {
    return cliText('queries.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const addressee = args.text('to')
    return async (ask) => {
      const answer = await ask('query.list', { story, ...defined({ addressee }) })
      return { json: answer, text: answer.text || cliText('queryCommands.noQueryOpen') }
    }
  },
}

export const answerCommand: CliCommand = {
  name: 'answer',
  get usage() {
    return cliText('answer.usage')
  },
  takes: [1, 1],
  options: { text: 'text', file: 'text' },
  needs: 'write',
  get about() {
    return cliText('answer.about')
  },
  prepare: (args, { cwd }) => {
    const [story = ''] = args.positionals
    const given = args.text('text')
    const path = args.text('file')
    if ((given === undefined) === (path === undefined)) throw usage(cliText('queryCommands.textOrFile'))
    return async (ask) => {
      const answer = await ask('query.answers', { story, text: given ?? (await textOf(path ?? '', cwd)) })
      const lost =
        answer.unmatched.length > 0 ? cliText('queryCommands.notFiled', { answers: answer.unmatched.join(' ') }) : ''
      return {
        json: answer,
        text: [
          cliText('queryCommands.filed', {
            count: answer.answered.length,
            numbers: answer.answered.map(({ number }) => number).join(', '),
            lost,
          }),
          ...answer.answered.map(({ number, words, text }) => `  ${number}. ${quoted(words)}: ${text}`),
        ].join('\n'),
      }
    }
  },
}

async function textOf(path: string, cwd: string): Promise<string> {
  const file = await readImport(path, cwd)
  if ('problem' in file) throw new NewsroomError('failed', cliText('queryCommands.notRead', { path, why: file.why }))
  return new TextDecoder().decode(file.bytes)
}

/** Lines of a queue that are printed unless another number is asked for. */
const USUAL_LINES = 50

export const queueCommand: CliCommand = {
  name: 'queue',
  get usage() {
    return cliText('queue.usage')
  },
  takes: [0, 0],
  options: { limit: 'text', all: 'flag' },
  needs: 'read',
  asker: 'required',
  get about() {
    return cliText('queue.about', { lines: USUAL_LINES })
  },
  prepare: (args) => {
    const given = count(args, 'limit')
    if (given !== undefined && args.flag('all')) throw usage(cliText('queryCommands.limitOrAll'))
    // A program that reads JSON would take a part for the whole.
    const isWhole = args.flag('all') || args.flag('json')
    const limit = given ?? (isWhole ? undefined : USUAL_LINES)
    return async (ask) => {
      const { items, total } = await ask('desk.queue', defined({ limit }))
      const more = total - items.length
      const lines = [...items.map(queueLine), ...(more > 0 ? [cliText('queryCommands.moreWait', { count: more })] : [])]
      return { json: items, text: lines.join('\n') || cliText('queryCommands.nothingWaitsYou') }
    }
  },
}

/** One line. The ids that the next command needs are at its end, so that the columns before them stay. */
function queueLine(item: QueueItem): string {
  const { kind, story, headline, words, note, fact, comment } = item
  const about = [note, openVersionWords(item)].filter(Boolean).join('; ')
  const line = `${kind}  ${headline}${words === headline ? '' : `: ${words}`}${about === '' ? '' : ` (${about})`}`
  return [line.replace(/\s*\n\s*/g, ' '), story, fact, comment].filter(Boolean).join('  ')
}

export const translateCommand: CliCommand = {
  name: 'translate',
  get usage() {
    return cliText('translate.usage')
  },
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
  get about() {
    return cliText('translate.about')
  },
  prepare: (args) => {
    const [story = '', fact = ''] = args.positionals
    if (args.flag('none'))
      return async (ask) => ({
        json: await ask('fact.translate', { story, fact }),
        text: cliText('queryCommands.noTranslation', { fact }),
      })
    const secondReader = args.text('second-reader')
    const translation = {
      original: required(args, 'original'),
      language: required(args, 'language'),
      translator: args.text('translator') ?? '',
      ...defined({ secondReader }),
      ...(args.flag('interpreter') ? { officialInterpreter: true } : {}),
    }
    if (translation.translator === '' && !args.flag('interpreter'))
      throw usage(cliText('queryCommands.translatorNeededWhoTranslated'))
    return async (ask) => ({
      json: await ask('fact.translate', { story, fact, translation }),
      text: cliText('queryCommands.notedOriginalWords', { fact }),
    })
  },
}

export const deriveCommand: CliCommand = {
  name: 'derive',
  get usage() {
    return cliText('derive.usage')
  },
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
  get about() {
    return cliText('derive.about')
  },
  prepare: (args) => {
    const [story = '', fact = ''] = args.positionals
    if (args.flag('none'))
      return async (ask) => ({
        json: await ask('fact.derive', { story, fact }),
        text: cliText('queryCommands.noWorking', { fact }),
      })
    const rate = args.text('rate')
    for (const option of ['rate-source', 'rate-date'])
      if (rate === undefined && args.text(option) !== undefined)
        throw usage(cliText('queryCommands.rateMissing', { option }))
    const rounded = args.text('rounded-to')
    if (rounded !== undefined && !(Number(rounded) > 0)) throw usage(cliText('queryCommands.notAStep', { rounded }))
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
        text: answer.agrees
          ? cliText('queryCommands.agrees', { shown: answer.shown })
          : cliText('queryCommands.differs', { shown: answer.shown }),
      }
    }
  },
}

function readInput(text: string): DerivedInput {
  const [, name, value = ''] = /^(\p{L}[\p{L}\p{N}]*)=(.*)$/su.exec(text) ?? []
  if (name === undefined) throw usage(cliText('queryCommands.notAnInput', { text }))
  return value.startsWith('@') ? { name, value: '', fact: value.slice(1) } : { name, value }
}
