/** The file that the app was started with. It is imported and opened. What a bundle brings is shown first. */
import { resolve } from 'node:path'
import { app } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import { runAction } from '../../newsroom/runAction'
import type { Newsroom } from '../../newsroom/state/newsroom'
import type { WindowOpening, WindowSession } from '../windows/windows'
import { messageOf } from '../../story/text/messageOf'

/** The path on the command line. In an unpackaged app, the first argument that is not a switch is the app's folder. */
export const launchFile = (argv: readonly string[] = process.argv): string | undefined => argv[placeOfFile(argv)]

function placeOfFile(argv: readonly string[]): number {
  const places = argv.flatMap((argument, at) => (at > 0 && !argument.startsWith('-') ? [at] : []))
  return places[app.isPackaged ? 0 : 1] ?? -1
}

/** The arguments of a new start, without the file: it was imported, and would be once more. */
export function argumentsWithoutFile(argv: readonly string[] = process.argv): string[] {
  const file = placeOfFile(argv)
  return argv.filter((_argument, at) => at > 0 && at !== file)
}

/** A story that was handed over. */
export const isBundle = (path: string): boolean => path.toLowerCase().endsWith('.stet')

/**
 * Imports a file for a new window. Returns the story, or why there is none. While nobody acts yet, returns the file: it
 * is imported later. A bundle is returned too: the window shows what it would bring. So is a file whose stories the
 * library has already: opened twice, it makes no second story without a word.
 */
export async function openLaunchFile(
  newsroom: Newsroom,
  person: string | undefined,
  path: string,
  readOnly?: string,
): Promise<WindowOpening> {
  if (readOnly !== undefined) return { problem: mainText('launchFile.readOnly', { path, why: readOnly }) }
  if (person === undefined) return { file: path }
  if (isBundle(path)) return { arrived: resolve(path) }
  const { readImport } = await import('../../newsroom/stories/create/readImport')
  const read = await readImport(path, process.cwd())
  if ('problem' in read) return { problem: read.problem }
  try {
    const { others = [], ...one } = await runAction(newsroom, person, 'story.previewImport', read)
    if ([one, ...others].every(({ known }) => known)) return { arrived: resolve(path) }
    return { first: (await runAction(newsroom, person, 'story.import', read)).id }
  } catch (error) {
    return { problem: messageOf(error) }
  }
}

/** Imports the file that waited until somebody acts in this window. */
export async function importPendingFile(newsroom: Newsroom, session: WindowSession): Promise<void> {
  if (session.file === undefined) return
  const { first, arrived, problem } = await openLaunchFile(newsroom, session.person, session.file)
  delete session.file
  if (first !== undefined) session.first = first
  if (arrived !== undefined) session.arrived = arrived
  if (problem !== undefined) session.problem = problem
}
