import { cliText } from '../../../catalogue/rooms/cli'
import type { Imported } from '../../../story/requests/requests'
import { filesAt, readImport, type ReadImport } from '../../../newsroom/stories/create/readImport'
import type { Ask, CliCommand } from '../../run/command'

type Story = Imported & { readonly note?: string }
type Outcome = { readonly stories: readonly Story[] } | { readonly trouble: string } | { readonly thrown: unknown }

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
  prepare:
    ({ positionals }, { cwd, progress }) =>
    async (ask) => {
      const stories: Story[] = []
      const problems: string[] = []
      const collect = (outcome: Outcome): void => {
        if ('thrown' in outcome) throw outcome.thrown
        if ('trouble' in outcome) problems.push(outcome.trouble)
        else stories.push(...outcome.stories)
      }
      const paths = await filesAt(positionals, cwd)
      const underWay: Promise<Outcome>[] = []
      for (const [index, path] of paths.entries()) {
        progress?.(cliText('importCommand.importing', { index: index + 1, count: paths.length }))
        underWay.push(importOne(ask, await readImport(path, cwd)))
        const oldest = underWay.length < AT_ONCE ? undefined : underWay.shift()
        if (oldest) collect(await oldest)
      }
      for (const rest of await Promise.all(underWay)) collect(rest)
      if (paths.length > 0) progress?.('')
      return { json: { stories }, text: stories.flatMap(linesOf).join('\n'), problems }
    },
}

/** Never rejects. A thrown error becomes an outcome, so that problems are printed in the order of the files. */
async function importOne(ask: Ask, read: ReadImport): Promise<Outcome> {
  if ('trouble' in read) return { trouble: read.trouble }
  try {
    const { others = [], note, ...first } = await ask('story.import', read)
    return { stories: [first, ...others].map((story) => (note === undefined ? story : { ...story, note })) }
  } catch (error) {
    return error instanceof Error && 'reason' in error && error.reason === 'failed'
      ? { trouble: error.message }
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
