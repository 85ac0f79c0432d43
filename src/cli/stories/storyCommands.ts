import { STATUS_MARKS, STATUS_WORDS } from '../../story/ledger/fact'
import { isFieldName, FIELD_NAMES, type Fields } from '../../story/ledger/fields'
import type { StorySummary, StoryView } from '../../story/requests/requests'
import { DOORS, isVersionKind, STAGES, VERSION_KINDS, type Door } from '../../story/ledger/stages'
import type { Finding } from '../../story/assessment/finding'
import { count, oneOf, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { quoted } from '../run/quoted'
import { replacementFrom } from './replacement'
import { defined } from '../../story/text/defined'

export const listCommand: CliCommand = {
  name: 'list',
  usage: '[--stage STAGE]',
  takes: [0, 0],
  options: { stage: 'text' },
  needs: 'read',
  about: `Lists the stories of the library. Stages: ${STAGES.join(', ')}.`,
  prepare: (args) => {
    const given = args.text('stage')
    const stage = given === undefined ? undefined : oneOf('stage', given, STAGES)
    return async (ask) => {
      const stories = await ask('story.list', stage === undefined ? {} : { stage })
      return { json: stories, text: stories.map(summaryLine).join('\n') }
    }
  },
}

const summaryLine = (story: StorySummary): string => {
  if (story.unavailable !== undefined) return `${story.id}  cannot be read: ${story.unavailable}`
  const facts = Object.entries(story.facts).map(
    ([status, n]) => `${n} ${STATUS_WORDS[status as keyof typeof STATUS_WORDS].toLowerCase()}`,
  )
  return `${story.id}  ${story.stage} v${story.version}  ${story.headline && story.slug ? `${story.slug}: ` : ''}${story.headline || story.slug || '(no headline)'}${facts.length ? `  [${facts.join(', ')}]` : ''}`
}

export const showCommand: CliCommand = {
  name: 'show',
  usage: 'ID',
  takes: [1, 1],
  options: {},
  needs: 'read',
  about: 'Shows a story: fields, copy, facts and how they stand.',
  prepare:
    ({ positionals: [story = ''] }) =>
    async (ask) => {
      const view = await ask('story.show', { story })
      return { json: view, text: viewText(view) }
    },
}

const commentLines = ({ comments }: StoryView): readonly string[] =>
  comments.length === 0
    ? []
    : [
        '',
        `Comments: ${comments.length}`,
        ...comments.flatMap(({ id, by, text, words, place, mustFix, assignee, resolved, replies }) => [
          `  ${resolved ? '✓' : mustFix ? '✕' : '·'} ${by}: ${text}  (${place === 'story' ? 'on the story' : place === 'orphan' ? `its words ${quoted(words ?? '')} are gone` : `on ${quoted(words ?? '')}`})${assignee === '' ? '' : `  for ${assignee}`}  ${id}`,
          ...replies.map((reply) => `      ${reply.by}: ${reply.text}`),
        ]),
      ]

function viewText(view: StoryView): string {
  const facts = view.facts.map(
    (fact) =>
      `  ${STATUS_MARKS[fact.status]} ${STATUS_WORDS[fact.status]}  ${fact.type}  ${quoted(fact.text)}  ${fact.id}${fact.reasons.length ? `  (${fact.reasons.join(', ')})` : ''}`,
  )
  return [
    `${view.id}  ${view.stage} v${view.version}  ${view.fields.slug}`,
    '',
    ...view.blocks.map(({ text }) => text),
    '',
    `Facts: ${view.facts.length}`,
    ...facts,
    ...commentLines(view),
  ].join('\n')
}

export const setCommand: CliCommand = {
  name: 'set',
  usage: 'ID FIELD VALUE',
  takes: [3, 3],
  options: {},
  needs: 'write',
  about: `Sets a field of a story. Fields: ${FIELD_NAMES.join(', ')}. Lists are separated by commas.`,
  prepare: ({ positionals: [story = '', field = '', value = ''] }) => {
    if (!isFieldName(field)) throw usage(`There is no field “${field}”. Known: ${FIELD_NAMES.join(', ')}.`)
    return async (ask) => {
      const { fields } = await ask('story.setField', { story, field, value })
      return { json: { fields }, text: `${field}: ${textOf(fields[field])}` }
    }
  },
}

const textOf = (value: Fields[keyof Fields]): string => (typeof value === 'string' ? value : JSON.stringify(value))

export const editCommand: CliCommand = {
  name: 'edit',
  usage: 'ID --replace OLD --with NEW [--nth N]',
  takes: [1, 1],
  options: { replace: 'text', with: 'text', nth: 'text' },
  needs: 'write',
  about:
    'Replaces exact text in the copy, an ordinary edit: facts lapse as in the window. Without --nth the text must stand there once.',
  prepare: (args) => {
    const [story = ''] = args.positionals
    const request = { story, ...replacementFrom(args) }
    return async (ask) => {
      const answer = await ask('copy.replace', request)
      return { json: answer, text: `Replaced “${request.replace}” by “${request.with}”.` }
    }
  },
}

export const moveCommand: CliCommand = {
  name: 'move',
  usage: 'ID STAGE [--kind KIND] [--reason TEXT] [--override REASON]',
  takes: [2, 2],
  options: { kind: 'text', reason: 'text', override: 'text' },
  needs: 'write',
  about: `Moves a story through the gate. Stages: ${STAGES.join(', ')}. Kinds of a next version: ${VERSION_KINDS.join(', ')}.`,
  prepare: (args) => {
    const [story = '', stage = ''] = args.positionals
    const to = oneOf('stage', stage, STAGES)
    const kind = args.text('kind')
    if (kind !== undefined && !isVersionKind(kind))
      throw usage(`There is no kind “${kind}”. Known: ${VERSION_KINDS.join(', ')}.`)
    const reason = args.text('reason')
    const override = args.text('override')
    const request = {
      story,
      to,
      ...defined({ kind, reason, override }),
    }
    return async (ask) => {
      const answer = await ask('story.move', request)
      return { json: answer, text: `${story} is ${answer.stage}, version ${answer.version}.` }
    }
  },
}

export const gateCommand: CliCommand = {
  name: 'gate',
  usage: '[--door DOOR] ID',
  takes: [1, 1],
  options: { door: 'text' },
  needs: 'read',
  about: `Says what blocks a story and what warns. Doors: ${DOORS.join(', ')}; without one the next door that asks something.`,
  prepare: (args) => {
    const [story = ''] = args.positionals
    const given = args.text('door')
    const asked = given === undefined ? undefined : oneOf('door', given, DOORS)
    return async (ask) => {
      const door = asked ?? nextDoor((await ask('story.show', { story })).stage)
      const { blocks, warns, overridden } = await ask('story.gate', { story, door })
      const lines = [
        ...blocks.map(({ message }) => `blocks: ${message}`),
        ...warns.map(({ message }) => `warns:  ${message}`),
        ...overridden.map(({ message }) => `overridden: ${message}`),
      ]
      return {
        json: {
          door,
          blocks: blocks.map(findingJson),
          warns: warns.map(findingJson),
          overridden: overridden.map(findingJson),
        },
        text: lines.length ? lines.join('\n') : 'Nothing blocks and nothing warns.',
      }
    }
  },
}

const nextDoor = (stage: StoryView['stage']): Door =>
  stage === 'cleared' || stage === 'published' ? 'publish' : 'clear'

const findingJson = ({ rule, where, message, key, overridable, dismissable }: Finding) => ({
  rule,
  where,
  message,
  key,
  overridable,
  dismissable,
})

export const searchCommand: CliCommand = {
  name: 'search',
  usage: 'QUERY [--limit N]',
  takes: [1, 1],
  options: { limit: 'text' },
  needs: 'read',
  about: 'Finds stories that hold all words of the query; case, accents and character width do not matter.',
  prepare: (args) => {
    const [query = ''] = args.positionals
    const limit = count(args, 'limit')
    return async (ask) => {
      const hits = await ask('story.search', limit === undefined ? { query } : { query, limit })
      return {
        json: hits,
        text: hits.map(({ id, headline, snippet }) => `${id}  ${headline}\n    ${snippet}`).join('\n'),
      }
    }
  },
}
