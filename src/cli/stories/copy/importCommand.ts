import { cliText } from '../../../catalogue/rooms/cli'
import { NewsroomError, type Imported, type KnownStory } from '../../../story/requests/requests'
import { filesAt, readImport, type ReadImport } from '../../../newsroom/stories/create/readImport'
import { usage } from '../../run/arguments'
import { knownStory, linesAbout } from './importLines'
import { previewImports } from './importPreviews'
import { unstoppable, type Ask, type CliCommand, type CliResult, type Surroundings } from '../../run/command'

type Story = Imported & {
  readonly note?: string
  /** Stories that were in the library before under the same headline. Absent: none. */
  readonly known?: readonly KnownStory[]
}
type Outcome =
  | { readonly stories: readonly Story[] }
  | { readonly skipped: readonly KnownStory[] }
  | { readonly problem: string }
  | { readonly thrown: unknown }

/** A file that was not imported, named as it was found, and why. */
interface Failed {
  readonly path: string
  readonly message: string
  readonly reason: NewsroomError['reason']
}

/** A file that was left out: all of its stories are in the library already. */
interface Skipped {
  readonly path: string
  readonly known: readonly KnownStory[]
}

interface Imports {
  readonly path: string
  readonly outcome: Outcome
}

/** Headlines of one question to the library. */
const HEADLINES_AT_ONCE = 500

/** Files in work at the same time: while one waits for the disk, the next is read. */
const AT_ONCE = 8

export const importCommand: CliCommand = {
  name: 'import',
  get usage() {
    return cliText('import.usage')
  },
  takes: [1, 10000],
  options: { 'dry-run': 'flag', 'skip-known': 'flag' },
  needs: 'create',
  onlyShows: (args) => args.flag('dry-run'),
  readsFiles: true,
  get about() {
    return cliText('import.about')
  },
  prepare: (args, place) => {
    const { positionals } = args

    // '', as of a variable that is not set, would be the current folder with all that is in it.
    if (positionals.includes('')) throw usage(cliText('importCommand.emptyName'))
    const skipKnown = args.flag('skip-known')
    const dry = args.flag('dry-run')
    if (dry && skipKnown) throw usage(cliText('importCommand.dryOrSkip'))
    return (ask) =>
      (place.stoppable ?? unstoppable)((stopped) =>
        dry ? previewImports(ask, positionals, place, stopped) : importAll(ask, positionals, place, stopped, skipKnown),
      )
  },
}

/**
 * Imports file after file until it is stopped. The answer names every story that was imported and every file that was
 * not, however it ends. `failed`, `skipped` and `left` (the files that were not begun) are there only when they name
 * any. With `skipKnown` one file is imported after the other: the second of two alike finds the first.
 */
async function importAll(
  ask: Ask,
  positionals: readonly string[],
  { cwd, progress }: Surroundings,
  stopped: AbortSignal,
  skipKnown: boolean,
): Promise<CliResult> {
  const stories: Story[] = []
  const failed: Failed[] = []
  const skipped: Skipped[] = []
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
    } else if ('skipped' in outcome) skipped.push({ path, known: outcome.skipped })
    else stories.push(...outcome.stories)
  }
  const paths = await filesAt(positionals, cwd)
  const underWay: Promise<Imports>[] = []
  let begun = 0
  for (const path of paths) {
    if (stopped.aborted || thrown !== undefined) break
    begun += 1
    progress?.(cliText('importCommand.importing', { index: begun, count: paths.length }))
    underWay.push(importOne(ask, await readImport(path, cwd), skipKnown).then((outcome) => ({ path, outcome })))
    const oldest = underWay.length < (skipKnown ? 1 : AT_ONCE) ? undefined : underWay.shift()
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
  const told = stopped.aborted ? stories : await withKnown(ask, stories)
  const count = told.filter(({ known }) => known).length
  return {
    json: {
      stories: told,
      ...(skipped.length > 0 ? { skipped } : {}),
      ...(failed.length > 0 ? { failed } : {}),
      ...(left.length > 0 ? { left } : {}),
    },
    text: [...told.flatMap(linesOf), ...skipped.flatMap(linesOfSkipped)].join('\n'),
    ...(count > 0 && !skipKnown ? { notes: [cliText('importCommand.knownAsked', { count })] } : {}),
    problems,
  }
}

/**
 * The stories, each with those that had its headline before. They are imported: when the library cannot be asked any
 * more, nothing is said of it.
 */
async function withKnown(ask: Ask, stories: readonly Story[]): Promise<readonly Story[]> {
  const headlines = [...new Set(stories.map(({ headline }) => headline))].filter((headline) => headline !== '')
  const rows: KnownStory[] = []
  for (let at = 0; at < headlines.length; at += HEADLINES_AT_ONCE)
    rows.push(...(await ask('story.list', { headlines: headlines.slice(at, at + HEADLINES_AT_ONCE) }).catch(() => [])))
  const byHeadline = new Map(headlines.map((headline): [string, KnownStory[]] => [headline, []]))
  for (const row of rows) byHeadline.get(row.headline)?.push(row)
  const places = new Map(stories.map(({ id }, at) => [id, at]))
  return stories.map((story, at) => {
    const known = (byHeadline.get(story.headline) ?? []).filter(({ id }) => (places.get(id) ?? -1) < at)
    return known.length === 0 ? story : { ...story, known: known.map(knownStory) }
  })
}

/** Never rejects. A thrown error becomes an outcome, so that problems are printed in the order of the files. */
async function importOne(ask: Ask, read: ReadImport, skipKnown: boolean): Promise<Outcome> {
  if ('problem' in read) return { problem: read.problem }
  try {
    if (skipKnown) {
      const preview = await ask('story.previewImport', read)
      const previews = [preview, ...(preview.others ?? [])]
      if (previews.every(({ known }) => known)) return { skipped: previews.flatMap(({ known = [] }) => known) }
    }
    const { others = [], note, ...first } = await ask('story.import', read)
    return { stories: [first, ...others].map((story) => (note === undefined ? story : { ...story, note })) }
  } catch (error) {
    return error instanceof Error && 'reason' in error && error.reason === 'failed'
      ? { problem: error.message }
      : { thrown: error }
  }
}

const linesOf = ({ id, headline, ...about }: Story): readonly string[] => [`${id}  ${headline}`, ...linesAbout(about)]

const linesOfSkipped = ({ path, known }: Skipped): readonly string[] => [
  cliText('importCommand.skipped', { path }),
  ...linesAbout({ known, losses: [] }),
]
