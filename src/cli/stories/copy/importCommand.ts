import { cliText } from '../../../catalogue/rooms/cli'
import { NewsroomError, type Imported } from '../../../story/requests/requests'
import { filesAt, readImport, type ReadImport } from '../../../newsroom/stories/create/readImport'
import { usage } from '../../run/arguments'
import { unstoppable, type Ask, type CliCommand, type CliResult, type Surroundings } from '../../run/command'

type Story = Imported & { readonly note?: string }
type Outcome = { readonly stories: readonly Story[] } | { readonly problem: string } | { readonly thrown: unknown }

/** A file that was not imported, named as it was found, and why. */
interface Failed {
  readonly path: string
  readonly message: string
  readonly reason: NewsroomError['reason']
}

interface Imports {
  readonly path: string
  readonly outcome: Outcome
}

/** Files in work at the same time: while one waits for the disk, the next is read. */
const AT_ONCE = 8

export const importCommand: CliCommand = {
  name: 'import',
  get usage() {
    return cliText('import.usage')
  },
  takes: [1, 10000],
  options: {},
  needs: 'create',
  readsFiles: true,
  get about() {
    return cliText('import.about')
  },
  prepare: ({ positionals }, place) => {
    // '', as of a variable that is not set, would be the current folder with all that is in it.
    if (positionals.includes('')) throw usage(cliText('importCommand.emptyName'))
    return (ask) => (place.stoppable ?? unstoppable)((stopped) => importAll(ask, positionals, place, stopped))
  },
}

/**
 * Imports file after file until it is stopped. The answer names every story that was imported and every file that was
 * not, however it ends. `failed` and `left` (the files that were not begun) are there only when they name any.
 */
async function importAll(
  ask: Ask,
  positionals: readonly string[],
  { cwd, progress }: Surroundings,
  stopped: AbortSignal,
): Promise<CliResult> {
  const stories: Story[] = []
  const failed: Failed[] = []
  const problems: string[] = []
  let thrown: unknown
  let refused = 0
  const collect = ({ path, outcome }: Imports): void => {
    if ('thrown' in outcome) {
      const { thrown: error } = outcome
      thrown ??= error
      refused += 1
      if (error instanceof NewsroomError) failed.push({ path, message: error.message, reason: error.reason })
    } else if ('problem' in outcome) {
      problems.push(outcome.problem)
      failed.push({ path, message: outcome.problem, reason: 'failed' })
    } else stories.push(...outcome.stories)
  }
  const paths = await filesAt(positionals, cwd)
  const underWay: Promise<Imports>[] = []
  let begun = 0
  for (const path of paths) {
    if (stopped.aborted || thrown !== undefined) break
    begun += 1
    progress?.(cliText('importCommand.importing', { index: begun, count: paths.length }))
    underWay.push(importOne(ask, await readImport(path, cwd)).then((outcome) => ({ path, outcome })))
    const oldest = underWay.length < AT_ONCE ? undefined : underWay.shift()
    if (oldest) collect(await oldest)
  }
  for (const rest of await Promise.all(underWay)) collect(rest)
  if (paths.length > 0) progress?.('')
  if (thrown !== undefined) {
    // An error before any story was imported is the answer.
    if (!(thrown instanceof NewsroomError) || stories.length === 0) throw thrown
    problems.push(thrown.message)
  }
  // Files that were under way may be refused, too.
  const left = paths.slice(begun)
  if (left.length > 0 || refused > 1)
    problems.push(cliText('importCommand.stopped', { left: left.length + refused, count: paths.length }))
  return {
    json: { stories, ...(failed.length > 0 ? { failed } : {}), ...(left.length > 0 ? { left } : {}) },
    text: stories.flatMap(linesOf).join('\n'),
    problems,
  }
}

/** Never rejects. A thrown error becomes an outcome, so that problems are printed in the order of the files. */
async function importOne(ask: Ask, read: ReadImport): Promise<Outcome> {
  if ('problem' in read) return { problem: read.problem }
  try {
    const { others = [], note, ...first } = await ask('story.import', read)
    return { stories: [first, ...others].map((story) => (note === undefined ? story : { ...story, note })) }
  } catch (error) {
    return error instanceof Error && 'reason' in error && error.reason === 'failed'
      ? { problem: error.message }
      : { thrown: error }
  }
}

const linesOf = ({ id, headline, note, losses }: Story): readonly string[] => [
  `${id}  ${headline}`,
  ...(note === undefined ? [] : [`    ${note}`]),
  ...losses.map((loss) =>
    cliText('importCommand.notKept', { what: loss.what, count: loss.count, example: loss.example }),
  ),
]
