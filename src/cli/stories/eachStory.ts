import { cliText } from '../../catalogue/rooms/cli'
import { NewsroomError } from '../../story/requests/requests'
import { messageOf } from '../../story/text/messageOf'
import { usage, type Arguments } from '../run/arguments'
import { unstoppable, type Ask, type CliResult, type Surroundings } from '../run/command'
import { defined } from '../../story/text/defined'
import { storyCalled } from './storyNamed'

/** Stories asked for at once. */
const PAGE_ROWS = 500

/** The most stories that one command names. */
export const MOST_NAMED = 10_000

/** Stories named one by one, or by a search. */
export type StoriesNamed =
  | { readonly named: readonly string[]; readonly query?: undefined }
  | { readonly query: string; readonly named?: undefined }

/**
 * Reads “ID… REST” or “--query QUERY REST”. `rest`: how many arguments come after the stories. Throws a usage error for
 * both, for neither, and for a query without words: that would be every story.
 */
export function storiesNamed(
  args: Arguments,
  rest: number,
  help: { readonly name: string; readonly usage: string },
): { readonly stories: StoriesNamed; readonly rest: readonly string[] } {
  const { positionals } = args
  const query = args.text('query')
  const named = positionals.slice(0, Math.max(positionals.length - rest, 0))
  const others = positionals.slice(named.length)
  if (others.length < rest || (query === undefined && named.length === 0))
    throw usage(cliText('runCli.argumentMissing', help))
  if (query === undefined) return { stories: { named }, rest: others }
  if (named.length > 0) throw usage(cliText('eachStory.both', help))
  if (query.trim() === '') throw usage(cliText('eachStory.noQuery'))
  return { stories: { query }, rest: others }
}

/**
 * Does one thing to each of the stories, one after the other. One story alone gets the plain answer of the command. For
 * several, a refusal does not end the others: the answer lists what was done and what was not, and why. `id` there is
 * the story as it was named, `story` its id. Ctrl+C ends it between two stories; `left` are those that were not begun.
 */
export async function eachStory(
  ask: Ask,
  stories: StoriesNamed,
  one: (story: string, isOnly: boolean) => Promise<CliResult>,
  place: Surroundings,
): Promise<CliResult> {
  const [only, ...more] = stories.named ?? []
  if (only !== undefined && more.length === 0) return one(only, true)
  return (place.stoppable ?? unstoppable)((stopped) =>
    oneByOne(ask, stories, (story) => one(story, false), { ...place, stopped }),
  )
}

/**
 * What a command would do to each of the stories. It answers alike for one and for many. `would`: those with which it
 * would be done. The exit code is that of doing it.
 */
export async function eachStoryDry(
  ask: Ask,
  stories: StoriesNamed,
  one: (story: string) => Promise<CliResult>,
  place: Surroundings,
): Promise<CliResult> {
  const result = await (place.stoppable ?? unstoppable)((stopped) =>
    oneByOne(ask, stories, one, { ...place, stopped, isDry: true }),
  )
  const { done: would, ...rest } = result.json as { readonly done: unknown }
  return { ...result, json: { would, ...rest } }
}

async function oneByOne(
  ask: Ask,
  { named, query }: StoriesNamed,
  one: (story: string) => Promise<CliResult>,
  { progress, stopped, isDry = false }: Surroundings & { readonly stopped: AbortSignal; readonly isDry?: boolean },
): Promise<CliResult> {
  const ids = named ?? (await found(ask, query))
  const done: unknown[] = []
  const lines: string[] = []
  const failed: NotDone[] = []
  let begun = 0
  for (const id of ids) {
    if (stopped.aborted) break
    begun += 1
    progress?.(cliText('eachStory.progress', { at: begun, of: ids.length }))
    let story: string | undefined
    try {
      // Before the work: a deleted story has no name any more.
      story = named ? await storyCalled(ask, id) : id
      const { json, text } = await one(id)
      done.push({ id, ...defined({ story }), ...(json as object) })
      lines.push(text)
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error
      failed.push({ id, ...defined({ story }), message: messageOf(error), reason: error.reason })
    }
  }
  progress?.('')
  const left = ids.slice(begun)
  const report = failed.map(({ id, message }) => cliText('eachStory.notDone', { id, message }))
  const sum = cliText(isDry ? 'eachStory.would' : 'eachStory.sum', { done: done.length, of: ids.length })
  return {
    json: { done, failed, ...(left.length === 0 ? {} : { left }) },
    text: [...lines, sum].join('\n'),
    ...(left.length === 0
      ? ending(failed, report)
      : { problems: [...report, cliText('eachStory.stopped', { count: left.length })] }),
  }
}

/** A story with which nothing was done. `id`: as it was named. `story`: its id, absent if no story is called so. */
interface NotDone {
  readonly id: string
  readonly story?: string
  readonly message: string
  readonly reason: NewsroomError['reason']
}

/** The exit code is that of a single story if all have the same reason. */
export function ending(
  failed: readonly Pick<NotDone, 'reason'>[],
  report: readonly string[],
): Pick<CliResult, 'misused' | 'refused' | 'problems'> {
  const [first] = failed
  if (!first) return {}
  if (failed.some(({ reason }) => reason !== first.reason) || first.reason === 'failed') return { problems: report }
  return first.reason === 'usage' ? { misused: report.join('\n') } : { refused: report.join('\n') }
}

/** The stories that are named, or that the query finds now. */
export const idsOf = async (ask: Ask, { named, query }: StoriesNamed): Promise<readonly string[]> =>
  named ?? (await found(ask, query))

async function found(ask: Ask, query: string): Promise<readonly string[]> {
  const ids: string[] = []
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const { rows, total, problem } = await ask('story.page', { query, whole: true, offset, limit: PAGE_ROWS })
    if (problem !== undefined) throw usage(problem)
    ids.push(...rows.map(({ id }) => id))
    if (offset + PAGE_ROWS >= total) return ids
  }
}
