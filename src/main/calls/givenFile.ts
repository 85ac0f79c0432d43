/** The file that the app was started with: it is imported and opened. */
import { app } from 'electron'
import { runAction } from '../../newsroom/actions'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { readImport } from '../../newsroom/stories/readImport'
import type { WindowSession, WindowOpening } from '../windows/windows'

/** Unpackaged, the first word that is no switch is the app's folder. */
export const givenFile = (): string | undefined =>
  process.argv.slice(1).filter((argument) => !argument.startsWith('-'))[app.isPackaged ? 0 : 1]

/** What a window opens with: the story made of the file, or why there is none; the file itself while nobody is known to act. */
export async function openGiven(
  newsroom: Newsroom,
  person: string | undefined,
  path: string,
  readOnly?: string,
): Promise<WindowOpening> {
  if (readOnly !== undefined) return { trouble: `${path} was not imported: ${readOnly}` }
  if (person === undefined) return { file: path }
  const read = await readImport(path, process.cwd())
  if ('trouble' in read) return { trouble: read.trouble }
  try {
    return { first: (await runAction(newsroom, person, 'story.import', read)).id }
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) }
  }
}

/** The person is known now: the file that waited for that comes in. */
export async function importWaiting(newsroom: Newsroom, desk: WindowSession): Promise<void> {
  if (desk.file === undefined) return
  const { first, trouble } = await openGiven(newsroom, desk.person, desk.file)
  delete desk.file
  if (first !== undefined) desk.first = first
  if (trouble !== undefined) desk.trouble = trouble
}
