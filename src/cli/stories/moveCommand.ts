import { cliText } from '../../catalogue/rooms/cli'
import { isVersionKind, STAGES, VERSION_KINDS } from '../../story/ledger/stages'
import { oneOf, seenIn, usage } from '../run/arguments'
import type { CliCommand, CliResult } from '../run/command'
import { askToLift } from '../run/askToLift'
import { eachStory, eachStoryDry, MOST_NAMED, storiesNamed } from './eachStory'
import { defined } from '../../story/text/defined'

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
