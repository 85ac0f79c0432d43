import { resolve } from 'node:path'
import { cliText } from '../../catalogue/rooms/cli'
import { NewsroomError, type ArchivableStory } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { required, requiredPath, usage } from '../run/arguments'
import { unstoppable, type Ask, type CliCommand, type CliResult, type Surroundings } from '../run/command'

/** Stories that go together: the records of the library are compared once for them. */
const TOGETHER = 20

export const archiveCommand: CliCommand = {
  name: 'archive',
  get usage() {
    return cliText('archive.usage')
  },
  takes: [0, 0],
  options: { before: 'text', to: 'text', 'dry-run': 'flag' },
  needs: 'write',
  get about() {
    return cliText('archive.about')
  },
  prepare: (args, place) => {
    const date = required(args, 'before')
    const before = instantOf(date)
    const to = resolve(place.cwd, requiredPath(args, 'to'))
    const dry = args.flag('dry-run')
    return async (ask) => {
      const all = await ask('story.archivable', { before })
      if (all.length === 0)
        return {
          json: dry ? { would: [], stayed: [] } : { moved: [], stayed: [], files: 0 },
          text: cliText('archive.nothing', { date }),
        }
      if (dry) return wouldMove(ask, { all, before, to, ...place })
      const { stoppable = unstoppable } = place
      return stoppable((stopped) => moveAll(ask, { all, before, to, stopped, ...place }))
    }
  },
}

interface Wanted {
  readonly all: readonly ArchivableStory[]
  readonly before: string
  readonly to: string
}

interface Moving extends Wanted, Surroundings {
  readonly stopped: AbortSignal
}

/** What would be moved, and what would stay. The same refuses it, and the exit code is the same. */
async function wouldMove(ask: Ask, { all, before, to, progress }: Wanted & Surroundings): Promise<CliResult> {
  const would: ArchivableStory[] = []
  const stayed: ArchivableStory[] = []
  for (let at = 0; at < all.length; at += TOGETHER) {
    const stories = all.slice(at, at + TOGETHER).map(({ id }) => id)
    const answer = await ask('story.archive', { stories, before, to, preview: true })
    would.push(...answer.moved)
    stayed.push(...answer.stayed)
    progress?.(cliText('archive.progress', { at: Math.min(at + TOGETHER, all.length), of: all.length }))
  }
  progress?.('')
  return {
    json: { would: would.map(({ id, headline }) => ({ id, headline })), stayed: stayed.map(lineOf) },
    text: [
      cliText('archive.would', { count: would.length, folder: to }),
      ...would.map(({ id, headline }) => `  ${id}  ${headline}`),
      cliText('dryRun.nothingChanged'),
    ].join('\n'),
    ...(stayed.length > 0 ? { refused: stayed.map(whyStayed).join('\n') } : {}),
  }
}

const lineOf = ({ id, headline, why }: ArchivableStory): ArchivableStory => ({ id, headline, ...defined({ why }) })
const whyStayed = ({ id, why = '' }: ArchivableStory): string => cliText('archive.stayed', { id, why })

async function moveAll(ask: Ask, { all, before, to, stopped, progress }: Moving): Promise<CliResult> {
  const moved: ArchivableStory[] = []
  const stayed: ArchivableStory[] = []
  const files = new Set<string>()
  const problems: string[] = []
  let at = 0
  for (; at < all.length && !stopped.aborted && problems.length === 0; at += TOGETHER) {
    const stories = all.slice(at, at + TOGETHER).map(({ id }) => id)
    try {
      const answer = await ask('story.archive', { stories, before, to })
      moved.push(...answer.moved)
      stayed.push(...answer.stayed)
      for (const file of answer.files) files.add(file)
      if (answer.problem !== undefined) problems.push(answer.problem)
    } catch (error) {
      // Stories that were moved before are moved, and are named.
      if (!(error instanceof NewsroomError) || moved.length === 0) throw error
      problems.push(error.message)
      break
    }
    progress?.(cliText('archive.progress', { at: Math.min(at + TOGETHER, all.length), of: all.length }))
  }
  const { removed, problem } = await tidied(ask, [...files])
  if (problem !== undefined) problems.push(problem)
  const left = Math.max(0, all.length - at)
  const lines = [
    cliText('archive.moved', { count: moved.length, folder: to }),
    ...(left > 0 ? [cliText('archive.stopped', { count: left })] : []),
  ]
  progress?.('')
  const json = {
    moved: moved.map(({ id, headline }) => ({ id, headline })),
    stayed: stayed.map(lineOf),
    files: removed,
    ...(left > 0 ? { left } : {}),
  }
  const whys = stayed.map(whyStayed)
  return {
    json,
    text: lines.join('\n'),
    ...(problems.length > 0 ? { problems: [...problems, ...whys] } : {}),
    ...(problems.length === 0 && whys.length > 0 ? { refused: whys.join('\n') } : {}),
  }
}

/** The files of moved stories leave the library by the rule of tidying. In the archive they stay. */
async function tidied(
  ask: Ask,
  only: readonly string[],
): Promise<{ readonly removed: number; readonly problem?: string }> {
  if (only.length === 0) return { removed: 0 }
  try {
    return { removed: (await ask('library.tidy', { only })).removed.length }
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error
    return { removed: 0, problem: cliText('delete.filesStay', { message: error.message }) }
  }
}

/** The beginning of a day in UTC. */
function instantOf(date: string): string {
  const instant = new Date(`${date}T00:00:00.000Z`)
  // JavaScript takes 2025-02-31 for a day in March.
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date)
    throw usage(cliText('archive.badDate', { date }))
  return instant.toISOString()
}
