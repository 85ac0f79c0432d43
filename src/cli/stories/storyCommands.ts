import { STAGE_WORDS } from '../../story/ledger/stages'
import { resolve } from 'node:path'
import { cliText } from '../../catalogue/rooms/cli'
import { STATUS_MARKS, STATUS_WORDS } from '../../story/ledger/facts/fact'
import { fieldText, isFieldName, FIELD_NAMES, type FieldName, type Fields } from '../../story/ledger/fields'
import { parseQuery } from '../../story/query/parseQuery'
import { FILTERS } from '../../story/query/storyQuery'
import { STORY_SORTS } from '../../story/requests/library/listRequests'
import { shownStored } from '../../story/history/storedText'
import type { StorySummary, StoryView } from '../../story/requests/requests'
import { DOORS, isVersionKind, STAGES, VERSION_KINDS, type Door } from '../../story/ledger/stages'
import type { Finding } from '../../story/assessment/finding'
import { count, oneOf, pathsIn, seenIn, usage } from '../run/arguments'
import type { Ask, CliCommand, CliResult } from '../run/command'
import { askToLift } from '../run/askToLift'
import { quoted } from '../run/quoted'
import { lossLines } from './review/acceptLossCommand'
import { eachStory, eachStoryDry, MOST_NAMED, storiesNamed } from './eachStory'
import { penLine } from './merging/penCommand'
import { replacementFrom } from './copy/replacement'
import { defined } from '../../story/text/defined'
import { localMinute } from '../../story/text/format/localMinute'

export const listCommand: CliCommand = {
  name: 'list',
  get usage() {
    return cliText('list.usage')
  },
  takes: [0, 0],
  options: { stage: 'text', sort: 'text', limit: 'text', offset: 'text' },
  needs: 'read',
  get about() {
    return cliText('list.about', { stages: STAGES.join(', '), sorts: STORY_SORTS.join(', ') })
  },
  prepare: (args) => {
    const [stage, sort] = [args.text('stage'), args.text('sort')]
    const request = defined({
      stage: stage === undefined ? undefined : oneOf('stage', stage, STAGES),
      sort: sort === undefined ? undefined : oneOf('sort', sort, STORY_SORTS),
      limit: count(args, 'limit'),
      offset: args.text('offset') === '0' ? 0 : count(args, 'offset'),
    })
    return async (ask) => {
      const stories = await ask('story.list', request)
      return { json: stories, text: stories.map(summaryLine).join('\n') }
    }
  },
}

const summaryLine = (story: StorySummary): string => {
  if (story.unavailable !== undefined)
    return (
      cliText('storyCommands.cannotRead', { id: story.id, unavailable: story.unavailable }) +
      (story.stage === 'killed' ? ` (${STAGE_WORDS.killed})` : '')
    )
  const facts = Object.entries(story.facts).map(
    ([status, n]) => `${n} ${STATUS_WORDS[status as keyof typeof STATUS_WORDS].toLowerCase()}`,
  )
  const { id, stage, version, slug, headline } = story
  const name = (headline && slug ? `${slug}: ` : '') + (headline || slug || cliText('storyCommands.noHeadline'))
  const { losses = 0 } = story
  const closed = losses > 0 ? `  (${cliText('storyCommands.closed', { count: losses })})` : ''
  return `${id}  ${stage} v${version}  ${name}${facts.length > 0 ? `  [${facts.join(', ')}]` : ''}${closed}`
}

export const showCommand: CliCommand = {
  name: 'show',
  usage: 'ID',
  takes: [1, 1],
  options: {},
  needs: 'read',
  get about() {
    return cliText('show.about')
  },
  prepare:
    ({ positionals: [story = ''] }) =>
    async (ask) => {
      const view = await ask('story.show', { story })
      const { losses = [] } = view
      return {
        json: view,
        text: viewText(view),
        ...(losses.length === 0 ? {} : { problems: [cliText('storyCommands.lostProblem', { count: losses.length })] }),
      }
    },
}

const commentLines = ({ comments }: StoryView): readonly string[] =>
  comments.length === 0
    ? []
    : [
        '',
        cliText('storyCommands.comments', { count: comments.length }),
        ...comments.flatMap((comment) => {
          const { id, by, text, mustFix, assignee, resolved, replies, unsigned, unsignedReplies = [] } = comment
          const named = (name: string, isUnsigned: boolean): string =>
            isUnsigned ? cliText('storyCommands.unsigned', { by: name }) : name
          const mark = resolved ? '✓' : mustFix ? '✕' : '·'
          const assigned = assignee === '' ? '' : cliText('storyCommands.for', { assignee })
          return [
            `  ${mark} ${named(by, unsigned === true)}: ${text}  (${placeText(comment)})${assigned}  ${id}`,
            ...replies.map(
              (reply, at) => `      ${named(reply.by, unsignedReplies.includes(at + 1))}: ${shownStored(reply.text)}`,
            ),
          ]
        }),
      ]

function placeText({ place, words = '' }: StoryView['comments'][number]): string {
  if (place === 'story') return cliText('storyCommands.onStory')
  return cliText(place === 'orphan' ? 'storyCommands.wordsGone' : 'storyCommands.on', { quoted: quoted(words) })
}

