import { newsroomText } from '../../catalogue/rooms/newsroom'
import { constants, type Stats } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { NewsroomError } from '../../story/requests/requests'
import { messageOf } from '../../story/text/messageOf'

export interface ExportTarget {
  readonly path: string
  readonly isFolder: boolean
  /** A file that is not empty has this path. */
  readonly taken: boolean
}

/**
 * Checks the destination of an export before anything is made or logged. Rejects with NewsroomError `failed` that names
 * it: no such folder, not an ordinary file, not writable, inside a library.
 */
export async function lookAtTarget(path: string): Promise<ExportTarget> {
  const facts = await factsOf(path)
  if (facts && !facts.isDirectory() && !facts.isFile())
    throw new NewsroomError('failed', newsroomText('exportTarget.notAFile', { path }))
  const isFolder = facts?.isDirectory() ?? false
  const problem = await folderProblem(isFolder ? path : dirname(path))
  if (problem !== undefined) throw new NewsroomError('failed', newsroomText('exportTarget.folderProblem', { problem }))
  const library = await libraryAround(isFolder ? path : dirname(path))
  if (library !== undefined)
    throw new NewsroomError('failed', newsroomText('exportTarget.inLibrary', { path, library }))
  return { path, isFolder, taken: !isFolder && (facts?.size ?? 0) > 0 }
}

/** A sentence that says why a folder cannot be written to; undefined when it can. */
export async function folderProblem(folder: string): Promise<string | undefined> {
  const facts = await factsOf(folder)
  if (!facts) return newsroomText('exportTarget.folderMissing', { folder })
  if (!facts.isDirectory()) return newsroomText('exportTarget.notAFolder', { folder })
  return access(folder, constants.W_OK).then(
    () => undefined,
    () => newsroomText('exportTarget.folderReadOnly', { folder }),
  )
}

/** The library that a folder is or lies in, links followed; undefined when there is none. */
export async function libraryAround(folder: string): Promise<string | undefined> {
  for (let at = await realpath(folder).catch(() => resolve(folder)); ; at = dirname(at)) {
    const [library, before, stories] = await Promise.all(
      ['library.json', 'library.json.prev', 'stories'].map(async (name) =>
        factsOf(join(at, name)).catch(() => undefined),
      ),
    )
    if (stories?.isDirectory() && (library?.isFile() || before?.isFile())) return at
    if (dirname(at) === at) return undefined
  }
}

async function factsOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // A part of the path is a file: there is no such folder.
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new NewsroomError('failed', newsroomText('exportTarget.unreachable', { path, why: messageOf(error) }))
  }
}
