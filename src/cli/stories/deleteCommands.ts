import { resolve } from 'node:path'
import { cliText } from '../../catalogue/rooms/cli'
import { NewsroomError, type DeletionLine, type AnswerOf } from '../../story/requests/requests'
import { STAGE_WORDS } from '../../story/ledger/stages'
import { fileSize } from '../../story/text/format/fileSize'
import { defined } from '../../story/text/defined'
import { optionalPath, usage } from '../run/arguments'
import type { Ask, CliCommand, CliResult } from '../run/command'
import { eachStory, idsOf, MOST_NAMED, storiesNamed } from './eachStory'
import { localDay } from '../../story/text/format/localMinute'

export const deleteCommand: CliCommand = {
  name: 'delete',
  get usage() {
    return cliText('delete.usage')
  },
  takes: [0, MOST_NAMED],
  options: { query: 'text', yes: 'flag', 'dry-run': 'flag' },
  needs: 'write',
  onlyShows: (args) => args.flag('dry-run'),
  asker: 'matters',
  get about() {
    return cliText('delete.about')
  },
  prepare: (args, place) => {
    const { stories } = storiesNamed(args, 0, { name: 'delete', usage: cliText('delete.usage') })
    const yes = args.flag('yes')
    const dry = args.flag('dry-run')
    if (yes && dry) throw usage(cliText('dryRun.notWithYes'))
    return async (ask) => {
      if (dry) {
        const json = await ask('story.deletion', { stories: await idsOf(ask, stories) })
        return { json, text: planLines(json, cliText('dryRun.nothingChanged')) }
      }
      if (!yes)
        throw usage(
          planLines(await ask('story.deletion', { stories: await idsOf(ask, stories) }), cliText('delete.sayYes')),
        )
      const files = new Set<string>()
      const deleteOne = async (story: string): Promise<CliResult> => {
        const answer = await ask('story.delete', { story })
        for (const file of answer.files) files.add(file)
        const { headline, removed } = answer
        const lines = [
          cliText('delete.done', { story, headline }),
          ...(removed ? [] : [cliText('delete.restLater', { story })]),
        ]
        return { json: { headline, removed }, text: lines.join('\n') }
      }
      const result = await eachStory(ask, stories, deleteOne, place)
      return withFiles(ask, result, [...files])
    }
  },
}

/** Removes the captured files that nothing names any more. What was deleted stays deleted when that is not possible. */
async function withFiles(ask: Ask, result: CliResult, files: readonly string[]): Promise<CliResult> {
  if (files.length === 0) return { ...result, json: { ...(result.json as object), files: 0 } }
  try {
    const { removed } = await ask('library.tidy', { only: files })
    const size = removed.reduce((sum, file) => sum + file.size, 0)
    const line = cliText('delete.files', { count: removed.length, size: fileSize(size) })
    return { ...result, json: { ...(result.json as object), files: removed.length }, text: `${result.text}\n${line}` }
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error
    const problem = cliText('delete.filesStay', { message: error.message })
    return {
      ...result,
      json: { ...(result.json as object), files: 0 },
      problems: [...(result.problems ?? []), problem],
    }
  }
}

/** What would go and what would stay. `next`: what comes after what would go. */
function planLines({ stories, files, filesUnknown }: AnswerOf<'story.deletion'>, next: string): string {
  const going = stories.filter(({ why }) => why === undefined)
  const staying = stories.filter(({ why }) => why !== undefined)
  return [
    ...(going.length === 0 ? [] : [cliText('delete.wouldGo', { count: going.length }), ...going.map(line)]),
    ...(going.length === 0 ? [] : filesLines(files, filesUnknown)),
    ...(staying.length === 0 ? [] : [cliText('delete.wouldStay'), ...staying.map(({ id, why }) => `  ${id}  ${why}`)]),
    going.length === 0 ? cliText('delete.nothing') : next,
  ].join('\n')
}

function line({ id, headline, slug, stage, snapshots, again }: DeletionLine): string {
  const what = {
    id,
    headline,
    slug,
    hasSlug: slug === '' ? 'no' : 'yes',
    stage: STAGE_WORDS[stage].toLowerCase(),
    snapshots,
  }
  return again === undefined
    ? cliText('delete.line', what)
    : cliText('delete.lineAgain', { ...what, by: again.by, at: localDay(again.at) })
}

function filesLines(
  { count, size, waiting }: AnswerOf<'story.deletion'>['files'],
  unknown: string | undefined,
): readonly string[] {
  if (unknown !== undefined) return [cliText('delete.filesUnknown', { message: unknown })]
  return [
    cliText('delete.filesGo', { count, size: fileSize(size) }),
    ...(waiting === 0 ? [] : [cliText('delete.filesWait', { count: waiting })]),
  ]
}

export const takeBackCommand: CliCommand = {
  name: 'take-back',
  get usage() {
    return cliText('takeBack.usage')
  },
  takes: [1, 1],
  options: { from: 'text' },
  needs: 'write',
  get about() {
    return cliText('takeBack.about')
  },
  prepare: (args, { cwd }) => {
    const [story = ''] = args.positionals
    const given = optionalPath(args, 'from')
    const from = given === undefined ? undefined : resolve(cwd, given)
    return async (ask) => {
      const answer = await ask('story.takeBack', { story, ...defined({ from }) })
      return { json: answer, text: cliText('takeBack.done', { story, headline: answer.headline }) }
    }
  },
}