function viewText(view: StoryView): string {
  const facts = view.facts.map(
    ({ status, type, text, id, reasons, signed, seen }) =>
      `  ${STATUS_MARKS[status]} ${STATUS_WORDS[status]}  ${type}  ${quoted(text)}  ${id}` +
      (reasons.length > 0 ? `  (${reasons.join(', ')})` : '') +
      (signed?.beforeViews ? `  (${cliText('storyCommands.beforeViews')})` : '') +
      (seen ? `\n      ${cliText('storyCommands.seen', { seen })}` : ''),
  )
  return [
    `${view.id}  ${view.stage} v${view.version}  ${view.fields.slug}`,
    ...(view.pen ? [penLine(view.pen)] : []),
    ...lostLines(view),
    ...(view.apart ? [cliText('storyCommands.apart', { count: view.apart })] : []),
    '',
    ...fieldLines(view.fields),
    '',
    ...view.blocks.map(({ text }) => text),
    '',
    cliText('storyCommands.facts', { count: view.facts.length }),
    ...facts,
    ...(view.fields.needsLegal === 'required' && view.legalText !== undefined
      ? ['', cliText('storyCommands.legal', { seen: view.legalText })]
      : []),
    ...commentLines(view),
  ].join('\n')
}

/** The fields that hold something, as `stet set` takes them. Further lines of a value are indented. */
const fieldLines = (fields: Fields): readonly string[] =>
  FIELD_NAMES.filter((name) => !isEmptyField(fields[name])).map(
    (name) => `${name}: ${fieldText(fields[name]).replaceAll('\n', '\n    ')}`,
  )

function isEmptyField(value: Fields[FieldName]): boolean {
  if (typeof value !== 'object') return value === '' || value === 0
  return 'place' in value ? value.place === '' && value.date === '' : value.length === 0
}

function lostLines({ losses = [], lossesAccepted = [] }: StoryView): readonly string[] {
  return [
    ...(losses.length === 0
      ? []
      : ['', cliText('storyCommands.lost'), ...lossLines(losses), cliText('storyCommands.lostNext')]),
    ...lossesAccepted.map(({ by, at, detail, reason }) =>
      cliText('storyCommands.lostAccepted', { by, at: localMinute(at), detail, reason }),
    ),
  ]
}

export const setCommand: CliCommand = {
  name: 'set',
  get usage() {
    return cliText('set.usage')
  },
  takes: [2, MOST_NAMED],
  options: { seen: 'text', query: 'text', 'dry-run': 'flag' },
  needs: 'write',
  get about() {
    return cliText('set.about', { fields: FIELD_NAMES.join(', ') })
  },
  prepare: (args, place) => {
    const {
      stories,
      rest: [field = '', value = ''],
    } = storiesNamed(args, 2, { name: 'set', usage: cliText('set.usage') })
    const seen = seenIn(args)
    if (!isFieldName(field))
      throw usage(cliText('storyCommands.unknownField', { field, known: FIELD_NAMES.join(', ') }))
    const request = { field, value, ...defined({ seen }) }
    return (ask) => {
      const setOne = async (story: string, isOnly: boolean): Promise<CliResult> => {
        const { fields } = await ask('story.setField', { story, ...request })
        const line = `${field}: ${fieldText(fields[field])}`
        return { json: { fields }, text: isOnly ? line : `${story}  ${line}` }
      }
      const setOneDry = async (story: string): Promise<CliResult> => {
        const { fields: would, now } = await ask('story.setField', { story, ...request, preview: true })
        const { headline, fields } = now ?? { headline: '', fields: would }
        const [before, after] = [fieldText(fields[field]), fieldText(would[field])]
        return {
          json: { headline, field, before: fields[field], after: would[field] },
          text: `${story}  ${headline}\n    ${field}: “${before}” → “${after}”`,
        }
      }
      return args.flag('dry-run')
        ? eachStoryDry(ask, stories, setOneDry, place)
        : eachStory(ask, stories, setOne, place)
    }
  },
}

