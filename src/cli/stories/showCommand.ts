import { cliText } from '../../catalogue/rooms/cli'
import { STATUS_MARKS, STATUS_WORDS } from '../../story/ledger/facts/fact'
import { fieldText, FIELD_NAMES, type FieldName, type Fields } from '../../story/ledger/fields'
import { shownStored } from '../../story/history/storedText'
import type { StoryView } from '../../story/requests/requests'
import type { CliCommand } from '../run/command'
import { quoted } from '../run/quoted'
import { lossLines } from './review/acceptLossCommand'
import { penLine } from './merging/penCommand'
import { localMinute } from '../../story/text/format/localMinute'

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
