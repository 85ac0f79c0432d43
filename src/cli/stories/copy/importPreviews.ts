import { cliText } from '../../../catalogue/rooms/cli'
import { filesAt, readImport } from '../../../newsroom/stories/create/readImport'
import { messageOf } from '../../../story/text/messageOf'
import { defined } from '../../../story/text/defined'
import type { NewsroomError } from '../../../story/requests/requests'
import type { Ask, CliResult, Surroundings } from '../../run/command'
import { linesAbout, type AboutImport } from './importLines'

interface Preview extends AboutImport {
  readonly path: string
  readonly headline: string
}

/** Reads the files as an import would, and says what would come of them. Nothing changes. */
export async function previewImports(
  ask: Ask,
  positionals: readonly string[],
  { cwd }: Surroundings,
  stopped: AbortSignal,
): Promise<CliResult> {
  const stories: Preview[] = []
  const failed: { readonly path: string; readonly message: string; readonly reason: NewsroomError['reason'] }[] = []
  for (const path of await filesAt(positionals, cwd)) {
    if (stopped.aborted) break
    const read = await readImport(path, cwd)
    if ('problem' in read) {
      failed.push({ path, message: read.problem, reason: 'failed' })
      continue
    }
    try {
      const { others = [], note, ...first } = await ask('story.previewImport', read)
      for (const { headline, losses, known } of [first, ...others])
        stories.push({ path, headline, losses, ...defined({ known, note }) })
    } catch (error) {
      if (!(error instanceof Error && 'reason' in error && error.reason === 'failed')) throw error
      failed.push({ path, message: messageOf(error), reason: 'failed' })
    }
  }
  return {
    json: { stories, ...(failed.length > 0 ? { failed } : {}) },
    text: [
      ...stories.flatMap(({ path, headline, ...about }) => [
        cliText('importCommand.would', { path, headline }),
        ...linesAbout(about),
      ]),
      cliText('dryRun.nothingChanged'),
    ].join('\n'),
    problems: failed.map(({ message }) => message),
  }
}