export const editCommand: CliCommand = {
  name: 'edit',
  get usage() {
    return cliText('edit.usage')
  },
  takes: [1, 1],
  options: { replace: 'text', with: 'text', nth: 'text' },
  needs: 'write',
  get about() {
    return cliText('edit.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const request = { story, ...replacementFrom(args) }
    return async (ask) => {
      const answer = await ask('copy.replace', request)
      return {
        json: answer,
        text: cliText('storyCommands.replaced', { replaceText: request.replace, with: request.with }),
      }
    }
  },
}

export const moveCommand: CliCommand = {
  name: 'move',
  get usage() {
    return cliText('move.usage')
  },
  takes: [1, MOST_NAMED],
  options: { kind: 'text', reason: 'text', override: 'text', seen: 'text', query: 'text', 'dry-run': 'flag' },
  needs: 'write',
  get about() {
    return cliText('move.about', { stages: STAGES.join(', '), kinds: VERSION_KINDS.join(', ') })
  },
  prepare: (args, place) => {
    const {
      stories,
      rest: [stage = ''],
    } = storiesNamed(args, 1, { name: 'move', usage: cliText('move.usage') })
    const to = oneOf('stage', stage, STAGES)
    const kind = args.text('kind')
    if (kind !== undefined && !isVersionKind(kind))
      throw usage(cliText('storyCommands.unknownKind', { kind, known: VERSION_KINDS.join(', ') }))
    if (kind !== undefined && to !== 'inReview') throw usage(cliText('storyCommands.kindOpensVersion'))
    const reason = args.text('reason')
    const override = args.text('override')
    const seen = seenIn(args)
    if (args.flag('dry-run') && override !== undefined) throw usage(cliText('storyCommands.dryOverride'))
    return (ask) => {
      const moveOne = async (story: string): Promise<CliResult> => {
        const answer = await askToLift(ask, 'story.move', { story, to, ...defined({ kind, reason, override, seen }) })
        return {
          json: answer,
          text: cliText('storyCommands.moved', { story, stage: answer.stage, version: answer.version }),
        }
      }
      const moveOneDry = async (story: string): Promise<CliResult> => {
        const { now } = await ask('story.move', { story, to, ...defined({ kind, reason }), preview: true })
        const { headline = '', stage: from = to } = now ?? {}
        return {
          json: { headline, from, to },
          text: cliText('storyCommands.wouldMove', { story, headline, from, to }),
        }
      }
      return args.flag('dry-run')
        ? eachStoryDry(ask, stories, moveOneDry, place)
        : eachStory(ask, stories, moveOne, place)
    }
  },
}

export const gateCommand: CliCommand = {
  name: 'gate',
  get usage() {
    return cliText('gate.usage')
  },
  takes: [1, 1],
  options: { door: 'text' },
  needs: 'read',
  get about() {
    return cliText('gate.about', { doors: DOORS.join(', ') })
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const given = args.text('door')
    const asked = given === undefined ? undefined : oneOf('door', given, DOORS)
    return async (ask) => {
      const door = asked ?? nextDoor((await ask('story.show', { story })).stage)
      const { blocks, warns, overridden, seen } = await ask('story.gate', { story, door })
      const lines = [
        ...blocks.map(({ message }) => cliText('storyCommands.blocks', { message })),
        ...warns.map(({ message }) => cliText('storyCommands.warns', { message })),
        ...overridden.map(({ message }) => cliText('storyCommands.overridden', { message })),
      ]
      return {
        json: {
          door,
          blocks: blocks.map(findingJson),
          warns: warns.map(findingJson),
          overridden: overridden.map(findingJson),
          ...defined({ seen }),
        },
        text: lines.length ? lines.join('\n') : cliText('storyCommands.nothing'),
      }
    }
  },
}

const nextDoor = (stage: StoryView['stage']): Door =>
  stage === 'cleared' || stage === 'published' ? 'publish' : 'clear'

const findingJson = ({ rule, where, message, key, overridable, dismissable, seen }: Finding) => ({
  rule,
  where,
  message,
  key,
  overridable,
  dismissable,
  ...defined({ seen }),
})

export const searchCommand: CliCommand = {
  name: 'search',
  get usage() {
    return cliText('search.usage')
  },
  takes: [1, 1],
  options: { limit: 'text', sort: 'text', also: 'texts' },
  needs: 'read',
  get about() {
    return cliText('search.about', { filters: FILTERS.map((name) => `${name}:`).join(' ') })
  },
  prepare: (args, { cwd, env }) => {
    const [query = ''] = args.positionals
    const sort = args.text('sort')
    const request = {
      query,
      whole: true,
      ...defined({
        limit: count(args, 'limit'),
        sort: sort === undefined ? undefined : oneOf('sort', sort, ['best', 'newest'] as const),
      }),
    }
    const { problem } = parseQuery(query)
    if (problem !== undefined) throw usage(problem)
    const also = pathsIn(args, 'also').map((folder) => resolve(cwd, folder))
    return async (ask) => {
      const hits = await ask('story.search', request)
      const elsewhere = also.length === 0 ? [] : await (await import('./searchAlso')).searchAlso(also, request, env)
      const lines = [
        ...hits.map(({ id, headline, snippet }) => `${id}  ${headline}\n    ${snippet}`),
        ...elsewhere.map(({ id, headline, snippet, library }) => `${id}  ${headline}\n    ${snippet}\n    ${library}`),
      ]
      const notes = await cutNote(ask, query, { shown: hits.length, limit: request.limit ?? USUAL_HITS })
      return { json: [...hits, ...elsewhere], text: lines.join('\n'), notes }
    }
  },
}

/** Hits that are shown unless another number is asked for. */
const USUAL_HITS = 20

/** How many stories the query has in all, where the limit cuts: `--query` acts on all of them. */
async function cutNote(
  ask: Ask,
  query: string,
  { shown, limit }: { readonly shown: number; readonly limit: number },
): Promise<readonly string[]> {
  if (shown < limit) return []
  const { total } = await ask('story.page', { query, whole: true, offset: 0, limit: 0 })
  return total > shown ? [cliText('search.cut', { shown: String(shown), total: String(total) })] : []
}
